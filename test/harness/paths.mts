import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const local = join(root, '.local');

/** Of n8n, and of the Node that it needs. */
interface Versions {
	n8n: string;
	node: string;
}

/** What `scripts/pack.mjs` unpacked: the package as users get it. */
export const packedPackage = join(local, 'pack', 'package');

/** The n8n to run, and the folder of the Node that it needs, as `scripts/paths.mjs` chooses them. */
function chosen(): { n8n: string; nodeFolder: string } {
	const versions: unknown = JSON.parse(
		readFileSync(join(root, 'scripts', 'versions.json'), 'utf8'),
	);
	const { oldest, ...newest } = versions as Versions & { oldest: Versions };
	const n8n = process.env.TEST_N8N_VERSION || newest.n8n;
	const node = n8n === oldest.n8n ? oldest.node : newest.node;
	return { n8n, nodeFolder: node === newest.node ? 'node' : `node-${node}` };
}

/**
 * n8n's program, installed by `npm run test:e2e`, `npm run test:oldest` or `npm run demo`.
 * @throws Error when it is not there yet
 */
export function n8nProgram(): string {
	const { n8n } = chosen();
	const program = join(local, `n8n-${n8n}`, 'node_modules', 'n8n', 'bin', 'n8n');
	if (existsSync(program)) return program;
	throw new Error(`n8n ${n8n} is not installed. Run "npm run test:e2e", which fetches it.`);
}

/** The Node that n8n's database driver was compiled for; on platforms where npm has no package of it, the running one. */
export function n8nNode(): string {
	const folder = join(local, chosen().nodeFolder, 'node_modules');
	const packages = existsSync(folder) ? readdirSync(folder) : [];
	const binaries = packages.flatMap((name) => [
		join(folder, name, 'bin', 'node'),
		join(folder, name, 'bin', 'node.exe'),
	]);
	return binaries.find((path) => existsSync(path)) ?? process.execPath;
}
