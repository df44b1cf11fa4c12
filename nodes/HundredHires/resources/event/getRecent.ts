import { NodeApiError, type INodeProperties, type JsonObject } from 'n8n-workflow';
import { EVENTS_BY_LABEL, selectedEvents } from '../../events';
import { readId, readText } from '../../shared/values';
import { selectStreams } from '../../polling/query';
import { readEventsSince } from '../../polling/recent';
import type { Get } from '../../polling/paginator';
import { optionalJob } from '../fields/common';
import { choices, inQuery, time } from '../fields';
import type { Operation, OperationCall } from '../types';
import { EVENT } from './shape';

const since = inQuery(
	'since',
	time({
		name: 'since',
		displayName: 'Since',
		required: true,
		description: 'Only what happened at this time or later',
	}),
);

const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
};

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

/** Asks for as long as it takes; a record that is gone meanwhile is none. */
function createGet({ call, context }: OperationCall): Get {
	return async ({ path, qs, task }) => {
		try {
			const body = await call({ method: 'GET', path, qs, task });
			return { status: 200, headers: {}, body };
		} catch (error) {
			const refused = new NodeApiError(context.getNode(), error as JsonObject);
			if (refused.httpCode !== '404') throw refused;
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
	task: 'list what happened',
	method: 'GET',
	path: '/applications',
	fields: [since],
	parameters: [limit],
	optional: { collection: 'filters', fields: [events, inQuery('job_id', optionalJob)] },
	company: 'query',
	output: { kind: 'object', shape: EVENT },
	async run(call) {
		const { query } = call;
		const chosen = readText(query.events)?.split(',') ?? ['*'];
		const scope = { companyId: readText(query.company_id) };
		const lists = selectStreams(new Set(selectedEvents(chosen)), scope, readId(query.job_id));
		const found = await readEventsSince(createGet(call), lists, Number(query.since));
		const newest = found.reverse().slice(0, Number(call.parameter('limit', 50)));
		return newest.map(({ event }) => ({ json: { ...event } }));
	},
};
