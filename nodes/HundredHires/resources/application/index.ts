import { boolean, inBody, required } from '../fields';
import { applicationPath, candidateText, jobById, resumeBody, stageBody } from '../fields/common';
import type { Operation, Resource } from '../types';
import { AI_SCORE, APPLICATION, STAGE_MOVE } from './entity';
import { include } from './fields';
import { getAll } from './getAll';
import { move } from './move';
import { reject } from './reject';

/** What is done to an application without saying any more. */
function buildVerb(
	value: string,
	texts: Pick<Operation, 'name' | 'action' | 'description' | 'task'>,
): Operation {
	return {
		value,
		...texts,
		method: 'POST',
		path: `/applications/{id}/${value}`,
		fields: [applicationPath],
		optional: { collection: 'additionalFields', fields: [include] },
		output: { kind: 'one', entity: APPLICATION },
	};
}

const advance = buildVerb('advance', {
	name: 'Advance',
	action: 'Advance application to next stage',
	description: "Move an application to the next stage of the job's pipeline",
	task: 'advance application {id}',
});

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create application',
	description: 'Add a candidate who is known already to a job',
	task: 'create the application',
	method: 'POST',
	path: '/applications',
	fields: [inBody('candidate_id', required(candidateText)), inBody('job_id', required(jobById))],
	optional: {
		collection: 'additionalFields',
		fields: [stageBody, resumeBody, include],
	},
	output: { kind: 'one', entity: APPLICATION },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete application',
	description: 'Remove an application for good; this cannot be undone. The candidate stays.',
	task: 'delete application {id}',
	method: 'DELETE',
	path: '/applications/{id}',
	fields: [applicationPath],
	output: { kind: 'deleted' },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get application',
	description: 'Get one application: its stage, status, score and resume',
	task: 'get application {id}',
	method: 'GET',
	path: '/applications/{id}',
	fields: [applicationPath],
	optional: { collection: 'additionalFields', fields: [include] },
	output: { kind: 'one', entity: APPLICATION },
};

const getAiScore: Operation = {
	value: 'getAiScore',
	name: 'Get AI Score',
	action: 'Get AI score of application',
	description:
		'Get the AI score of an application with its criteria and reasons; nothing comes out while there is none',
	task: 'get the AI score of application {id}',
	method: 'GET',
	path: '/applications/{id}/ai-score',
	fields: [applicationPath],
	output: { kind: 'one', entity: AI_SCORE, at: 'score', mayBeNull: true },
};

const getStageHistory: Operation = {
	value: 'getStageHistory',
	name: 'Get Stage History',
	action: 'Get stage history of application',
	description: 'List every move of an application between stages: from, to, when, by whom',
	task: 'get the stage history of application {id}',
	method: 'GET',
	path: '/applications/{id}/stage-history',
	fields: [applicationPath],
	output: { kind: 'list', entity: STAGE_MOVE, key: 'history' },
};

const hire = buildVerb('hire', {
	name: 'Hire',
	action: 'Hire candidate of application',
	description: 'Mark the candidate of an application as hired for the job',
	task: 'hire the candidate of application {id}',
});

const transfer: Operation = {
	value: 'transfer',
	name: 'Transfer to Job',
	action: 'Transfer application to another job',
	description: 'Put an application into another job, in its first stage unless one is chosen',
	task: 'transfer application {id}',
	method: 'POST',
	path: '/applications/{id}/transfer',
	fields: [applicationPath, inBody('job_id', required(jobById))],
	optional: {
		collection: 'additionalFields',
		fields: [stageBody, include],
	},
	output: { kind: 'one', entity: APPLICATION },
};

const unreject = buildVerb('unreject', {
	name: 'Unreject',
	action: 'Take back rejection of application',
	description: 'Take back the rejection of an application, so that it is active again',
	task: 'take back the rejection of application {id}',
});

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update application',
	description: 'Change the stage, the resume or the disqualification of an application',
	task: 'update application {id}',
	method: 'PUT',
	path: '/applications/{id}',
	fields: [applicationPath],
	optional: {
		collection: 'updateFields',
		fields: [
			stageBody,
			inBody(
				'is_disqualified',
				boolean({
					name: 'isDisqualified',
					displayName: 'Disqualified',
					description: 'Whether the candidate is disqualified for the job',
				}),
			),
			resumeBody,
			include,
		],
	},
	output: { kind: 'one', entity: APPLICATION },
};

export const application: Resource = {
	value: 'application',
	name: 'Application',
	description: "One candidate's application for one job: stage, status, score",
	operations: [
		advance,
		create,
		remove,
		get,
		getAiScore,
		getAll,
		getStageHistory,
		hire,
		move,
		reject,
		transfer,
		unreject,
		update,
	],
};
