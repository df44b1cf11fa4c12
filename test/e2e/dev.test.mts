import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../harness/environment.mts';
import { n8nNode, root } from '../harness/paths.mts';
import { until } from '../harness/until.mts';

const WITHIN_MS = 120_000;
/** A file that no other test reads while this one runs, in a node that all e2e tests have installed from the packed copy. */
const CODEX = join(root, 'nodes/HundredHires/HundredHiresTrigger.node.json');

test('a saved change is in the package that a running n8n has loaded, and Ctrl-C ends the loop', async () => {
	const folder = temporaryFolder();
	const program = join(root, 'test/dev/dev.mts');
	const args = [program, '--port', '0', '--sandbox-port', '0', '--folder', folder];
	const loop = spawn(n8nNode(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
	const ended = new Promise((resolve) => loop.once('exit', resolve));
	let output = '';
	for (const stream of [loop.stdout, loop.stderr])
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const before = readFileSync(CODEX, 'utf8');
	const installed = join(
		folder,
		'.n8n/nodes/node_modules/n8n-nodes-100hires/dist/nodes/HundredHires/HundredHiresTrigger.node.json',
	);
	try {
		const isUp = () => output.includes('Watching') || undefined;
		await until('the loop to watch', isUp, WITHIN_MS, () => output);
		writeFileSync(CODEX, `${before}\n`);
		const isWritten = () =>
			(existsSync(installed) && readFileSync(installed, 'utf8') === `${before}\n`) || undefined;
		await until('the change to be written', isWritten, WITHIN_MS, () => output);
	} finally {
		writeFileSync(CODEX, before);
		loop.kill('SIGINT');
		expect(await ended).toBe(0);
		rmSync(folder, { recursive: true, force: true });
	}
}, 300_000);
