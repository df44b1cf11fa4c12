import type { IConnections, INode } from 'n8n-workflow';
import { HundredHiresApi } from '../../../credentials/HundredHiresApi.credentials.ts';
import { HundredHires } from '../../../nodes/HundredHires/HundredHires.node.ts';
import { HundredHiresPollingTrigger } from '../../../nodes/HundredHires/HundredHiresPollingTrigger.node.ts';
import { HundredHiresTrigger } from '../../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { EVENT_KINDS } from '../../../nodes/HundredHires/events/index.ts';
import { sampleEvent } from '../../../nodes/HundredHires/events/samples.ts';
import { isObject } from '../../../nodes/HundredHires/shared/values.ts';
import { getOutputShape } from '../../../nodes/HundredHires/runner/output.ts';
import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';
import { distribute } from '../../../nodes/HundredHires/triggers/outputs.ts';
import { RELEASES, savedFlow, savedSurface } from '../../fixtures/saved.mts';
import { linesOfPackage } from '../../fixtures/surface.mts';

const LINES = linesOfPackage({
	nodes: [new HundredHires(), new HundredHiresTrigger(), new HundredHiresPollingTrigger()],
	credential: new HundredHiresApi(),
	RESOURCES,
	EVENT_KINDS,
	sampleEvent,
	getOutputShape,
});

const after = (start: string): string[] =>
	LINES.filter((line) => line.startsWith(start)).map((line) => line.slice(start.length));

/** What the package has for a saved node: its lines, without the operations that they belong to. */
function knownFor({ type, parameters }: INode): string[] {
	const name = type.replace('n8n-nodes-100hires.', '');
	// Of a trigger there is neither; of the others, the one that is the default is not saved.
	const chosen = (parameter: string, place: string): string => {
		const [otherwise = '"*"'] = after(`${name} ${place} ${parameter} default `);
		return String(parameters[parameter] ?? JSON.parse(otherwise));
	};
	const resource = chosen('resource', '*.*');
	const operation = chosen('operation', `${resource}.*`);
	const places = ['*.*', `${resource}.*`, `${resource}.${operation}`];
	return places.flatMap((place) => after(`${name} ${place} `));
}

/** What of a saved value the package does not know: the name, the way a thing is named, or the choice. */
function unknownIn(known: readonly string[], path: string, value: unknown): string[] {
	const has = (line: string) => known.includes(`${path} ${line}`);
	if (!known.some((line) => line.startsWith(`${path} `))) return [path];
	if (isObject(value) && value.__rl === true) {
		const mode = `mode ${String(value.mode)}`;
		return has(mode) ? [] : [`${path} ${mode}`];
	}
	if (has('collection') && isObject(value))
		return Object.entries(value).flatMap(([key, one]) => unknownIn(known, `${path}.${key}`, one));
	if (!known.some((line) => line.startsWith(`${path} value `))) return [];
	const values = [value].flat().map((one) => `value ${JSON.stringify(one)}`);
	return values.filter((one) => !has(one)).map((one) => `${path} ${one}`);
}

const nodesOf = (release: string) =>
	['trigger', 'outputs', 'polling', 'action']
		.flatMap((name) => savedFlow(release, name).nodes)
		.filter(({ type }) => type.startsWith('n8n-nodes-100hires.'));

test('there is a release whose flows are known', () => {
	expect(RELEASES).toContain('0.1.0');
});

describe.each(RELEASES)('flows that were saved by %s', (release) => {
	test.each(nodesOf(release).map((node) => [node.name, node] as const))(
		'%s: each parameter and each value is there',
		(_name, node) => {
			const known = knownFor(node);
			// Times of polls are n8n's own.
			const { pollTimes: _, ...own } = node.parameters;
			expect(Object.keys(own).length).toBeGreaterThan(0);
			expect(Object.entries(own).flatMap(([key, one]) => unknownIn(known, key, one))).toEqual([]);
		},
	);

	test('with an output for each event, each event comes out where the flow goes on with it', () => {
		const { nodes, connections } = savedFlow(release, 'outputs');
		const [{ name, parameters }] = nodes;
		const events = EVENT_KINDS.map((kind) => ({ json: { event: kind.name } }));
		const outputs = distribute(events, parameters.events as string[], true);
		const next = (connections as IConnections)[name].main.map((wires) => wires?.[0].node);
		// An event that a later version adds comes behind these.
		expect(next.length).toBeGreaterThan(1);
		expect(outputs.slice(0, next.length).map(([item]) => item.json.event)).toEqual(next);
	});

	test('no parameter, value, default or field that they can hold on to is gone or another', () => {
		const now = new Set(LINES);
		expect(savedSurface(release).filter((line) => !now.has(line))).toEqual([]);
	});
});

test.each([
	['the name of a parameter', { limt: 5 }, ['limt']],
	['the name of a field', { filters: { state: 'hired' } }, ['filters.state']],
	['a choice', { filters: { status: 'gone' } }, ['filters.status value "gone"']],
	['an operation', { operation: 'list' }, ['operation value "list"']],
	[
		'the way',
		{ filters: { jobId: { __rl: true, mode: 'alias', value: 'x' } } },
		['filters.jobId mode alias'],
	],
])('%s that is not there is found', (_what, parameters, found) => {
	const resource = { resource: 'application', ...parameters };
	const node = {
		type: 'n8n-nodes-100hires.hundredHires',
		parameters: resource,
	} as unknown as INode;
	const known = knownFor(node);
	expect(Object.entries(resource).flatMap(([key, value]) => unknownIn(known, key, value))).toEqual(
		found,
	);
});
