import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.mjs';

const PARTS = /require\("\.\/([^"]+)"\)/g;
const sources = join(root, 'nodes/HundredHires');
const built = join(root, 'dist/nodes/HundredHires');

/** `webhooks/delivery` is `webhooks_delivery` in the one file. */
const nameOf = (part) => part.replaceAll(/\W/g, '_');

/** Has a compiled node find its parts in the one file, and notes which they are. */
function wire(code, parts) {
	return code.replaceAll(PARTS, (_whole, part) => {
		parts.add(part);
		return `require("./shared").${nameOf(part)}`;
	});
}

const SETTINGS = {
	absWorkingDir: root,
	packages: 'external',
	format: 'cjs',
	platform: 'node',
	target: 'es2022',
	charset: 'utf8',
	logLevel: 'warning',
};

/** Puts parts into the one file. */
async function buildShared(parts, outfile) {
	const contents = [...parts]
		.map((part) => `export * as ${nameOf(part)} from './${part}';`)
		.join('\n');
	const stdin = { contents, resolveDir: sources, sourcefile: 'shared.ts' };
	await build({ ...SETTINGS, stdin, outfile, bundle: true });
}

/**
 * Puts all that the nodes are made of into one file beside them: n8n finds, reads and compiles one file in a third of the
 * time that 170 small ones take. The nodes stay as the compiler wrote them but for where they find their parts, and nothing is
 * minified, since people read what they install. One file for all three, because they share what they know of the API's rate limit.
 *
 * Needs dist/ as `n8n-node build` leaves it.
 */
export async function bundle() {
	const parts = new Set();
	for (const file of await readdir(built)) {
		if (!file.endsWith('.node.js')) continue;
		const code = await readFile(join(built, file), 'utf8');
		await writeFile(join(built, file), wire(code, parts));
	}
	if (parts.size === 0)
		throw new Error('The nodes have no parts to put together: build them anew.');
	for (const entry of await readdir(built)) {
		if (!/\.node\.js(on)?$/.test(entry) && entry !== '__schema__')
			await rm(join(built, entry), { recursive: true });
	}
	await buildShared(parts, join(built, 'shared.js'));
}

/**
 * Writes what the sources are now into a package that n8n has loaded: the nodes, their one file, the credential, the codex files.
 * Unlike the build it checks no types and deletes nothing, and takes a fraction of a second.
 *
 * @param {string} packageFolder the unpacked package
 * @throws {Error} when a source has a syntax error; esbuild has printed it then
 */
export async function updatePackage(packageFolder) {
	const parts = new Set();
	const folder = 'nodes/HundredHires';
	const written = [];
	for (const file of await readdir(sources)) {
		const target = join(packageFolder, 'dist', folder, file);
		if (file.endsWith('.node.ts')) {
			const code = wire(await compile(join(sources, file)), parts);
			written.push([target.replace(/ts$/, 'js'), code]);
		} else if (file.endsWith('.node.json')) {
			written.push([target, await readFile(join(sources, file), 'utf8')]);
		}
	}
	const credential = 'credentials/HundredHiresApi.credentials';
	const code = await compile(join(root, `${credential}.ts`));
	written.push([join(packageFolder, 'dist', `${credential}.js`), code]);
	await buildShared(parts, join(packageFolder, 'dist', folder, 'shared.js'));
	for (const [path, text] of written) await writeFile(path, text);
}

/** One file as CommonJS, with its imports as they are. */
async function compile(path) {
	const options = { ...SETTINGS, entryPoints: [path], write: false };
	delete options.packages;
	const { outputFiles } = await build(options);
	return outputFiles[0].text;
}
