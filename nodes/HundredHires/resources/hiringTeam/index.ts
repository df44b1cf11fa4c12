import { described, inBody, required } from '../fields';
import { jobPath, user } from '../fields/common';
import { TEAM_MEMBER } from '../job/entity';
import type { Output, Operation, Resource } from '../types';

const output: Output = { kind: 'list', entity: TEAM_MEMBER, key: 'hiring_team' };

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many hiring team members of job',
	description: 'List who is in the hiring team of a job, and as what',
	task: 'list the hiring team of job {id}',
	method: 'GET',
	path: '/jobs/{id}/hiring-team',
	fields: [jobPath],
	output,
};

/** 100Hires answers with the whole team, as it then is. */
const add: Operation = {
	value: 'add',
	name: 'Add Member',
	action: 'Add member to hiring team of job',
	description: 'Add a user to the hiring team of a job; every member comes out, one an item',
	task: 'add the user to the hiring team of job {id}',
	method: 'POST',
	path: '/jobs/{id}/hiring-team',
	fields: [
		jobPath,
		inBody('user_id', required(described(user, { description: 'Who joins the team' }))),
	],
	output,
};

export const hiringTeam: Resource = {
	value: 'hiringTeam',
	name: 'Hiring Team',
	description: 'Who works on a job: recruiters, hiring managers and others',
	operations: [add, getAll],
};
