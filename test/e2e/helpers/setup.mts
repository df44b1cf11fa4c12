import { itemsOf, localize, startN8n, type N8n } from '../../harness/n8n.mts';
import {
	ManualClock,
	startHiresSandbox,
	type Dialect,
	type HiresSandbox,
} from '../../sandbox/hires/index.mts';

export const TRIGGER = '100Hires Trigger';

/** The trigger and something behind it that shows what reaches the flow. */
export function flow(credentialId: string, parameters: Record<string, unknown>) {
	return {
		name: 'Events of 100Hires',
		nodes: [
			{
				id: 'trigger',
				name: TRIGGER,
				type: 'n8n-nodes-100hires.hundredHiresTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters,
				credentials: { hundredHiresApi: { id: credentialId, name: '100Hires' } },
			},
			{
				id: 'flow',
				name: 'Flow',
				type: 'n8n-nodes-base.noOp',
				typeVersion: 1,
				position: [220, 0],
				parameters: {},
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: 'Flow', type: 'main', index: 0 }]] } },
	};
}

/** The tests that `define` makes, in an n8n of each kind: the two ways in which n8n calls a trigger's webhooks. */
export function inEachActivation(define: (n8n: () => N8n) => void): void {
	describe.each([
		['publication service', 'true'],
		['legacy activation', 'false'],
	])('with n8n’s %s', (_name, service) => {
		let n8n: N8n;
		beforeAll(async () => {
			n8n = await startN8n({ env: { N8N_USE_WORKFLOW_PUBLICATION_SERVICE: service } });
		});
		afterAll(async () => await n8n.remove());
		define(() => n8n);
	});
}

/** What reached `Flow`. */
export const eventsOf = (executions: Awaited<ReturnType<N8n['executions']>>) =>
	executions.flatMap((execution) => itemsOf(execution, 'Flow')) as Array<Record<string, unknown>>;

/** A real n8n with a credential for a stand-in of 100Hires, whose clock the test moves. */
export interface Setup {
	n8n: N8n;
	sandbox: HiresSandbox;
	clock: ManualClock;
	credentialId: string;
}

/** Starts a stand-in of 100Hires that pushes all eight events, and makes a credential for it. */
export async function connect(n8n: N8n, dialect: Dialect): Promise<Setup> {
	const clock = new ManualClock();
	const sandbox = await startHiresSandbox({
		dialect,
		pushedEvents: 'all',
		clock,
		rewriteUrl: localize(n8n),
	});
	const credentialId = await n8n.createCredential('hundredHiresApi', '100Hires', {
		apiKey: sandbox.apiKey,
		companyId: '',
		baseUrl: sandbox.baseUrl,
	});
	return { n8n, sandbox, clock, credentialId };
}

/** What a recruiter's week does to one candidate; the clock moves between, as a flat body tells its event by its times. */
export function emitEveryEvent({ sandbox: { world }, clock }: Setup, email: string) {
	const [job] = world.jobs.values();
	const stages = world.stagesOf(job.id);
	const [user] = world.users.values();
	const next = (action: () => void) => {
		clock.advance(3600);
		action();
	};
	const application = world.apply({
		jobId: job.id,
		firstName: 'Ada',
		lastName: 'Byron',
		email,
		phone: '+15550100',
	});
	const rejected = world.apply({
		jobId: job.id,
		firstName: 'Bob',
		lastName: 'Byron',
		email: `2${email}`,
	});
	next(() => world.score(application.id, 87));
	next(() => world.move(application.id, stages[1].id));
	next(() =>
		world.scheduleInterview(application.id, {
			start: clock.now() + 86_400,
			end: clock.now() + 90_000,
			interviewerIds: [user.id],
			location: 'Room 1',
		}),
	);
	next(() => world.hire(application.id));
	next(() => world.updateCandidate(application.candidateId, { phone: '+15550199' }));
	next(() => world.disqualify(rejected.id));
	return { application, job, stage: stages[1].name };
}
