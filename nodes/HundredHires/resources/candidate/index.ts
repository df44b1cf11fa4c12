import type { Resource } from '../types';
import { getActivities } from './activities';
import { create } from './create';
import { remove } from './delete';
import { disqualify } from './disqualify';
import { get } from './get';
import { getAll } from './getAll';
import { downloadResume, getResume } from './resume';
import { update } from './update';
import { upsert } from './upsert';

export const candidate: Resource = {
	value: 'candidate',
	name: 'Candidate',
	description: 'A person: contact data, profile answers, resume',
	operations: [
		create,
		upsert,
		remove,
		disqualify,
		downloadResume,
		get,
		getActivities,
		getAll,
		getResume,
		update,
	],
};
