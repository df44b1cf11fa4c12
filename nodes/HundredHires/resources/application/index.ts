import type { Resource } from '../types';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getAiScore, getStageHistory } from './history';
import { move } from './move';
import { reject } from './reject';
import { transfer } from './transfer';
import { update } from './update';
import { advance, hire, unreject } from './verbs';

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
