import { includes, pageOf, route, secondsOf, type AnyRoute, type Paging } from '../api/route.mts';
import { company, id, include, paging, text, time, view } from '../api/schema.mts';
import { renderHiringTeam, renderJob, type JobOptions } from '../render/job.mts';

interface Wanted {
	include?: string;
	view?: 'full' | 'summary';
}

interface JobFilter extends Wanted, Paging {
	status?: string;
	created_at_start?: string;
	created_at_end?: string;
	updated_after?: string;
	department_id?: number;
	q?: string;
}

const INCLUDE = include('workflow', 'hiring_team', 'pipeline_stages');

function optionsFrom(query: Wanted): JobOptions {
	return {
		summary: query.view === 'summary',
		workflow: includes(query, 'workflow'),
		hiringTeam: includes(query, 'hiring_team'),
		pipelineStages: includes(query, 'pipeline_stages'),
	};
}

export const jobRoutes: AnyRoute[] = [
	route<never, JobFilter>({
		method: 'GET',
		path: '/jobs',
		query: {
			...company,
			status: text,
			created_at_start: time,
			created_at_end: time,
			updated_after: time,
			department_id: id,
			q: text,
			...INCLUDE,
			...paging,
			...view,
		},
		handle: ({ context, query }) => {
			const { status, created_at_start: start, created_at_end: end, q } = query;
			const { updated_after: updated, department_id: departmentId } = query;
			const jobs = [...context.world.jobs.values()].filter(
				(job) =>
					(status === undefined || job.status === status) &&
					(start === undefined || job.createdAt >= secondsOf(start)) &&
					(end === undefined || job.createdAt <= secondsOf(end)) &&
					(updated === undefined || job.updatedAt >= secondsOf(updated)) &&
					(departmentId === undefined || job.departmentId === departmentId) &&
					(q === undefined || job.title.toLowerCase().includes(q.toLowerCase())),
			);
			return pageOf('jobs', jobs, query, (job) =>
				renderJob(job, context.view(), optionsFrom(query)),
			);
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/jobs/:id',
		query: { ...INCLUDE, ...view },
		handle: ({ context, params, query }) =>
			renderJob(context.world.job(params.id), context.view(), optionsFrom(query)),
	}),
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
			const job = context.world.job(params.id);
			const user = context.world.user(body.user_id);
			if (!job.hiringTeam.includes(user.id)) job.hiringTeam.push(user.id);
			job.updatedAt = context.settings.clock.now();
			return { hiring_team: renderHiringTeam(job, context.view()) };
		},
	}),
];
