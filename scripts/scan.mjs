/**
 * Both halves of the check that n8n runs on a package before it verifies it: the sources, and what is published.
 * n8n's own command downloads both from npm and GitHub; this takes them from here, so it works before anything is published.
 * Usage: node scripts/scan.mjs, after scripts/pack.mjs
 *
 * With --published it does what n8n's command does, for the version in package.json; that command itself reports success to whoever
 * asks for its exit status, whatever it found.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	analyzePackage,
	analyzePackageByName,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { packFolder, root } from './paths.mjs';

function report(what, { passed, message, details }) {
	console.log(`n8n's scan of ${what}: ${passed ? 'passed' : 'FAILED'}`);
	for (const line of [message, details]) if (line) console.log(line);
	if (!passed) process.exitCode = 1;
}

if (process.argv.includes('--published')) {
	const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	report(`${name}@${version}`, await analyzePackageByName(name, version));
} else {
	const packed = join(packFolder, 'package');
	report(`the sources (${root})`, await analyzePackage(root, SOURCE_FILE_PATTERNS));
	report(`the package (${packed})`, await analyzePackage(packed, ['**/*.js', 'package.json']));
}
