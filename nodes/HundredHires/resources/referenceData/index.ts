import { JOB_BOARD } from '../jobBoard/entity';
import type { Entity, Operation, Output, Resource } from '../types';
import { LANGUAGE, NAMED } from './entity';

const listOf = (entity: Entity, key: string): Output => ({ kind: 'list', entity, key });

/**
 * One list: `getSources` for `/sources`. Those of a company take the company of the credential.
 *
 * @param name In the list of operations, and in lower case in texts, such as `Rejection Reasons`
 */
function list(
	name: string,
	path: string,
	description: string,
	output: Output,
	company?: 'query',
): Operation {
	const plain = name.toLowerCase();
	return {
		value: `get${name.replaceAll(' ', '')}`,
		name: `Get ${name}`,
		action: `Get list of ${plain}`,
		description,
		task: `list the ${plain}`,
		method: 'GET',
		path,
		output,
		...(company && { company }),
	};
}

const billing: Operation = {
	value: 'getBilling',
	name: 'Get Billing',
	action: 'Get billing of company',
	description: 'Find out whether the account has a paid plan, and whether prices apply at all',
	task: 'get the billing status',
	method: 'GET',
	path: '/billing',
	output: {
		kind: 'object',
		shape: { success: 'boolean', is_pricing_enabled: 'boolean', is_paid: 'boolean' },
	},
};

export const referenceData: Resource = {
	value: 'referenceData',
	name: 'Reference Data',
	description: 'The lists behind other things: sources, departments, rejection reasons and more',
	operations: [
		billing,
		list(
			'Categories',
			'/categories',
			'List what kinds of work a job can be, with the IDs that jobs take',
			listOf(NAMED, 'categories'),
		),
		list(
			'Departments',
			'/departments',
			'List the departments of the company, with the IDs that jobs take',
			listOf(NAMED, 'departments'),
			'query',
		),
		list(
			'Education Levels',
			'/education-levels',
			'List the levels of education that a job can ask for',
			listOf(NAMED, 'education_levels'),
		),
		list(
			'Employment Types',
			'/employment-types',
			'List the types of employment, such as full-time',
			listOf(NAMED, 'employment_types'),
		),
		list(
			'Experience Levels',
			'/experience-levels',
			'List the levels of experience that a job can ask for',
			listOf(NAMED, 'experience_levels'),
		),
		list(
			'Job Boards',
			'/boards',
			'List all boards that jobs can be published on; those of one job are in Job Board',
			listOf(JOB_BOARD, 'boards'),
		),
		list('Job Statuses', '/statuses', 'List the statuses that a job can have, one an item', {
			kind: 'strings',
			key: 'statuses',
			as: 'status',
		}),
		list(
			'Languages',
			'/languages',
			"List the languages that career sites and jobs' pages come in",
			listOf(LANGUAGE, 'languages'),
		),
		list(
			'Origins',
			'/origins',
			'List how candidates can have come in, such as by applying or by referral',
			listOf(NAMED, 'origins'),
		),
		list(
			'Rejection Reasons',
			'/rejection-reasons',
			'List the reasons that a rejection can give, with their IDs',
			listOf(NAMED, 'rejection_reasons'),
			'query',
		),
		list(
			'Sources',
			'/sources',
			'List where candidates can come from, such as LinkedIn',
			listOf(NAMED, 'sources'),
			'query',
		),
	],
};
