import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { root } from './paths.mjs';

/**
 * Loads a module of the nodes from its source: what is built is one file, in which single modules cannot be reached.
 * @param {string} path below nodes/HundredHires, such as `events/index.ts`
 * @returns {any} its exports
 */
export function fromSource(path) {
	const [{ text }] = buildSync({
		entryPoints: [join(root, 'nodes/HundredHires', path)],
		absWorkingDir: root,
		bundle: true,
		packages: 'external',
		format: 'cjs',
		platform: 'node',
		write: false,
		logLevel: 'warning',
	}).outputFiles;
	const module = { exports: {} };
	new Function('module', 'exports', 'require', text)(
		module,
		module.exports,
		createRequire(import.meta.url),
	);
	return module.exports;
}
