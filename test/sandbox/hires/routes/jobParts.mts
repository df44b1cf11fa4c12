import { many } from '../api/batch.mts';
import { route, type AnyRoute } from '../api/route.mts';
import { filled, id, listOf } from '../api/schema.mts';
import type { Context } from '../context.mts';
import { renderBoards, renderHiringTeam } from '../render/job.mts';
import { invalid } from '../world/errors.mts';
import type { JobRecord } from '../world/records.mts';

type Change = (job: JobRecord, board: string) => void;

const publish: Change = (job, board) => job.boards.add(board);
const takeOff: Change = (job, board) => job.boards.delete(board);

/** Does something with boards, with all of them when none are named. */
function change(
	jobs: readonly JobRecord[],
	{ world }: Context,
	act: Change,
	names?: string[],
): void {
	const known = world.lists.boards.map(({ name }) => name);
	const unknown = names?.find((name) => !known.includes(name));
	if (unknown !== undefined) throw invalid('boards', `Unknown job board "${unknown}".`);
	for (const job of jobs) for (const board of names ?? known) act(job, board);
}

function one(method: 'POST' | 'DELETE', act: Change): AnyRoute {
	return route<{ boards?: string[] }>({
		method,
		path: '/jobs/:id/job-boards',
		body: { boards: listOf(filled) },
		handle: ({ context, params, body }) => {
			const job = context.world.job(params.id);
			change([job], context, act, body.boards);
			return { boards: renderBoards(job, context.view()) };
		},
	});
}

function boardsOf(jobs: readonly JobRecord[], context: Context) {
	const rows = jobs.map((job) => ({ job_id: job.id, boards: renderBoards(job, context.view()) }));
	return { jobs: rows };
}

function several(method: 'POST' | 'DELETE', act: Change): AnyRoute {
	return route<{ jobs: number[]; boards?: string[] }>({
		method,
		path: '/jobs/batch-job-boards',
		body: { jobs: many(), boards: listOf(filled) },
		required: ['jobs'],
		handle: ({ context, body }) => {
			const jobs = body.jobs.map((jobId) => context.world.job(jobId));
			change(jobs, context, act, body.boards);
			return boardsOf(jobs, context);
		},
	});
}

/** Hiring teams, and the job boards that jobs are published on. */
export const jobPartRoutes: AnyRoute[] = [
	route<never>({
		method: 'GET',
		path: '/jobs/:id/hiring-team',
		handle: ({ context, params }) => ({
			hiring_team: renderHiringTeam(context.world.job(params.id), context.view()),
		}),
	}),
	route<{ user_id: number }>({
		method: 'POST',
		path: '/jobs/:id/hiring-team',
		body: { user_id: id },
		required: ['user_id'],
		handle: ({ context, params, body }) => {
			const job = context.world.addToHiringTeam(params.id, body.user_id);
			return { hiring_team: renderHiringTeam(job, context.view()) };
		},
	}),
	route<never>({
		method: 'GET',
		path: '/jobs/:id/job-boards',
		handle: ({ context, params }) => ({
			boards: renderBoards(context.world.job(params.id), context.view()),
		}),
	}),
	one('POST', publish),
	one('DELETE', takeOff),
	route<never, { jobs: number[] }>({
		method: 'GET',
		path: '/jobs/batch-job-boards',
		query: { jobs: many() },
		requiredQuery: ['jobs'],
		handle: ({ context, query }) =>
			boardsOf(
				query.jobs.map((jobId) => context.world.job(jobId)),
				context,
			),
	}),
	several('POST', publish),
	several('DELETE', takeOff),
];
