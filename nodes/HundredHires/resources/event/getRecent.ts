import { NodeApiError, type JsonObject } from 'n8n-workflow';
import { EVENTS_BY_LABEL, selectEvents } from '../../events';
import { readId, readText } from '../../shared/values';
import { selectStreams } from '../../polling/query';
import { readEventsSince } from '../../polling/recent';
import type { Get } from '../../transport/paginator';
import { jobById, LIMIT } from '../fields/common';
import { choices, inQuery, time } from '../fields';
import type { Operation, OperationCall } from '../types';
import { EVENT } from './entity';

const since = inQuery(
	'since',
	time({
		name: 'since',
		displayName: 'Since',
		required: true,
		description: 'Only what happened at this time or later',
	}),
);

const events = inQuery(
	'events',
	choices({
		name: 'events',
		displayName: 'Events',
		description:
			'Which events to give; all of them if none is chosen. Stage changes take a request for each application that changed.',
		options: EVENTS_BY_LABEL.map(({ label, name, description }) => ({
			name: label,
			value: name,
			description,
		})),
	}),
);

/** The reads of polling, sent as requests of this operation. A row that is gone meanwhile comes as status 404, without an error. */
function createGet({ request, context }: OperationCall): Get {
	return async ({ path, qs, task, expect, mayBeMissing }) => {
		try {
			const body = await request({ method: 'GET', path, qs, task, expect });
			return { status: 200, headers: {}, body };
		} catch (error) {
			const refused = new NodeApiError(context.getNode(), error as JsonObject);
			if (refused.httpCode !== '404' || !mayBeMissing) throw refused;
			return { status: 404, headers: {}, body: null };
		}
	};
}

export const getRecent: Operation = {
	value: 'getRecent',
	name: 'Get Recent',
	action: 'Get recent events',
	description:
		'List what happened in the account since a time, newest first, in the shape and with the event IDs that the triggers give',
	task: 'list the recent events',
	method: 'GET',
	path: '/applications',
	fields: [since],
	parameters: [LIMIT],
	optional: { collection: 'filters', fields: [events, inQuery('job_id', jobById)] },
	company: 'query',
	output: { kind: 'object', shape: EVENT },
	async run(call) {
		const { query } = call;
		const chosen = readText(query.events)?.split(',') ?? ['*'];
		const scope = { companyId: readText(query.company_id) };
		const lists = selectStreams(new Set(selectEvents(chosen)), scope, readId(query.job_id));
		const found = await readEventsSince(createGet(call), lists, Number(query.since));
		const newest = found.reverse().slice(0, Number(call.parameter(LIMIT.name, LIMIT.default)));
		return newest.map(({ event }) => ({ json: { ...event } }));
	},
};
