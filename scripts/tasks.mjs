/**
 * @typedef {object} Step
 * @property {string[]} command run under Node 24, with node_modules/.bin on the path
 * @property {boolean} [alone] it writes dist/ or .local/, so no other run may do so meanwhile
 */

/** @type {(...command: string[]) => Step} */
const step = (...command) => ({ command });

/** @type {(...command: string[]) => Step} */
const writing = (...command) => ({ command, alone: true });

const build = [writing('n8n-node', 'build'), writing('gulp', 'assets')];
const lint = [step('n8n-node', 'lint')];
const typecheck = [step('tsc', '--noEmit'), step('tsc', '-p', 'test/tsconfig.json')];
const pack = [...build, writing('node', 'scripts/pack.mjs')];
const scan = [
	...pack,
	step('node', 'scripts/scan.mjs'),
	step('jest', '--selectProjects', 'package'),
];
const generated = [step('node', 'scripts/generate.mjs', '--check')];
const jest = [step('jest', '--selectProjects', 'unit', 'integration')];

/** Two at a time: each waits for its n8n most of the time. More would start more n8ns at once than a small machine bears. */
const e2e = step('jest', '--selectProjects', 'e2e', '--maxWorkers=2');

/** The tests that touch each part of the package, and what of n8n has changed over the years: activation, deliveries, polls, memory. */
const ofOldest = [
	'action',
	'hired-to-bamboohr',
	'library',
	'polling',
	'reliability',
	'trigger',
	'triggerOptions',
	'upgrade',
];

/**
 * What each script of package.json does. Further arguments go to the last command. `n8n` says that it runs an n8n: the one that
 * TEST_N8N_VERSION names or the newest, or else the oldest.
 * @type {Record<string, { commands: Step[], n8n?: boolean | 'oldest' }>}
 */
export const TASKS = {
	bench: { commands: [...pack, step('node', 'test/bench/bench.mts')], n8n: true },
	build: { commands: build },
	check: { commands: [...lint, ...typecheck, ...scan, ...generated, ...jest] },
	demo: { commands: [...pack, step('node', 'test/demo/demo.mts')], n8n: true },
	generate: { commands: [step('gulp', 'generate')] },
	lint: { commands: lint },
	'lint:fix': { commands: [step('n8n-node', 'lint', '--fix')] },
	pictures: { commands: [...pack, step('node', 'scripts/pictures.mjs')], n8n: true },
	release: { commands: [step('n8n-node', 'release')] },
	sandbox: { commands: [step('node', 'test/sandbox/start.mts')] },
	scan: { commands: scan },
	'scan:published': { commands: [step('node', 'scripts/scan.mjs', '--published')] },
	test: { commands: [...lint, ...typecheck, ...build, ...generated, ...jest] },
	'test:e2e': {
		commands: [...pack, e2e],
		n8n: true,
	},
	'test:oldest': {
		commands: [
			...pack,
			step(
				...e2e.command,
				'--testPathPatterns',
				`e2e/(flows/)?(${ofOldest.join('|')})[.]`,
				// It has one way of activating workflows, and one of polling.
				'--testNamePattern',
				'^(?!.*(legacy activation|in its database))',
			),
		],
		n8n: 'oldest',
	},
	typecheck: { commands: typecheck },
};
