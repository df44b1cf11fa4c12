import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/environment.mts';
import { n8nNode, root } from '../harness/paths.mts';
import { until } from '../harness/until.mts';

const WITHIN_MS = 120_000;
const LABEL = 'Label That a Developer Has Just Changed';

const running = new Set<ChildProcess>();

afterAll(() => {
	for (const loop of running) loop.kill('SIGTERM');
});

/** Starts the loop; `end` stops it as Ctrl-C does and gives its exit status. */
async function startLoop(folder: string, sources: string) {
	const program = join(root, 'test/dev/dev.mts');
	const ports = ['--port', '0', '--sandbox-port', '0'];
	const args = [program, ...ports, '--folder', folder, '--sources', sources];
	const loop = spawn(n8nNode(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
	running.add(loop);
	const ended = new Promise((resolve) => loop.once('exit', resolve));
	void ended.then(() => running.delete(loop));
	let output = '';
	for (const stream of [loop.stdout, loop.stderr])
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	await until(
		'the loop to watch',
		() => output.includes('Watching') || undefined,
		WITHIN_MS,
		() => output,
	);
	const readWord = (label: string): string =>
		new RegExp(`${label}\\s+(\\S+)`).exec(output)?.[1] ?? '';
	const readPassword = (): string => /its login\s+\S+\s+(\S+)/.exec(output)?.[1] ?? '';
	const n8n = readWord('n8n').replace(/\/$/, '');

	/** What n8n has under a path of its REST API, as the text that it answers. */
	const get = async (path: string): Promise<string> => {
		const body = JSON.stringify({
			emailOrLdapLoginId: readWord('its login'),
			password: readPassword(),
		});
		const headers = { 'content-type': 'application/json' };
		const login = await fetch(`${n8n}/rest/login`, { method: 'POST', headers, body });
		const cookie = login.headers
			.getSetCookie()
			.map((each) => each.split(';')[0])
			.join('; ');
		const response = await fetch(`${n8n}${path}`, { headers: { cookie } });
		return await response.text();
	};
	const end = async () => {
		loop.kill('SIGINT');
		return await ended;
	};
	return { get, end, log: () => output };
}

test('a saved change is in the running n8n, whose data are there again after a restart', async () => {
	const folder = temporaryFolder();
	const sources = temporaryFolder();
	for (const part of ['nodes', 'credentials'])
		cpSync(join(root, part), join(sources, part), { recursive: true });
	const changed = join(sources, 'nodes/HundredHires/triggers/parameters.ts');
	try {
		const first = await startLoop(folder, sources);
		const credentials = await first.get('/rest/credentials');
		expect(JSON.parse(credentials)).toMatchObject({ data: [{ type: 'hundredHiresApi' }] });
		// Compared as a boolean: the list is some megabytes long.
		const isServedBy = async (loop: typeof first) =>
			(await loop.get('/types/nodes.json')).includes(LABEL);
		expect(await isServedBy(first)).toBe(false);
		const text = readFileSync(changed, 'utf8');
		writeFileSync(changed, text.replace("'Whole Company'", `'${LABEL}'`));
		const waitForLabel = async (loop: typeof first) =>
			await until(
				'the label to be served',
				async () => (await isServedBy(loop)) || undefined,
				WITHIN_MS,
				loop.log,
			);
		await waitForLabel(first);
		expect(await first.end()).toBe(0);

		const again = await startLoop(folder, sources);
		expect(await again.get('/rest/credentials')).toBe(credentials);
		await waitForLabel(again);
		expect(await again.end()).toBe(0);
	} finally {
		for (const each of [folder, sources]) rmSync(each, { recursive: true, force: true });
	}
}, 400_000);
