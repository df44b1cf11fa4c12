/**
 * Loads nodes as n8n does and prints what that took, as JSON: `{ "ms": …, "kib": … }`.
 * Usage: node --expose-gc loadOne.mjs <folder whose n8n-workflow is loaded before> <file>#<class> …
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [base, ...nodes] = process.argv.slice(2);
const require = createRequire(join(base, 'package.json'));
// What n8n has loaded long before any node.
require('n8n-workflow');

const heap = () => {
	globalThis.gc();
	globalThis.gc();
	return process.memoryUsage().heapUsed;
};
const before = heap();
const begin = performance.now();
// Kept, so that the garbage collector leaves it.
globalThis.loaded = nodes.map((each) => {
	const [file, name] = each.split('#');
	return new (require(file)[name])();
});
const ms = performance.now() - begin;
console.log(JSON.stringify({ ms, kib: (heap() - before) / 1024 }));
