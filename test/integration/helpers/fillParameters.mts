/**
 * Fills in an operation as a user could: every parameter gets a value that a fresh sandbox accepts. What a value is goes by
 * 100Hires' name of the field and by the kind of the parameter.
 */
import type { IDataObject, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { Operation, SentField } from '../../../nodes/HundredHires/resources/types.ts';
import { byId } from './actionSetup.mts';

/** IDs of fixtures that are there, by 100Hires' name of the field; `id` by the first part of the path. */
export type Fixtures = Record<string, unknown>;

const TEXTS: Record<string, unknown> = {
	bcc: 'third@example.test',
	body: '<p>Hello</p>',
	category: 'candidate',
	cc: 'second@example.test',
	company_owner_email: 'owner@example.test',
	email: 'someone@example.test',
	full_name: 'Ada Byron',
	linkedin: 'https://www.linkedin.com/in/ada',
	linkedin_url: 'https://www.linkedin.com/in/ada',
	location: 'Room 1',
	options: ['Yes', 'No'],
	phone: '+15550100',
	tag: 'C/C++, ünïcode',
	timezone: 'Europe/Oslo',
	to: 'ada@example.test',
	type: 'self_scheduling_link',
	url: 'https://example.test/webhook',
	website: 'https://example.test',
};

/** What is in the item that comes in: a file in `data`. */
export const ITEM: INodeExecutionData = {
	json: {},
	binary: {
		data: {
			data: Buffer.from('A resume').toString('base64'),
			mimeType: 'text/plain',
			fileName: 'resume.txt',
		},
	},
};

function makeText(field: SentField): unknown {
	if (field.parameter.hint?.includes('binary field')) return 'data';
	return TEXTS[field.as] ?? `some ${field.as}`;
}

/** What stands for the fixtures that a list of options offers, by the method that loads it. */
const OFFERED: Record<string, string> = {
	getBoards: 'board',
	getCategories: 'category_id',
	getDepartments: 'department_id',
	getEducationLevels: 'education_level_id',
	getEmploymentTypes: 'employment_type_id',
	getExperienceLevels: 'experience_level_id',
	getJobStatuses: 'job_status',
	getLanguages: 'language',
	getQuestionTypes: 'question_type',
	getRejectionReasons: 'rejection_reason_id',
	getStages: 'stage_id',
	getUsers: 'user_id',
	getWorkflows: 'workflow_id',
};

function findFixture({ as }: SentField, operation: Operation, fixtures: Fixtures): string | number {
	const { path = '' } = operation;
	const key = as === 'id' ? (/webhooks/.test(path) ? 'own company' : path.split('/')[1]) : as;
	const fixture = fixtures[key];
	if (typeof fixture !== 'number' && typeof fixture !== 'string')
		throw new Error(`The test has no ${key} for ${operation.action}.`);
	return fixture;
}

function makeValue(field: SentField, operation: Operation, fixtures: Fixtures): unknown {
	const { parameter, as } = field;
	switch (parameter.type) {
		case 'resourceLocator':
			return byId(findFixture(field, operation, fixtures));
		case 'boolean':
			return true;
		case 'number':
			return fixtures[as] ?? parameter.typeOptions?.minValue ?? 1;
		case 'dateTime':
			return as.startsWith('end') ? '2026-09-02T11:00:00.000Z' : '2026-09-02T10:00:00.000Z';
		case 'json':
			return JSON.stringify(
				fixtures[`json:${as} ${operation.value}`] ?? fixtures[`json:${as}`] ?? TEXTS[as] ?? {},
			);
		case 'options':
		case 'multiOptions': {
			const method = parameter.typeOptions?.loadOptionsMethod;
			const own = method
				? fixtures[OFFERED[String(method)]]
				: (parameter.options as INodeProperties['options'] & Array<{ value: unknown }>)[0].value;
			return parameter.type === 'options' ? own : [own].flat();
		}
		case 'resourceMapper':
			return { mappingMode: 'defineBelow', value: { [String(fixtures.question_id)]: 'An answer' } };
		default: {
			if (/(^|_)id$/.test(as)) return findFixture(field, operation, fixtures);
			const text = makeText(field);
			return parameter.typeOptions?.multipleValues
				? [fixtures[as] ?? text].flat()
				: (fixtures[as] ?? text);
		}
	}
}

/** Optional fields without which 100Hires does not take the values that are filled in above, by action. */
const ALSO_NEEDED: Record<string, string[]> = {
	'Upload attachment of any category': ['object_id'],
	'Prepare placeholder for template': ['identifier'],
};

/** Each of the fields names one placeholder, so that only one of them can be filled in. */
const NEVER_ALL = ['Prepare placeholder for template'];

/** Names of the optional fields that have to be there: an update changes something. */
export function listNeeded({ action, optional }: Operation): string[] {
	const first = optional?.fields.find(({ to }) => to === 'body');
	return (
		ALSO_NEEDED[action] ?? (optional?.collection === 'updateFields' && first ? [first.as] : [])
	);
}

/** Names of all fields that `fillParameters` fills in. */
export function listFilled(operation: Operation, isFull: boolean): SentField[] {
	const { fields = [], optional, action } = operation;
	const isAll = isFull && !NEVER_ALL.includes(action);
	const too = listNeeded(operation);
	return [
		...fields.filter(({ parameter, to }) => isAll || parameter.required || to === 'path'),
		...(optional?.fields ?? []).filter(({ as }) => isAll || too.includes(as)),
	];
}

/** The parameters for an operation: the required fields only, or all. */
export function fillParameters(
	operation: Operation,
	fixtures: Fixtures,
	isFull: boolean,
): IDataObject {
	const { fields = [], optional } = operation;
	const chosen = listFilled(operation, isFull);
	const fillFields = (list: readonly SentField[]) =>
		Object.fromEntries(
			list
				.filter((field) => chosen.includes(field))
				.map((field) => [field.parameter.name, makeValue(field, operation, fixtures)]),
		);
	return {
		...fillFields(fields),
		...(optional && { [optional.collection]: fillFields(optional.fields) }),
	} as IDataObject;
}
