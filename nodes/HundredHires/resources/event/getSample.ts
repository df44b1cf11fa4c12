import { UserError } from 'n8n-workflow';
import { EVENTS_BY_LABEL } from '../../events';
import { sampleEvent } from '../../events/samples';
import { choice, inQuery } from '../fields';
import type { Operation } from '../types';
import { EVENT } from './entity';

const kind = inQuery(
	'event',
	choice({
		name: 'event',
		displayName: 'Event',
		description: 'The event to give a sample of',
		options: EVENTS_BY_LABEL.map(({ label, name, description }) => ({
			name: label,
			value: name,
			description,
		})),
	}),
);

export const getSample: Operation = {
	value: 'getSample',
	name: 'Get Sample',
	action: 'Get sample event',
	description:
		'Get a made-up event in the shape that the triggers give, to build and try a flow with; 100Hires is not asked',
	task: 'get a sample event',
	fields: [kind],
	output: { kind: 'object', shape: { ...EVENT, sample: 'boolean' } },
	async run({ query }) {
		const found = EVENTS_BY_LABEL.find(({ name }) => name === query.event);
		if (!found)
			throw new UserError(
				`'Event' has to be one of the events in the list, and is "${String(query.event).slice(0, 100)}".`,
			);
		return [{ json: { ...sampleEvent(found.name), sample: true } }];
	},
};
