/**
 * Makes every picture of README and docs anew: the walks through n8n's editor that the tests take, with their pictures kept.
 * Usage: node scripts/pictures.mjs [jest's arguments], after scripts/pack.mjs and with n8n installed: `npm run pictures` sees to both.
 */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './child.mjs';
import { root } from './paths.mjs';

const folder = join(root, 'docs', 'pictures');
const some = process.argv.slice(2);

await mkdir(folder, { recursive: true });
// What no walk makes any more goes; with arguments only some walks are taken.
for (const file of some.length > 0 ? [] : await readdir(folder)) {
	if (file.endsWith('.png')) await rm(join(folder, file));
}
process.exitCode = await run(
	'jest',
	['--selectProjects', 'e2e', '--runInBand', '--testPathPatterns', 'e2e/editor', ...some],
	{ cwd: root, env: { ...process.env, PICTURES: folder } },
);
