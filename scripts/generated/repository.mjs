import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../paths.mjs';

/** Kept by hand, or by npm; package.json is where the address comes from. */
const NOT_OURS = ['package-lock.json'];

const ADDRESS = /https:\/\/github\.com\/[\w.-]+\/n8n-nodes-100hires(?![\w-])/g;

/** Every text file in which the address of the repository stands, whoever owns it there. */
function filesWithAddress() {
	const git = [
		'grep',
		'--untracked',
		'-lzE',
		'https://github\\.com/[A-Za-z0-9_.-]+/n8n-nodes-100hires',
	];
	const found = execFileSync('git', git, { cwd: root, encoding: 'utf8' });
	return found.split('\0').filter((file) => file && !NOT_OURS.includes(file));
}

/**
 * Puts the address of the repository, as `repository` in package.json has it, wherever it is told: in the rest of package.json, the
 * codex files, the credential and the documentation. So a new owner changes one line.
 *
 * @param {Map<string, string>} outputs contents by path, as generated so far
 * @returns {Promise<Map<string, string>>} the same and the files that are not generated, with the address in them
 */
export async function withRepository(outputs) {
	const { repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
	const address = repository.url.replace(/^git\+|\.git$/g, '');
	const all = new Map(outputs);
	for (const file of filesWithAddress()) {
		const path = join(root, file);
		if (!all.has(path)) all.set(path, await readFile(path, 'utf8'));
	}
	for (const [path, content] of all) all.set(path, content.replaceAll(ADDRESS, address));
	return all;
}
