import { isObject, readNamed, readObjects, readText } from '../shared/values';
import type { Json } from '../shared/types';
import type { PickList } from './search';

const joinTexts = (...parts: Array<string | null>): string | null =>
	parts.filter((part) => part !== null).join(' ') || null;

const addDetail = (name: string | null, more: string | null): string | null =>
	name !== null && more !== null ? `${name} (${more})` : (name ?? more);

const readName = (row: Json): string | null => readText(row.name);
const readPersonName = (row: Json): string | null =>
	joinTexts(readText(row.first_name), readText(row.last_name));

const readFirstText = (list: unknown): string | null =>
	Array.isArray(list) ? readText(list[0]) : null;

export const JOBS: PickList = {
	path: '/jobs',
	key: 'jobs',
	task: 'list the jobs',
	search: 'q',
	paged: true,
	company: true,
	qs: { view: 'summary' },
	label: (row) => addDetail(readText(row.title), readText(row.status)),
};

export const CANDIDATES: PickList = {
	path: '/candidates',
	key: 'candidates',
	task: 'list the candidates',
	search: 'q',
	paged: true,
	company: true,
	qs: { view: 'summary' },
	label: (row) => addDetail(readPersonName(row), readFirstText(row.emails)),
};

/** 100Hires does not search applications by text: the newest are listed. */
export const APPLICATIONS: PickList = {
	path: '/applications',
	key: 'applications',
	task: 'list the applications',
	company: true,
	qs: { size: 100, sort: '-created_at', include: 'candidate,job' },
	label: (row) => {
		const person = isObject(row.candidate) ? readPersonName(row.candidate) : null;
		const job = isObject(row.job) ? readText(row.job.title) : readText(row.job_alias);
		return addDetail(person, joinTexts(job, readNamed(row.stage)?.name ?? null));
	},
};

export const USERS: PickList = {
	path: '/users',
	key: 'users',
	task: 'list the users',
	paged: true,
	company: true,
	label: (row) => addDetail(readText(row.full_name), readText(row.email)),
};

export const EMAIL_TEMPLATES: PickList = {
	path: '/email-templates',
	key: 'email_templates',
	task: 'list the email templates',
	paged: true,
	company: true,
	qs: { view: 'summary' },
	label: readName,
};

export const NURTURE_CAMPAIGNS: PickList = {
	path: '/nurture-campaigns',
	key: 'nurture_campaigns',
	task: 'list the nurture campaigns',
	paged: true,
	company: true,
	label: (row) => readText(row.title),
};

export const FORMS: PickList = {
	path: '/forms',
	key: 'forms',
	task: 'list the forms',
	paged: true,
	company: true,
	qs: { view: 'summary' },
	label: readName,
};

export const MAIL_ACCOUNTS: PickList = {
	path: '/companies/mail-accounts',
	key: 'mail_accounts',
	task: 'list the mail accounts',
	paged: true,
	label: (row) => addDetail(readText(row.email), readNamed(row.provider)?.name ?? null),
};

export const QUESTIONS: PickList = {
	path: '/questions',
	key: 'questions',
	task: 'list the questions',
	paged: true,
	company: true,
	label: (row) => readText(row.text),
};

export const WORKFLOWS: PickList = {
	path: '/workflows',
	key: 'workflows',
	task: 'list the workflows',
	company: true,
	label: readName,
};

/** The stages of a job or a workflow, or all. */
export const STAGES: PickList = {
	path: '/workflows/stages',
	key: 'stages',
	task: 'list the stages',
	company: true,
	label: readName,
};

/** A list of `{id, name}` that comes whole. */
const createNamedList = (path: string, key: string, company = false): PickList => ({
	path,
	key,
	task: `list the ${key.replaceAll('_', ' ')}`,
	company,
	label: readName,
});

export const REJECTION_REASONS = createNamedList('/rejection-reasons', 'rejection_reasons', true);

/** Short lists for options, by the name of their method. */
export const OPTION_LISTS = {
	getBoards: {
		...createNamedList('/boards', 'boards'),
		label: (row: Json) => readText(row.title),
		value: (row: Json) => readText(row.name),
	},
	getCategories: createNamedList('/categories', 'categories'),
	getDepartments: createNamedList('/departments', 'departments', true),
	getEducationLevels: createNamedList('/education-levels', 'education_levels'),
	getEmploymentTypes: createNamedList('/employment-types', 'employment_types'),
	getExperienceLevels: createNamedList('/experience-levels', 'experience_levels'),
	getLanguages: {
		...createNamedList('/languages', 'languages'),
		label: (row: Json) => addDetail(readText(row.language), readText(row.native_name)),
		value: (row: Json) => readText(row.locale),
	},
	getRejectionReasons: REJECTION_REASONS,
	getUsers: USERS,
} satisfies Record<string, PickList>;

/** Lists of bare texts: method → path and key (100Hires OpenAPI 2.0.0). */
export const TEXT_LISTS = {
	getJobStatuses: { path: '/statuses', key: 'statuses', task: 'list the job statuses' },
	getQuestionTypes: { path: '/questions/types', key: 'types', task: 'list the question types' },
} as const;

/** Stages that come inside the workflows, each with its workflow's name; for lists of all stages, where names repeat. */
export function readStages(workflows: Json[]): Array<{ name: string; value: number | string }> {
	return workflows.flatMap((workflow) =>
		readObjects(workflow.stages).flatMap((stage) => {
			const named = readNamed(stage);
			if (named?.id == null) return [];
			return [{ name: addDetail(named.name, readName(workflow)) ?? '', value: named.id }];
		}),
	);
}
