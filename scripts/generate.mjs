/**
 * Makes what follows from one source, so that it stays true: JSON schemas of each event and of what each operation puts out, for
 * n8n's previews; the tables of docs/events.md, docs/operations.md and README.md; the samples pinned in examples/; the address of
 * the repository wherever it stands; the picture of rooms in docs/architecture.md. Sources: nodes/HundredHires/events/types.ts (shapes and their comments), the catalogue of
 * events, the resources, package.json.
 *
 * Usage: node scripts/generate.mjs [--check]; with --check it writes nothing and fails where a file is not current.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import prettier from 'prettier';
import { exampleOutputs } from './generated/examples.mjs';
import { eventOutputs, eventSummary } from './generated/events.mjs';
import { operationOutputs, operationSummary } from './generated/operations.mjs';
import { pageWith } from './generated/pages.mjs';
import { pictureOutputs } from './generated/picture.mjs';
import { withRepository } from './generated/repository.mjs';
import { root } from './paths.mjs';

const checking = process.argv.includes('--check');
let stale = 0;
const readme = await pageWith(join(root, 'README.md'), {
	'npm run generate: events': eventSummary(),
	'npm run generate: operations': operationSummary(),
});
const outputs = [
	[readme],
	await eventOutputs(),
	await operationOutputs(),
	await exampleOutputs(),
	await pictureOutputs(),
];
const generated = new Map(outputs.flatMap((files) => [...files]));
for (const [path, content] of await withRepository(generated)) {
	const options = await prettier.resolveConfig(path);
	// Pages are written by hand around the generated part, and stay as they are; package.json is formatted by npm.
	const text =
		path.endsWith('.json') && generated.has(path)
			? await prettier.format(content, { ...options, filepath: path })
			: content;
	const current = await readFile(path, 'utf8').catch(() => null);
	if (current === text) continue;
	stale++;
	console.log(`${checking ? 'not current' : 'written'}: ${relative(root, path)}`);
	if (checking) continue;
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, text);
}
if (checking && stale > 0) {
	console.log('Run `npm run generate` and commit what it writes.');
	process.exitCode = 1;
}
