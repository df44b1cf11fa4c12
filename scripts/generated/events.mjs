import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { root } from '../paths.mjs';
import { fromSource } from '../source.mjs';
import { intoPage, row, schemas } from './pages.mjs';

const { EVENT_KINDS } = fromSource('events/catalogue.ts');
const { sampleEvent } = fromSource('events/samples.ts');

/** The names of the types are those of the events: `candidate.hired` is `CandidateHired`. */
const typeOf = (name) =>
	name.replace(/(^|[._])([a-z])/g, (_all, _mark, letter) => letter.toUpperCase());

function createSchemas() {
	const generator = createGenerator({
		path: join(root, 'nodes/HundredHires/events/types.ts'),
		tsconfig: join(root, 'tsconfig.json'),
		expose: 'none',
		topRef: false,
		skipTypeCheck: true,
	});
	return new Map(EVENT_KINDS.map(({ name }) => [name, generator.createSchema(typeOf(name))]));
}

/** The schema of the trigger's output as a whole: the same properties for all events, any of the eight names. */
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
		.map(([name, { description = '' }]) => row(`\`${name}\``, description, example(sample[name])));
	return [row('field', 'what it is', 'example'), row('---', '---', '---'), ...lines].join('\n');
}

/** Which flat fields have a value in the sample of an event, beyond those that every event of a person has. */
function eventTable(common) {
	const lines = EVENT_KINDS.map(({ name, label, description }) => {
		const sample = sampleEvent(name);
		const own = Object.keys(sample).filter((field) => sample[field] !== null && !common.has(field));
		return row(`\`${name}\``, label, description, own.map((field) => `\`${field}\``).join(', '));
	});
	return [
		row('event', 'in the list', 'when', 'filled beside the person'),
		row('---', '---', '---', '---'),
		...lines,
	].join('\n');
}

async function eventsPage(byEvent) {
	const hired = sampleEvent('candidate.hired');
	const person = sampleEvent('candidate.created');
	const common = new Set([
		...Object.keys(person).filter((field) => person[field] !== null),
		'link',
		'raw',
	]);
	const entities = ['application', 'candidate', 'job', 'interview', 'score', 'actor'];
	const schema = byEvent.get('candidate.hired');
	const flat = {
		required: schema.required,
		properties: Object.fromEntries(
			Object.entries(schema.properties).filter(([name]) => !entities.includes(name)),
		),
	};
	const samples = EVENT_KINDS.map(
		({ name, label }) =>
			`### ${label}\n\n\`\`\`json\n${JSON.stringify(sampleEvent(name), null, 2)}\n\`\`\``,
	);
	return [
		'## The events',
		eventTable(common),
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
	const page = join(root, 'docs/events.md');
	files.set(page, await intoPage(page, await eventsPage(byEvent)));
	return files;
}
