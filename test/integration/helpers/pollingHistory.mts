/** Random histories of a company, and what a look at it can show: written without any of the code under test. */
import * as fc from 'fast-check';
import {
	WorldError,
	type ApplicationRecord,
	type HiresSandbox,
} from '../../sandbox/hires/index.mts';

const pick = fc.nat();

/** Something that people do at 100Hires; the numbers choose with whom. */
export const ACTION = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ act: fc.constant('apply' as const), a: pick, b: pick }) },
	{
		weight: 1,
		arbitrary: fc.record({ act: fc.constant('apply again' as const), a: pick, b: pick }),
	},
	{
		weight: 1,
		arbitrary: fc.record({ act: fc.constant('add a person' as const), a: pick, b: pick }),
	},
	{
		weight: 2,
		arbitrary: fc.record({ act: fc.constant('edit a person' as const), a: pick, b: pick }),
	},
	{ weight: 6, arbitrary: fc.record({ act: fc.constant('move' as const), a: pick, b: pick }) },
	{ weight: 3, arbitrary: fc.record({ act: fc.constant('hire' as const), a: pick, b: pick }) },
	{
		weight: 1,
		arbitrary: fc.record({ act: fc.constant('take the hire back' as const), a: pick, b: pick }),
	},
	{ weight: 3, arbitrary: fc.record({ act: fc.constant('reject' as const), a: pick, b: pick }) },
	{ weight: 1, arbitrary: fc.record({ act: fc.constant('reopen' as const), a: pick, b: pick }) },
	{ weight: 1, arbitrary: fc.record({ act: fc.constant('transfer' as const), a: pick, b: pick }) },
	{ weight: 2, arbitrary: fc.record({ act: fc.constant('score' as const), a: pick, b: pick }) },
	{ weight: 2, arbitrary: fc.record({ act: fc.constant('interview' as const), a: pick, b: pick }) },
	{ weight: 1, arbitrary: fc.record({ act: fc.constant('message' as const), a: pick, b: pick }) },
	{ weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), a: pick, b: pick }) },
	{
		weight: 1,
		arbitrary: fc.record({ act: fc.constant('remove a person' as const), a: pick, b: pick }),
	},
);

export type Action = typeof ACTION extends fc.Arbitrary<infer T> ? T : never;

/** What a job's own list cannot tell from what happened in it: left out of histories that are looked at by job. */
const BETWEEN_JOBS: ReadonlyArray<Action['act']> = ['apply again', 'transfer'];

let people = 0;

/** Does it; what is not possible (a second application for the same job) changes nothing. */
export function perform({ world }: HiresSandbox, { act, a, b }: Action, isByJob = false): void {
	if (isByJob && BETWEEN_JOBS.includes(act)) return;
	const of = <T,>(all: Iterable<T>, n: number): T | undefined => {
		const list = [...all];
		return list[n % Math.max(1, list.length)];
	};
	const jobs = [...world.jobs.keys()];
	const jobId = jobs[b % jobs.length];
	const email = `person${people++}@example.com`;
	if (act === 'apply') {
		world.apply({ jobId, firstName: 'Ada', lastName: `Nr ${a}`, email });
		return;
	}
	if (act === 'add a person') {
		world.createCandidate({ firstName: 'Bob', lastName: `Nr ${a}`, email });
		return;
	}
	const candidate = of(world.candidates.values(), a);
	if (candidate && act === 'edit a person')
		return void world.updateCandidate(candidate.id, { phone: `+1555${b}` });
	if (candidate && act === 'remove a person') return world.removeCandidate(candidate.id);
	const application = of(world.applications.values(), a);
	if (!application) return;
	const { id } = application;
	const now = application.updatedAt;
	const stages = world.stagesOf(application.jobId);
	try {
		if (act === 'apply again' && candidate) world.addToJob(candidate, { jobId });
		if (act === 'move') world.move(id, stages[b % stages.length].id);
		if (act === 'hire') world.hire(id);
		if (act === 'take the hire back') world.unhire(id);
		if (act === 'reject') world.disqualify(id);
		if (act === 'reopen') world.unreject(id);
		if (act === 'transfer') world.transfer(id, { jobId });
		if (act === 'score') world.score(id, b % 101);
		if (act === 'interview') world.scheduleInterview(id, { start: now + 3600, end: now + 7200 });
		if (act === 'message') world.message(id);
		if (act === 'remove') world.removeApplication(id);
	} catch (error) {
		if (!(error instanceof WorldError)) throw error;
	}
}

const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

function ofApplication({ id, history, ...application }: ApplicationRecord): string[] {
	const { hiredAt, rejectedAt, score } = application;
	return [
		`application.created:${id}`,
		...history.flatMap(({ from, to, at }) =>
			from ? [`application.stage_changed:${id}:${to.id}:${iso(at)}`] : [],
		),
		...(hiredAt === null ? [] : [`candidate.hired:${id}:${iso(hiredAt)}`]),
		...(rejectedAt === null ? [] : [`candidate.disqualified:${id}:${iso(rejectedAt)}`]),
		...(score === null ? [] : [`ai_score.generated:${id}:${iso(score.at)}`]),
	];
}

/**
 * IDs of the events that the records show at this moment. That is less than what happened: see "What looking cannot see" in
 * docs/polling.md, which this follows line by line.
 */
export function visible({ world }: HiresSandbox, jobId: number | null): Set<string> {
	const ids: string[] = [];
	for (const candidate of world.candidates.values()) {
		const { id, createdAt, updatedAt } = candidate;
		const isOfJob = world.applicationsOf(candidate).some((one) => one.jobId === jobId);
		if (jobId !== null && !isOfJob) continue;
		ids.push(`candidate.created:${id}`);
		if (updatedAt > createdAt) ids.push(`candidate.updated:${id}:${iso(updatedAt)}`);
	}
	for (const application of world.applications.values())
		if (jobId === null || application.jobId === jobId) ids.push(...ofApplication(application));
	for (const interview of world.interviews.values())
		if (jobId === null || interview.jobId === jobId)
			ids.push(`interview.scheduled:${interview.id}`);
	return new Set(ids);
}
