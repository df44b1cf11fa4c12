import { sortOccurrences } from '../../../nodes/HundredHires/events/index.ts';
import { composeEvent } from '../../../nodes/HundredHires/events/compose.ts';
import { readChanges, STREAMS } from '../../../nodes/HundredHires/polling/streams.ts';

const APPLICATION = {
	id: 7,
	candidate_id: 5,
	job_id: 3,
	company_id: 42,
	stage: { id: 9, name: 'Offer' },
	status: 'hired',
	created_at: 1000,
	updated_at: 5000,
	hired_at: 5000,
	rejected_at: null,
	ai_score: 80,
	ai_scoring_updated_at: 2000,
	candidate: { id: 5, first_name: 'Ada', last_name: 'Byron', emails: ['ada@example.com'] },
	job: { id: 3, title: 'Engineer' },
};

const MOVES = [
	{
		from_stage_id: null,
		from_stage_name: null,
		to_stage_id: 1,
		to_stage_name: 'Applied',
		moved_at: 1000,
	},
	{
		from_stage_id: 1,
		from_stage_name: 'Applied',
		to_stage_id: 2,
		to_stage_name: 'Screen',
		moved_at: 3000,
		moved_by_user_id: 12,
	},
	{
		from_stage_id: 2,
		from_stage_name: 'Screen',
		to_stage_id: 9,
		to_stage_name: 'Offer',
		moved_at: 4000,
		moved_by_user_id: null,
	},
];

/** What happened to a row of the stream with this name. */
function readRow(stream: string, row: object, history: object[] = []) {
	const found = STREAMS.find(({ name }) => name === stream);
	if (!found) throw new Error(`There is no stream ${stream}`);
	return readChanges(found, { ...row }, history as Array<Record<string, unknown>>);
}

const names = (changes: Array<{ name: string; at: number }>) =>
	changes.map(({ name, at }) => [name, at]);

test('an application tells what happened to it, each at its own time; where it began is no move', () => {
	expect(names(sortOccurrences(readRow('applications', APPLICATION, MOVES)))).toEqual([
		['application.created', 1000],
		['ai_score.generated', 2000],
		['application.stage_changed', 3000],
		['application.stage_changed', 4000],
		['candidate.hired', 5000],
	]);
	expect(readRow('applications', { id: 7 }, [])).toEqual([]);
});

test('a move bears its own stages, time and user, wherever the application is by now', () => {
	const [, move] = readRow('applications', APPLICATION, MOVES);
	expect(composeEvent('application.stage_changed', { application: APPLICATION }).stage).toBe(
		'Offer',
	);
	expect(move.body).toMatchObject({
		event_type: 'application.stage_changed',
		user: 12,
		data: { application: { stage: { id: 2, name: 'Screen' } }, moved_at: 3000 },
	});
});

test('a candidate is new, or changed, or both; changed in the second of the creation is new only', () => {
	expect(names(readRow('candidates', { id: 5, created_at: 1000, updated_at: 1000 }))).toEqual([
		['candidate.created', 1000],
	]);
	expect(names(readRow('candidates', { id: 5, created_at: 1000, updated_at: 1001 }))).toEqual([
		['candidate.created', 1000],
		['candidate.updated', 1001],
	]);
});

test('an interview brings its application, candidate and job', () => {
	const { candidate, job, ...application } = APPLICATION;
	const interview = { id: 11, application_id: 7, start_time: 1, end_time: 2, interviewers: [] };
	const [{ name, at, body }] = readRow('interviews', {
		...interview,
		created_at: 4500,
		application,
		candidate,
		job,
	});
	expect([name, at]).toEqual(['interview.scheduled', 4500]);
	expect(body.data).toEqual({
		interview: { ...interview, created_at: 4500 },
		application,
		candidate,
		job,
	});
});

test('times that are no times tell nothing', () => {
	expect(readRow('candidates', { id: 5, created_at: 'yesterday', updated_at: null })).toEqual([]);
	expect(readRow('interviews', { id: 11 })).toEqual([]);
});
