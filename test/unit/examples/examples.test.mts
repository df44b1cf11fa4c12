import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleEvent } from '../../../nodes/HundredHires/events/samples.ts';
import { selectEvents, type EventName } from '../../../nodes/HundredHires/events/index.ts';

interface Example {
	name: string;
	nodes: Array<{
		name: string;
		type: string;
		webhookId?: string;
		credentials?: unknown;
		parameters: { events?: Array<EventName | '*'> };
	}>;
	connections: Record<string, Record<string, Array<Array<{ node: string }> | null>>>;
	pinData: Record<string, Array<{ json: object }>>;
	active: boolean;
}

const folder = join(import.meta.dirname, '../../../examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string): Example => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const TRIGGERS = ['hundredHiresTrigger', 'hundredHiresPollingTrigger'].map(
	(name) => `n8n-nodes-100hires.${name}`,
);
const endsOf = (example: Example) =>
	Object.values(example.connections).flatMap((outputs) =>
		Object.values(outputs)
			.flat()
			.flatMap((to) => (to ?? []).map(({ node }) => node)),
	);
/** Nodes that nothing leads to but that lead somewhere along the main road: the flow starts with one of them. */
const startsOf = (example: Example) => {
	const ends = endsOf(example);
	return example.nodes.filter(
		({ name }) => example.connections[name]?.main && !ends.includes(name),
	);
};

test('there is the flow that the README tells of', () => {
	expect(files).toContain('hired-to-bamboohr.json');
});

describe.each(files)('%s', (file) => {
	const example = read(file);
	const names = example.nodes.map(({ name }) => name);

	it('is imported inactive, and carries no credentials of ours', () => {
		expect(example.active).toBe(false);
		expect(example.nodes.filter((node) => node.credentials)).toEqual([]);
	});

	it('has nodes of different names, and connections and expressions that name only these', () => {
		expect(new Set(names).size).toBe(names.length);
		const ends = [...Object.keys(example.connections), ...endsOf(example)];
		const inExpressions = [...JSON.stringify(example.nodes).matchAll(/\$\('([^']+)'\)/g)];
		for (const name of [...ends, ...inExpressions.map((match) => match[1])]) {
			expect(names).toContain(name);
		}
	});

	it('can be tried before anything has happened: what it starts with has data pinned', () => {
		const starts = startsOf(example);
		expect(starts).not.toEqual([]);
		for (const { name } of starts) expect(example.pinData[name]).not.toEqual([]);
		expect(Object.keys(example.pinData)).toEqual(
			expect.arrayContaining(starts.map(({ name }) => name)),
		);
	});

	it('pins to each trigger of 100Hires the events that it is set to, as they would arrive', () => {
		for (const { name, type, parameters, webhookId } of example.nodes) {
			if (!TRIGGERS.includes(type)) continue;
			const samples = selectEvents(parameters.events ?? []).map(sampleEvent);
			expect(example.pinData[name]).toEqual(samples.map((json) => ({ json })));
			if (type !== TRIGGERS[0]) continue;
			expect(webhookId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		}
	});
});
