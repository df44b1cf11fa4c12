/**
 * What `n8n-node build` leaves undone: it compiles, and copies every png and svg, but not the codex files (`*.node.json`,
 * n8n-core's DirectoryLoader looks for them beside the compiled nodes).
 */
const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const { dest, parallel, series, src } = require('gulp');

/** Puts the codex of each node beside it. */
const codex = () => src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));

/** The build copies pictures from anywhere; those of the documentation are not for users of the node. */
const strayPictures = async () => {
	for (const folder of ['docs', 'examples', 'test']) {
		await rm(`dist/${folder}`, { recursive: true, force: true });
	}
};

exports.assets = parallel(codex, strayPictures);

/** Schemas and tables that are made from the event types and the catalogue, and checked in. */
const generated = () => promisify(execFile)(process.execPath, ['scripts/generate.mjs']);

exports.generate = series(generated);
