import type { JobRecord } from '../world/records.mts';
import { BACK_OFFICE, named } from './shared.mts';
import type { View } from './shared.mts';

export interface JobOptions {
	/** Drops the description and everything asked for besides. */
	summary?: boolean;
	workflow?: boolean;
	hiringTeam?: boolean;
	pipelineStages?: boolean;
}

/** The `HiringTeamMember`s of a job (100Hires OpenAPI 3.1, 2.0.0). */
export function renderHiringTeam(job: JobRecord, { world }: View) {
	return job.hiringTeam.map((id) => {
		const user = world.user(id);
		return { id, full_name: user.fullName, email: user.email, role: user.role };
	});
}

/** A `Job` (100Hires OpenAPI 3.1, 2.0.0). */
export function renderJob(job: JobRecord, view: View, options: JobOptions = {}) {
	const { world } = view;
	const workflow = world.workflow(job.workflowId);
	const included = options.summary ? {} : options;
	return {
		id: job.id,
		alias: job.alias,
		company_id: world.company.id,
		url: `https://careers.northwind.example/job/${job.alias}`,
		url_backoffice: `${BACK_OFFICE}/job/${job.alias}/candidates/pipeline`,
		title: job.title,
		internal_title: null,
		internal_job_id: job.internalJobId,
		status: job.status,
		...(!options.summary && { description: job.description }),
		resume_field_status: 'optional',
		location: {
			country: job.country,
			city: job.city,
			state: null,
			postal_code: null,
			street_address: null,
			full_address: `${job.city}, ${job.country}`,
		},
		is_remote: job.isRemote,
		department: named(world.lists.departments, job.departmentId),
		category: null,
		employment_type: null,
		education_level: null,
		experience_level: null,
		workflow_id: job.workflowId,
		...(included.workflow && { workflow: { id: workflow.id, name: workflow.name } }),
		...(included.pipelineStages && {
			pipeline_stages: workflow.stages.map(({ id, name }) => ({ id, name })),
		}),
		...(included.hiringTeam && { hiring_team: renderHiringTeam(job, view) }),
		salary_min: null,
		salary_max: null,
		salary_currency: null,
		salary_period: null,
		is_satellite: false,
		parent_job_id: null,
		language: null,
		created_at: job.createdAt,
		updated_at: job.updatedAt,
	};
}
