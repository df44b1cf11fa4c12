/**
 * Both halves of the check that n8n runs on a package before it verifies it: the sources, and what is published.
 * n8n's own command downloads both from npm and GitHub; this takes them from here, so it works before anything is published.
 * Usage: node scripts/scan.mjs, after scripts/pack.mjs
 */
import { join } from 'node:path';
import {
	analyzePackage,
	SOURCE_FILE_PATTERNS,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import { packFolder, root } from './paths.mjs';

const halves = [
	['the sources', root, SOURCE_FILE_PATTERNS],
	['the package', join(packFolder, 'package'), ['**/*.js', 'package.json']],
];

for (const [name, folder, patterns] of halves) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	console.log(`n8n's scan of ${name} (${folder}): ${passed ? 'passed' : 'FAILED'}`);
	for (const line of [message, details]) if (line) console.log(line);
	if (!passed) process.exitCode = 1;
}
