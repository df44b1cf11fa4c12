import { applicationPath } from '../fields/common';
import type { Operation } from '../types';
import { AI_SCORE, STAGE_MOVE } from './entity';

export const getAiScore: Operation = {
	value: 'getAiScore',
	name: 'Get AI Score',
	action: 'Get AI score of application',
	description:
		'Get the AI score of an application with its criteria and reasons; nothing comes out while there is none',
	task: 'get the AI score of application {id}',
	method: 'GET',
	path: '/applications/{id}/ai-score',
	fields: [applicationPath],
	output: { kind: 'one', entity: AI_SCORE, at: 'score' },
};

export const getStageHistory: Operation = {
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
