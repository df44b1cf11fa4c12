import { route, wholeOf, type AnyRoute } from '../api/route.mts';
import { company, id, type Properties } from '../api/schema.mts';
import type { Context } from '../context.mts';
import { QUESTION_TYPES } from '../world/library.mts';
import { JOB_STATUSES } from '../world/lists.mts';
import type { StageRecord } from '../world/records.mts';
import type { World } from '../world/world.mts';

interface StageFilter {
	workflow_id?: number;
	job_id?: number;
}

function renderStages(stages: Iterable<StageRecord>) {
	return [...stages].map(({ id: stageId, name, order }) => ({ id: stageId, name, order }));
}

/** A list that comes without pages, under its own key. */
function list(
	path: string,
	key: string,
	rows: (world: World) => unknown,
	query: Properties = {},
): AnyRoute {
	return route<never>({
		method: 'GET',
		path,
		query,
		handle: ({ context }: { context: Context }) => ({ [key]: rows(context.world) }),
	});
}

function stagesFor(world: World, { workflow_id: workflowId, job_id: jobId }: StageFilter) {
	if (jobId !== undefined) return world.stagesOf(jobId);
	if (workflowId !== undefined) return world.workflow(workflowId).stages;
	return world.stages.values();
}

/** The lists of a company's settings and those that are the same for everyone (100Hires OpenAPI 3.1, 2.0.0). */
export const taxonomyRoutes: AnyRoute[] = [
	route<never>({
		method: 'GET',
		path: '/workflows',
		query: company,
		handle: ({ context }) =>
			wholeOf('workflows', [...context.world.workflows.values()], (workflow) => ({
				id: workflow.id,
				name: workflow.name,
				stages: renderStages(workflow.stages),
			})),
	}),
	route<never, StageFilter>({
		method: 'GET',
		path: '/workflows/stages',
		query: { ...company, workflow_id: id, job_id: id },
		handle: ({ context, query }) => ({ stages: renderStages(stagesFor(context.world, query)) }),
	}),
	route<never>({
		method: 'GET',
		path: '/workflows/:id/stages',
		query: company,
		handle: ({ context, params }) => ({
			stages: renderStages(context.world.workflow(Number(params.id)).stages),
		}),
	}),
	list('/sources', 'sources', ({ lists }) => lists.sources, company),
	list('/origins', 'origins', ({ lists }) => lists.origins),
	list('/rejection-reasons', 'rejection_reasons', ({ lists }) => lists.rejectionReasons, company),
	list('/departments', 'departments', ({ lists }) => lists.departments, company),
	list('/categories', 'categories', ({ lists }) => lists.categories),
	list('/education-levels', 'education_levels', ({ lists }) => lists.educationLevels),
	list('/experience-levels', 'experience_levels', ({ lists }) => lists.experienceLevels),
	list('/employment-types', 'employment_types', ({ lists }) => lists.employmentTypes),
	list('/statuses', 'statuses', () => JOB_STATUSES),
	list('/boards', 'boards', ({ lists }) => lists.boards),
	list('/languages', 'languages', ({ lists }) => lists.languages),
	list('/questions/types', 'types', () => QUESTION_TYPES),
	route<never>({
		method: 'GET',
		path: '/billing',
		handle: () => ({ success: true, is_pricing_enabled: true, is_paid: true }),
	}),
];
