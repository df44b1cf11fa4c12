import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../harness/environment.mts';
import { packedPackage } from '../../harness/paths.mts';

/** All files of the packed package, as paths in it. */
export const files = readdirSync(packedPackage, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile())
	.map((entry) => join(entry.parentPath, entry.name).slice(packedPackage.length + 1));

export const text = (file: string): string => readFileSync(join(packedPackage, file), 'utf8');

export interface Manifest {
	name: string;
	version: string;
	license: string;
	homepage: string;
	bugs: string;
	author: { name: string; email: string };
	repository: { url: string };
	n8n: { nodes: string[]; credentials: string[] };
	dependencies?: unknown;
}

export const manifest: Manifest = JSON.parse(text('package.json'));

type Property = Record<string, unknown> & { name: string };

export interface Description {
	name: string;
	properties: Property[];
	iconUrl: { light: string; dark: string };
	codex?: { alias: string[]; categories: string[] };
}

/** What n8n knows of the package once it has loaded it. */
export interface Loaded {
	nodes: Description[];
	credentials: Array<Description & { supportedNodes: string[] }>;
	known: { nodes: Record<string, { sourcePath: string }> };
}

/** Loads the package as n8n does, in a process of its own: jest would put its own `require` in the way. */
export function load(): Loaded {
	const folder = temporaryFolder();
	try {
		const program = join(import.meta.dirname, 'loadPackage.mjs');
		const output = execFileSync(process.execPath, [program, packedPackage], {
			env: { ...process.env, N8N_USER_FOLDER: folder, N8N_ENCRYPTION_KEY: 'a key for tests only' },
			maxBuffer: 64 * 1024 * 1024,
			encoding: 'utf8',
		});
		return JSON.parse(output) as Loaded;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** What of a description people read: all texts under the keys that n8n shows, wherever they are. */
export function shownTexts(value: unknown, key = ''): string[] {
	if (typeof value === 'string') return SHOWN.includes(key) ? [value] : [];
	if (Array.isArray(value)) return value.flatMap((each) => shownTexts(each, key));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, each]) => shownTexts(each, name));
}

const SHOWN = [
	'action',
	'activationMessage',
	'alias',
	'description',
	'displayName',
	'errorMessage',
	'eventTriggerDescription',
	'hint',
	'message',
	'multipleValueButtonText',
	'name',
	'placeholder',
];
