/**
 * Shows the whole road of a hire: 100Hires (a stand-in), a real n8n with the packed package, BambooHR (a stand-in).
 * Usage: node test/demo/demo.mts [--exit]
 * Needs n8n and the packed package: `npm run demo` sees to both. With --exit it ends by itself, with status 0 only if exactly one
 * employee with the right fields came out of it; without, it stays up to be played with until Ctrl-C.
 */
import { play, type Outcome } from './story.mts';
import { systems, type Systems } from './systems.mts';
import { createNarrator } from './narrator.mts';

const tell = createNarrator((line) => console.log(line));
const stayUp = !process.argv.includes('--exit');

/** The first signal ends the demo in order; a second one, which nobody listens to any more, ends it at once. */
const interrupted = new Promise<'interrupted'>((resolve) => {
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.once(signal, () => resolve('interrupted'));
	}
});

function showVerdict({ faults }: Outcome): boolean {
	if (faults.length === 0) tell('demo', 'One hire, delivered twice, made exactly one employee.');
	for (const fault of faults) tell('demo', `Not as it should be: ${fault}.`);
	return faults.length === 0;
}

function showAddresses({ n8n, hires }: Systems, { workflowId }: Outcome): void {
	const { email, password } = n8n.login;
	console.log(
		[
			'',
			`  The flow in n8n's editor   ${n8n.url}/workflow/${workflowId}`,
			`  its login                  ${email}   ${password}`,
			`  100Hires (the stand-in)    ${hires.pageUrl}`,
			'',
			'  Hire more people on the page of 100Hires, and watch here. Ctrl-C ends everything.',
			'',
		].join('\n'),
	);
}

const all = systems(tell);
/** What a shell expects of a program that was interrupted before it came to an end. */
let status = 130;

async function demo(): Promise<void> {
	const started = await all.start();
	const outcome = await play(started, tell);
	status = showVerdict(outcome) ? 0 : 1;
	if (!stayUp) return;
	showAddresses(started, outcome);
	await interrupted;
}

try {
	if ((await Promise.race([demo(), interrupted])) === 'interrupted') {
		tell('demo', 'Interrupted. Ending what was started; a second Ctrl-C ends it at once ...');
	}
} catch (error) {
	tell('demo', `Stopped: ${error instanceof Error ? error.message : String(error)}`);
	status = 1;
} finally {
	await all.end();
	tell('demo', 'All of it has ended.');
}
process.exit(status);
