import { inQuery, text } from '../fields';
import { createdAfter, optionalJob, optionalStage, updatedAfter } from '../fields/common';
import type { Operation } from '../types';
import { CANDIDATE } from './entity';
import { include } from './include';

/** All filters have to match (100Hires OpenAPI 2.0.0). */
const filters = [
	inQuery(
		'q',
		text({
			name: 'search',
			displayName: 'Search',
			placeholder: 'e.g. Ada',
			description: 'Part of the name or of the email address',
		}),
	),
	inQuery(
		'email',
		text({
			name: 'email',
			displayName: 'Email',
			placeholder: 'e.g. name@email.com',
			description: 'The whole email address',
		}),
	),
	inQuery(
		'full_name',
		text({ name: 'fullName', displayName: 'Full Name', placeholder: 'e.g. Ada Lovelace' }),
	),
	inQuery(
		'linkedin',
		text({
			name: 'linkedin',
			displayName: 'LinkedIn',
			placeholder: 'e.g. https://linkedin.com/in/adalovelace',
			description: 'Address of the LinkedIn profile, or the last part of it',
		}),
	),
	inQuery('job_id', optionalJob),
	inQuery('stage_id', optionalStage),
	createdAfter,
	updatedAfter,
	include,
];

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many candidates',
	description: 'List or search candidates, by name, email, LinkedIn, job, stage or time',
	task: 'list the candidates',
	method: 'GET',
	path: '/candidates',
	company: 'query',
	summary: true,
	optional: { collection: 'filters', fields: filters },
	output: { kind: 'pages', entity: CANDIDATE, key: 'candidates' },
};
