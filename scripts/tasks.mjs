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
const scan = [...pack, step('node', 'scripts/scan.mjs')];
const generated = [step('node', 'scripts/generate.mjs', '--check')];
const jest = [step('jest', '--selectProjects', 'unit', 'integration')];

/**
 * What each script of package.json does. Further arguments go to the last command.
 * @type {Record<string, { commands: Step[], n8n?: boolean }>}
 */
export const TASKS = {
	bench: { commands: [...pack, step('node', 'test/bench/bench.mts')], n8n: true },
	build: { commands: build },
	check: { commands: [...lint, ...typecheck, ...scan, ...generated, ...jest] },
	demo: { commands: [...pack, step('node', 'test/demo/demo.mts')], n8n: true },
	generate: { commands: [...build, writing('gulp', 'generate')] },
	lint: { commands: lint },
	'lint:fix': { commands: [step('n8n-node', 'lint', '--fix')] },
	pictures: { commands: [...pack, step('node', 'scripts/pictures.mjs')], n8n: true },
	sandbox: { commands: [step('node', 'test/sandbox/start.mts')] },
	scan: { commands: scan },
	test: { commands: [...lint, ...typecheck, ...build, ...generated, ...jest] },
	'test:e2e': {
		commands: [...pack, step('jest', '--selectProjects', 'e2e', '--runInBand')],
		n8n: true,
	},
	typecheck: { commands: typecheck },
};
