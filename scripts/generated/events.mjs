import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { root } from '../paths.mjs';
import { fromSource } from '../source.mjs';
import { pageWith, schemas, table } from './pages.mjs';

const { EVENTS_BY_LABEL } = fromSource('events/index.ts');
const { sampleEvent } = fromSource('events/samples.ts');

/** The schema of each event: what all events have in common, and its own name. */
function createSchemas() {
	const common = createGenerator({
		path: join(root, 'nodes/HundredHires/events/types.ts'),
		tsconfig: join(root, 'tsconfig.json'),
		expose: 'none',
		topRef: false,
		skipTypeCheck: true,
	}).createSchema('EventBase');
	const required = [...common.required, 'event'].sort();
	return new Map(
		EVENTS_BY_LABEL.map(({ name, description }) => {
			const event = { type: 'string', const: name };
			const properties = { ...common.properties, event };
			return [name, { ...common, properties, required, description: `${description}.` }];
		}),
	);
}

/** The schema of the trigger's output as a whole: the same properties for all events, any of their names. */
function triggerSchema(byEvent) {
	const [first] = byEvent.values();
	return {
		...first,
		description: 'An event of 100Hires',
		properties: {
			...first.properties,
			event: { type: 'string', enum: [...byEvent.keys()].sort() },
		},
	};
}

const example = (value) => (value === null || typeof value === 'object' ? '' : `\`${value}\``);

/** One line a field; the fields of the entities are the schema's business. */
function fieldTable(schema, sample) {
	const lines = Object.entries(schema.properties)
		.filter(([name]) => schema.required.includes(name))
		.map(([name, { description = '' }]) => [`\`${name}\``, description, example(sample[name])]);
	return table(['field', 'what it is', 'example'], lines);
}

const filledIn = (sample) => Object.keys(sample).filter((field) => sample[field] !== null);

const ENTITIES = ['application', 'candidate', 'job', 'interview', 'score', 'actor'];

/** A line for each event, with the fields that have a value in its sample and are not among those that others have too. */
function eventTable(heading, others) {
	const lines = EVENTS_BY_LABEL.map(({ name, label, description }) => {
		const own = filledIn(sampleEvent(name)).filter((field) => !others.has(field));
		const fields = own.map((field) => `\`${field}\``).join(', ');
		return [`\`${name}\``, label, description, fields];
	});
	return table(['event', 'in the list', 'when', heading], lines);
}

/** What the README says of the events: the flat fields that an event has beyond those of a new application. */
export function eventSummary() {
	const common = new Set([...filledIn(sampleEvent('application.created')), ...ENTITIES]);
	return eventTable('beside the fields of every event', common);
}

function eventsPage(byEvent) {
	const hired = sampleEvent('candidate.hired');
	const common = new Set([...filledIn(sampleEvent('candidate.created')), 'link', 'raw']);
	const schema = byEvent.get('candidate.hired');
	const flat = {
		required: schema.required,
		properties: Object.fromEntries(
			Object.entries(schema.properties).filter(([name]) => !ENTITIES.includes(name)),
		),
	};
	const samples = EVENTS_BY_LABEL.map(
		({ name, label }) =>
			`### ${label}\n\n\`\`\`json\n${JSON.stringify(sampleEvent(name), null, 2)}\n\`\`\``,
	);
	return [
		'## The events',
		eventTable('filled beside the person', common),
		'## The fields',
		fieldTable(flat, hired),
		'## A sample of each',
		...samples,
	].join('\n\n');
}

/**
 * The schema of each event and of the trigger as a whole, and the page of events.
 *
 * @returns {Promise<Map<string, string>>} contents by path
 */
export async function eventOutputs() {
	const byEvent = createSchemas();
	const files = new Map([[join(schemas, 'v1.0.0.json'), JSON.stringify(triggerSchema(byEvent))]]);
	for (const [name, schema] of byEvent)
		files.set(join(schemas, 'v1.0.0/event', `${name}.json`), JSON.stringify(schema));
	const page = { 'npm run generate': eventsPage(byEvent) };
	files.set(...(await pageWith(join(root, 'docs/events.md'), page)));
	return files;
}
