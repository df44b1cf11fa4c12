import { USER } from '../../shared/locators';
import { date, described, id, inPath, inQuery, locator } from '../fields';
import {
	application,
	candidatePath,
	createdAfter,
	candidateById,
	jobById,
	updatedAfter,
} from '../fields/common';
import type { Operation, Resource } from '../types';
import { INTERVIEW } from './entity';
import { include } from './fields';
import { schedule } from './schedule';

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get interview',
	description: 'Get one interview: when, where and with whom',
	task: 'get interview {id}',
	method: 'GET',
	path: '/interviews/{id}',
	fields: [
		inPath(
			'id',
			id({
				name: 'interviewId',
				displayName: 'Interview ID',
				required: true,
				placeholder: 'e.g. 90001',
			}),
		),
	],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: INTERVIEW },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many interviews',
	description: 'List interviews by day, interviewer, job, application or candidate',
	task: 'list the interviews',
	method: 'GET',
	path: '/interviews',
	company: 'query',
	summary: true,
	optional: {
		collection: 'filters',
		fields: [
			inQuery('job_id', jobById),
			inQuery(
				'application_id',
				described(application, { description: 'Only interviews of this application' }),
			),
			inQuery('candidate_id', candidateById),
			inQuery(
				'interviewer_user_id',
				locator({
					name: 'interviewerId',
					displayName: 'Interviewer',
					kind: USER,
					description: 'Only interviews that this user takes part in',
				}),
			),
			inQuery(
				'date',
				date({ name: 'date', displayName: 'Date', description: 'Only interviews on this day' }),
			),
			createdAfter,
			updatedAfter,
			include,
		],
	},
	output: { kind: 'pages', entity: INTERVIEW, key: 'interviews' },
};

const getAllOfCandidate: Operation = {
	value: 'getAllOfCandidate',
	name: 'Get Many of Candidate',
	action: 'Get many interviews of candidate',
	description: 'List the interviews of one candidate',
	task: 'list the interviews of candidate {id}',
	method: 'GET',
	path: '/candidates/{id}/interviews',
	fields: [candidatePath],
	output: { kind: 'pages', entity: INTERVIEW, key: 'interviews' },
};

export const interview: Resource = {
	value: 'interview',
	name: 'Interview',
	description: 'Meetings with candidates',
	operations: [get, getAll, getAllOfCandidate, schedule],
};
