/**
 * What `n8n-node build` leaves undone. It compiles, and copies every png, svg and schema, but not the codex files (`*.node.json`,
 * n8n-core's DirectoryLoader looks for them beside the compiled nodes); and what it makes is more and larger than what n8n reads.
 */
const { glob, readFile, rm, writeFile } = require('node:fs/promises');
const { dest, parallel, src } = require('gulp');

const SCHEMAS = 'dist/nodes/HundredHires/__schema__';

/** Puts the codex of each node beside it. */
const codex = () => src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));

/** The build copies pictures from anywhere; those of the documentation are not for users of the node. */
const strayPictures = async () => {
	for (const folder of ['docs', 'examples', 'test']) {
		await rm(`dist/${folder}`, { recursive: true, force: true });
	}
};

const bundle = async () => {
	const made = await import('./scripts/bundle.mjs');
	await made.bundle();
};

/**
 * n8n asks for a node's schema by resource and operation, or for that of a node that has none. The schemas of single events
 * (`candidate.hired`) are for readers of the documentation, and the indentation of all for readers of the sources.
 */
const schemas = async () => {
	for await (const file of glob(`${SCHEMAS}/**/*.json`)) {
		if (/\/event\/\w+\.\w+\.json$/.test(file)) await rm(file);
		else await writeFile(file, JSON.stringify(JSON.parse(await readFile(file, 'utf8'))));
	}
};

exports.assets = parallel(codex, strayPictures, bundle, schemas);
