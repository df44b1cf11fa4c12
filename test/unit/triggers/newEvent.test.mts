/** A made-up event that a later version adds: saved flows keep their outputs, and the list that people see is sorted. */
import type { INodeType } from 'n8n-workflow';
import type { EventKind } from '../../../nodes/HundredHires/events/kind.ts';

type Kinds = typeof import('../../../nodes/HundredHires/events/kinds/index.ts');
type Outputs = typeof import('../../../nodes/HundredHires/triggers/outputs.ts');

const KINDS = '../../../nodes/HundredHires/events/kinds/index.ts';
const { EVENT_KINDS: known } = jest.requireActual<Kinds>(KINDS);

const made: EventKind = {
	...known[0],
	name: 'application.withdrawn',
	label: 'Application Withdrawn',
	spellings: ['applicationwithdrawn'],
};

/** The triggers, and how events are put on outputs, in a package that has one event more. */
function load() {
	let loaded: { nodes: INodeType[]; distribute: Outputs['distribute'] } | undefined;
	jest.isolateModules(() => {
		jest.doMock(KINDS, () => ({ EVENT_KINDS: [...known, made] }));
		const { distribute } = require('../../../nodes/HundredHires/triggers/outputs.ts') as Outputs;
		const nodes = ['HundredHiresTrigger', 'HundredHiresPollingTrigger'].map((name) => {
			const classes = require(`../../../nodes/HundredHires/${name}.node.ts`) as Record<
				string,
				new () => INodeType
			>;
			return new classes[name]();
		});
		loaded = { nodes, distribute };
	});
	return loaded!;
}
afterEach(() => jest.dontMock(KINDS));

const labels = (kinds: readonly EventKind[]) => kinds.map(({ label }) => label);

/** Evaluates as n8n does. */
function outputsOf({ description }: INodeType, events: string[]): string[] {
	const expression = /^=\{\{(.*?)\}\}$/s.exec(String(description.outputs))?.[1];
	const parameters = { events, options: { outputPerEvent: true } };
	const outputs = new Function('$parameter', `return ${expression}`)(parameters) as Array<{
		displayName: string;
	}>;
	return outputs.map(({ displayName }) => displayName);
}

test('its output is behind all others, of which none moves', () => {
	const { nodes, distribute } = load();
	for (const node of nodes) {
		expect(outputsOf(node, ['*'])).toEqual([...labels(known), made.label]);
		expect(outputsOf(node, ['candidate.hired', made.name])).toEqual([
			'Candidate Hired',
			made.label,
		]);
	}
	const items = [...known, made].map(({ name }) => ({ json: { event: name } }));
	expect(distribute(items, ['*'], true)).toEqual(items.map((item) => [item]));
});

test('in the list that people choose from it stands where the alphabet has it', () => {
	for (const { description } of load().nodes) {
		const events = description.properties.find(({ name }) => name === 'events');
		const [first, ...others] = (events?.options ?? []).map(({ name }) => name);
		expect(first).toBe('All Events');
		expect(others).toEqual([...labels([...known, made])].sort());
		expect(others.indexOf(made.label)).toBe(2);
	}
});
