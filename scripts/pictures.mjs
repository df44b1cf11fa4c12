/**
 * Makes every picture of README and docs anew: the walks through n8n's editor that the tests take, with their pictures kept.
 * Usage: node scripts/pictures.mjs [part of a test's path], after scripts/pack.mjs and with n8n installed: `npm run pictures` sees to both.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './child.mjs';
import { root } from './paths.mjs';

const folder = join(root, 'docs', 'pictures');
const [some] = process.argv.slice(2);

await mkdir(folder, { recursive: true });
// What no walk makes any more goes; only some walks are taken where one is named.
for (const file of some ? [] : await readdir(folder)) {
	if (file.endsWith('.png')) await rm(join(folder, file));
}
process.exitCode = await run(
	'jest',
	['--selectProjects', 'e2e', '--runInBand', '--testPathPatterns', some ?? 'e2e/editor'],
	{ cwd: root, env: { ...process.env, PICTURES: folder } },
);
