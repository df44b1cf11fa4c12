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

/** The `boards` that a job is published on (100Hires OpenAPI 3.1, 2.0.0). */
export function renderBoards(job: JobRecord, { world }: View) {
	return world.lists.boards.filter(({ name }) => job.boards.has(name));
}

const urlOf = ({ alias }: JobRecord) => `https://careers.northwind.example/job/${alias}`;

function renderLocation(job: JobRecord) {
	const parts = [
		job.locationStreetAddress,
		job.locationCity,
		job.locationState,
		job.locationCountry,
	];
	return {
		country: job.locationCountry,
		city: job.locationCity,
		state: job.locationState,
		postal_code: job.locationPostalCode,
		street_address: job.locationStreetAddress,
		full_address: job.locationFullAddress ?? parts.filter(Boolean).join(', '),
	};
}

/** A job as the career site shows it; which fields that are is not documented, these are what everyone may see. */
export function renderPublicJob(job: JobRecord, view: View) {
	const { world } = view;
	return {
		id: job.id,
		title: job.title,
		url: urlOf(job),
		description: job.description,
		location: renderLocation(job),
		is_remote: job.isRemote,
		department: named(world.lists.departments, job.departmentId),
		employment_type: named(world.lists.employmentTypes, job.employmentTypeId),
		created_at: job.createdAt,
	};
}

/** A `Job` (100Hires OpenAPI 3.1, 2.0.0). */
export function renderJob(job: JobRecord, view: View, options: JobOptions = {}) {
	const { world } = view;
	const { lists } = world;
	const workflow = world.workflow(job.workflowId);
	const included = options.summary ? {} : options;
	return {
		id: job.id,
		alias: job.alias,
		company_id: world.company.id,
		url: urlOf(job),
		url_backoffice: `${BACK_OFFICE}/job/${job.alias}/candidates/pipeline`,
		title: job.title,
		internal_title: job.internalTitle,
		internal_job_id: job.internalJobId,
		status: job.status,
		...(!options.summary && {
			description: job.description,
			indeed_posting_data: {},
			ai_scoring_criteria: job.aiScoringCriteria.map(({ title, text, weight }, index) => ({
				id: job.id * 100 + index,
				title: title ?? null,
				text,
				weight,
				position: index + 1,
			})),
		}),
		resume_field_status: job.resumeFieldStatus,
		location: renderLocation(job),
		is_remote: job.isRemote,
		department: named(lists.departments, job.departmentId),
		category: named(lists.categories, job.categoryId),
		employment_type: named(lists.employmentTypes, job.employmentTypeId),
		education_level: named(lists.educationLevels, job.educationLevelId),
		experience_level: named(lists.experienceLevels, job.experienceLevelId),
		workflow_id: job.workflowId,
		...(included.workflow && { workflow: { id: workflow.id, name: workflow.name } }),
		...(included.pipelineStages && {
			pipeline_stages: workflow.stages.map(({ id, name }) => ({ id, name })),
		}),
		...(included.hiringTeam && { hiring_team: renderHiringTeam(job, view) }),
		salary_min: job.salaryMin,
		salary_max: job.salaryMax,
		salary_currency: job.salaryCurrency,
		salary_period: job.salaryPeriod,
		hours_per_week_min: null,
		hours_per_week_max: null,
		is_satellite: job.parentJobId !== null,
		parent_job_id: job.parentJobId,
		language: job.language,
		created_at: job.createdAt,
		updated_at: job.updatedAt,
	};
}
