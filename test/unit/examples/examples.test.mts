import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleEvent } from '../../../nodes/HundredHires/events/samples.ts';
import type { EventName } from '../../../nodes/HundredHires/events/types.ts';

interface Example {
	name: string;
	nodes: Array<{
		name: string;
		type: string;
		webhookId?: string;
		credentials?: unknown;
		parameters: { events?: EventName[] };
	}>;
	connections: Record<string, { main: Array<Array<{ node: string }>> }>;
	pinData: Record<string, Array<{ json: object }>>;
	active: boolean;
}

const folder = join(import.meta.dirname, '../../../examples');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (file: string): Example => JSON.parse(readFileSync(join(folder, file), 'utf8'));
const triggerOf = (example: Example) =>
	example.nodes.find(({ type }) => type === 'n8n-nodes-100hires.hundredHiresTrigger');

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
		const ends = Object.entries(example.connections).flatMap(([from, { main }]) => [
			from,
			...main.flat().map(({ node }) => node),
		]);
		const inExpressions = [...JSON.stringify(example.nodes).matchAll(/\$\('([^']+)'\)/g)];
		for (const name of [...ends, ...inExpressions.map((match) => match[1])]) {
			expect(names).toContain(name);
		}
	});

	it('starts with a trigger that has an address of its own and a sample event as it would arrive', () => {
		const trigger = triggerOf(example);
		expect(trigger?.webhookId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
		const [event] = trigger?.parameters.events ?? [];
		const pinned = example.pinData[trigger?.name ?? ''];
		expect(pinned).toEqual([{ json: sampleEvent(event) }]);
	});
});
