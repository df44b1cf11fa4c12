import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { n8nProgram, packedPackage } from '../harness/paths.mts';

/** What the package takes from n8n-workflow when it runs: as TypeScript compiles an import, and as the bundler writes it. */
function taken(): string[] {
	const dist = join(packedPackage, 'dist');
	const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
	const names = files
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => [
			...readFileSync(join(dist, file), 'utf8').matchAll(/n8n_workflow\w*\.(\w+)/g),
		])
		.map(([, name]) => name);
	return [...new Set(names)];
}

test('the n8n-workflow of this n8n has everything that the package takes from it', () => {
	const library = createRequire(n8nProgram())('n8n-workflow') as Record<string, unknown>;
	expect(taken()).toContain('NodeApiError');
	expect(taken().filter((name) => library[name] === undefined)).toEqual([]);
});
