/**
 * Does a task of package.json, and first fetches what the task needs: Node 24, the dependencies, n8n.
 * Runs on Node 20 with nothing installed. Usage: node scripts/run.mjs <task> [arguments for its last command]
 */
import { delimiter, dirname, join } from 'node:path';
import { run, stopIfInterrupted } from './child.mjs';
import { alone } from './lock.mjs';
import { OLDEST_N8N, root } from './paths.mjs';
import { prepareDependencies, prepareN8n, prepareNode } from './prepare.mjs';
import { say } from './say.mjs';
import { TASKS } from './tasks.mjs';

async function main([name, ...args]) {
	const task = TASKS[name];
	if (!task)
		throw new Error(`There is no task "${name}". There are: ${Object.keys(TASKS).join(', ')}`);
	if (task.n8n === 'oldest') process.env.TEST_N8N_VERSION = OLDEST_N8N;
	const node = await alone(async () => {
		const path = await prepareNode();
		await prepareDependencies(path);
		if (task.n8n) await prepareN8n(path);
		return path;
	});
	const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH];
	const env = { ...process.env, PATH: path.join(delimiter) };
	// Spinners fill a log with their every turn unless they are told that nobody watches.
	if (!process.stdout.isTTY) env.CI ??= 'true';
	for (const [index, { command, alone: exclusive }] of task.commands.entries()) {
		const [program, ...rest] = command;
		const isLast = index === task.commands.length - 1;
		const own = isLast ? args : [];
		const start = async () => await run(program, [...rest, ...own], { cwd: root, env });
		const status = await (exclusive ? alone(start) : start());
		if (status !== 0 || isLast) return status;
		stopIfInterrupted();
	}
	return 0;
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	say(error.message);
	process.exitCode = 1;
}
