import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packFolder, root } from './paths.mjs';

/**
 * Packs what would be published and unpacks it again, so that tests see what users get.
 * Needs dist/ to be built, and `tar`.
 * @returns {string} the folder of the unpacked package
 */
export function pack() {
	if (!existsSync(join(root, 'dist'))) throw new Error('There is no dist/ yet: npm run build');
	const fresh = `${packFolder}.new`;
	rmSync(fresh, { recursive: true, force: true });
	mkdirSync(fresh, { recursive: true });
	const args = [
		'pack',
		'--ignore-scripts',
		'--json',
		'--loglevel=error',
		`--pack-destination=${fresh}`,
	];
	const answer = execFileSync('npm', args, {
		shell: process.platform === 'win32',
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const [{ filename, size, entryCount }] = JSON.parse(answer);
	// Relative, because tar takes the colon of a Windows path for the name of a host.
	execFileSync('tar', ['-xzf', filename], { cwd: fresh, stdio: 'inherit' });
	rmSync(packFolder, { recursive: true, force: true });
	renameSync(fresh, packFolder);
	console.log(`Packed ${filename}: ${entryCount} files, ${Math.ceil(size / 1000)} kB`);
	return join(packFolder, 'package');
}

if (import.meta.filename === process.argv[1]) pack();
