import { signatureOf } from '../../sandbox/hires/index.mts';
import {
	apply,
	clock,
	jobs,
	namesSent,
	receiver,
	sandbox,
	SIGNATURE,
	start,
	stop,
} from '../helpers/deliverySetup.mts';
import { person, type Json } from '../helpers/sandboxSetup.mts';

afterEach(stop);

/** Everything that can happen to one application, the clock moving on between. */
function everything() {
	const { world } = sandbox;
	const application = apply();
	const { id, candidateId } = application;
	const next = (act: () => void) => {
		clock.advance(60);
		act();
	};
	next(() => world.score(id, 87));
	next(() => world.advance(id));
	next(() => world.scheduleInterview(id, { start: clock.now() + 60, end: clock.now() + 120 }));
	next(() => world.updateCandidate(candidateId, { phone: '+15550199' }));
	next(() => world.disqualify(id));
	next(() => world.unreject(id));
	next(() => world.hire(id));
	return application;
}

const EVERYTHING = [
	'candidate.created',
	'application.created',
	'ai_score.generated',
	'application.stage_changed',
	'interview.scheduled',
	'candidate.updated',
	'candidate.disqualified',
	'application.stage_changed',
	'candidate.hired',
];

describe('the dialect of the OpenAPI document', () => {
	test('pushes new applications only, unless told otherwise: the flat application, signed', async () => {
		const webhookId = await start();
		everything();
		await sandbox.deliveries.idle();
		expect(namesSent()).toEqual(['application.created']);
		const [{ body, headers }] = receiver.received;
		const [secret] = sandbox.webhooks.get(webhookId)?.secrets ?? [];
		expect(headers).toMatchObject({
			'content-type': 'application/json',
			[SIGNATURE]: signatureOf(body, secret),
		});
		const { candidate, cv, ...application } = JSON.parse(body) as Record<string, Json>;
		expect(Object.keys(application).sort()).toEqual(
			[
				'id',
				'candidate_id',
				'job_id',
				'job_alias',
				'internal_job_id',
				'company_id',
				'stage',
				'status',
				'is_disqualified',
				'url_backoffice',
				'rejected_at',
				'rejection_reason',
				'hired_at',
				'hiring_team',
				'custom_fields',
				'created_at',
				'updated_at',
				'last_message_at',
				'days_since_last_message',
				'ai_score',
				'ai_recommendation',
				'ai_scoring_updated_at',
			].sort(),
		);
		expect(application).toMatchObject({
			internal_job_id: 7,
			stage: { name: 'Applied' },
			status: 'active',
		});
		expect(candidate).toMatchObject({ first_name: 'Ada', emails: ['ada@example.com'] });
		expect(cv).toMatchObject({ text: 'Ten years', file: { file_ext: 'pdf' } });
	});

	test('pushes all events on request, each as the flat object that it is about', async () => {
		await start({ pushedEvents: 'all', deliveryConcurrency: 1 });
		const { id, candidateId } = everything();
		await sandbox.deliveries.idle();
		expect(namesSent()).toEqual(EVERYTHING);
		expect(receiver.bodies()).toMatchObject([
			{ id: candidateId, first_name: 'Ada' },
			{ id, ai_score: null, hired_at: null },
			{ id, ai_score: 87, ai_recommendation: 'Strong Yes' },
			{ id, stage: { name: 'Phone screen' }, status: 'active' },
			{ application_id: id, interviewers: [{ name: 'Olivia Owner' }] },
			{ id: candidateId, phones: ['+15550199'] },
			{ id, status: 'rejected', is_disqualified: true },
			// What belongs together has changed together before anybody is told of it.
			{ id, stage: { name: 'Hired' }, status: 'hired' },
			{ id, stage: { name: 'Hired' }, status: 'hired', hired_at: clock.now() },
		]);
		for (const body of receiver.bodies()) expect(body).not.toHaveProperty('event_type');
	});
});

describe('the dialect of the help article', () => {
	test('sends envelopes with event, ID, time, user and what is affected', async () => {
		await start({ dialect: 'article', deliveryConcurrency: 1 });
		const { id, candidateId } = everything();
		await sandbox.deliveries.idle();
		const bodies = receiver.bodies();
		expect(bodies.map((body) => body.event_type)).toEqual(EVERYTHING);
		expect(new Set(bodies.map((body) => body.event_id)).size).toBe(bodies.length);
		const [created, applied, scored, moved, interviewed] = bodies;
		expect(created).toMatchObject({ user: null, data: { candidate: { id: candidateId } } });
		expect(applied).toMatchObject({
			timestamp: clock.now() - 7 * 60,
			data: { application: { id }, candidate: { id: candidateId }, job: { id: jobs()[0].id } },
		});
		expect(scored).toMatchObject({ user: null, data: { ai_score: { total_score: 87 } } });
		expect(moved).toMatchObject({
			user: { full_name: 'Olivia Owner' },
			data: { from_stage: { name: 'Applied' }, to_stage: { name: 'Phone screen' } },
		});
		expect(interviewed).toMatchObject({ data: { interview: { application_id: id } } });
	});

	test('delivers what a webhook subscribed to, and leaves the ID out on request', async () => {
		const all = await start({ dialect: 'article', vendorEventIds: false });
		sandbox.webhooks.remove(all);
		sandbox.webhooks.add({ url: receiver.url, events: ['candidate.hired'] });
		everything();
		await sandbox.deliveries.idle();
		expect(receiver.bodies()).toMatchObject([{ event_type: 'candidate.hired' }]);
		expect(receiver.bodies()[0]).not.toHaveProperty('event_id');
	});
});

test('a webhook of a job gets that job’s events and those of its candidates', async () => {
	const company = await start({ pushedEvents: 'all' });
	const [one, two] = jobs();
	const webhook = sandbox.webhooks.add({ url: receiver.url, jobId: two.id });
	const elsewhere = apply('one@example.com', one.id);
	sandbox.world.createCandidate(person('none@example.com'));
	sandbox.world.updateCandidate(elsewhere.candidateId, { lastName: 'Lovelace' });
	const here = apply('two@example.com', two.id);
	sandbox.world.updateCandidate(here.candidateId, { lastName: 'Lovelace' });
	const sentTo = (id: number) =>
		sandbox.deliveries
			.all()
			.filter(({ webhookId }) => webhookId === id)
			.map(({ eventName }) => eventName);
	expect(sentTo(webhook.id)).toEqual([
		'candidate.created',
		'application.created',
		'candidate.updated',
	]);
	expect(sentTo(company)).toHaveLength(7);
});

describe('actions that change nothing tell nothing', () => {
	test('known people, the stage where it is already, what was done before', async () => {
		await start({ pushedEvents: 'all' });
		const { world } = sandbox;
		const { id, stageId, candidateId } = apply();
		apply('ada@example.com', jobs()[1].id);
		world.move(id, stageId);
		world.updateCandidate(candidateId, { firstName: 'Ada' });
		world.hire(id);
		world.hire(id);
		expect(namesSent()).toEqual([
			'candidate.created',
			'application.created',
			'application.created',
			'application.stage_changed',
			'candidate.hired',
		]);
		expect(() => apply()).toThrow(/in this job already/);
		world.unhire(id);
		expect(world.application(id)).toMatchObject({ status: 'active', hiredAt: null, stageId });
		clock.advance(1);
		world.hire(id);
		expect(world.application(id).hiredAt).toBe(clock.now());
		expect(namesSent().slice(5)).toEqual([
			'application.stage_changed',
			'application.stage_changed',
			'candidate.hired',
		]);
	});
});
