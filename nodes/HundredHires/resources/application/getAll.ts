import { choice, inQuery, integer } from '../fields';
import { createdAfter, candidateById, jobById, stage, updatedAfter } from '../fields/common';
import type { Operation } from '../types';
import { APPLICATION } from './entity';
import { include } from './fields';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many applications',
	description: 'List applications, newest first unless sorted otherwise',
	task: 'list the applications',
	method: 'GET',
	path: '/applications',
	company: 'query',
	summary: true,
	optional: {
		collection: 'filters',
		fields: [
			inQuery('candidate_id', candidateById),
			inQuery('job_id', jobById),
			inQuery('stage_id', stage),
			inQuery(
				'status',
				choice({
					name: 'status',
					displayName: 'Status',
					description: 'Only applications with this status',
					options: [
						{ name: 'Hired', value: 'hired' },
						{ name: 'Pending', value: 'pending' },
						{ name: 'Rejected', value: 'rejected' },
					],
				}),
			),
			createdAfter,
			updatedAfter,
			inQuery(
				'ai_score_min',
				integer({
					name: 'aiScoreMin',
					displayName: 'Minimum AI Score',
					description: 'Only applications with at least this score',
					min: 0,
					max: 100,
				}),
			),
			inQuery(
				'ai_score_max',
				integer({
					name: 'aiScoreMax',
					displayName: 'Maximum AI Score',
					description: 'Only applications with at most this score',
					otherwise: 100,
					min: 0,
					max: 100,
				}),
			),
			inQuery(
				'sort',
				choice({
					name: 'sort',
					displayName: 'Sort',
					description: 'Which come first',
					options: [
						{ name: 'Highest AI Score First', value: '-ai_score' },
						{ name: 'Last Message First', value: '-last_message_at' },
						{ name: 'Last Message Last', value: 'last_message_at' },
						{ name: 'Lowest AI Score First', value: 'ai_score' },
						{ name: 'Newest First', value: '-created_at' },
						{ name: 'Oldest First', value: 'created_at' },
					],
				}),
			),
			include,
		],
	},
	output: { kind: 'pages', entity: APPLICATION, key: 'applications' },
};
