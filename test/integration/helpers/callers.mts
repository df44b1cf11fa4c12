/**
 * Everything that calls the API, as one table, so that what is said of one caller is said of all: operations, batches, lists of
 * several pages, pick-lists, the webhook's registration, what a trigger fetches, and polls.
 */
import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { sampleEvent } from '../../../nodes/HundredHires/events/samples.ts';
import { HundredHires } from '../../../nodes/HundredHires/HundredHires.node.ts';
import { HundredHiresPollingTrigger } from '../../../nodes/HundredHires/HundredHiresPollingTrigger.node.ts';
import { HundredHiresTrigger } from '../../../nodes/HundredHires/HundredHiresTrigger.node.ts';
import { RESOURCES } from '../../../nodes/HundredHires/resources/index.ts';
import type { Operation, Output } from '../../../nodes/HundredHires/resources/types.ts';
import { trigger, type TriggerSetup } from '../../harness/contexts.mts';
import { loadOptionsContext } from '../../harness/loadOptions.mts';
import { polling } from '../../harness/polling.mts';
import {
	ManualClock,
	startHiresSandbox,
	type Dialect,
	type Fault,
	type HiresSandbox,
} from '../../sandbox/hires/index.mts';
import { actionAt, byId } from './actionSetup.mts';
import { fillParameters, ITEM, type Fixtures } from './fillParameters.mts';
import { makeFixtures } from './fixtures.mts';
import { client } from './sandboxSetup.mts';

/** What a stand-in has to be for a caller. */
export type World = 'usual' | 'article' | 'polled';

/** A stand-in that a caller calls. */
export interface Place {
	sandbox: HiresSandbox;
	fixtures: Fixtures;
	clock: ManualClock;
}

/** What is done, and what has to hold once it has failed; that returns what is wrong, if anything. */
export interface Prepared {
	act(): Promise<unknown>;
	findTraces?(): Promise<string | null>;
}

export interface Caller {
	name: string;
	/** Whether nothing at 100Hires is changed by it. */
	isRead: boolean;
	/** What it is: for an operation what it gives, else one of the other callers. */
	kind:
		| Output['kind']
		| 'batch'
		| 'file'
		| 'events'
		| 'pick-list'
		| 'registration'
		| 'enrichment'
		| 'poll';
	world: World;
	/** What goes wrong with the first request already, so that there is a second. */
	first?: Fault;
	/** Everything that has to be there before it acts. */
	prepare(place: Place): Prepared | Promise<Prepared>;
}

/** Operations that make no request. */
export const WITHOUT_REQUEST: Record<string, string> = {
	'event getSample': 'The sample is in the package.',
};

/** Long before the computer's own time, as for all tests of polling. */
const START = 1_700_000_000;

/** Starts a stand-in of that kind, with one fixture of each thing in it. */
export async function openPlace(world: World): Promise<Place> {
	const clock = new ManualClock(START);
	const sandbox = await startHiresSandbox(
		world === 'polled'
			? { clock }
			: { partner: true, dialect: world === 'article' ? 'article' : 'openapi' },
	);
	const fixtures = world === 'usual' ? await makeFixtures(sandbox) : {};
	return { sandbox, fixtures, clock };
}

const credentialOf = ({ sandbox }: Place): TriggerSetup['credential'] => ({
	apiKey: sandbox.apiKey,
	baseUrl: sandbox.baseUrl,
});

const firstJob = ({ sandbox }: Place) => [...sandbox.world.jobs.values()][0];

// Operations

type Parameters = (place: Place) => IDataObject | Promise<IDataObject>;

function makeOperationCaller(
	name: string,
	resource: string,
	operation: Pick<Operation, 'value'>,
	about: Pick<Caller, 'isRead' | 'kind' | 'first'>,
	parameters: Parameters,
	items: INodeExecutionData[] = [ITEM],
): Caller {
	const prepare = async (place: Place): Promise<Prepared> => {
		const filledIn = await parameters(place);
		const run = actionAt(place.sandbox);
		return { act: async () => await run(resource, operation.value, filledIn, { items }) };
	};
	return { name, world: 'usual', ...about, prepare };
}

const OPERATIONS = RESOURCES.flatMap(({ value, operations }) =>
	operations.map((operation) => ({
		name: `${value} ${operation.value}`,
		resource: value,
		operation,
	})),
);

const findOperation = (wanted: string) => {
	const found = OPERATIONS.find(({ name }) => name === wanted);
	if (!found) throw new Error(`There is no operation ${wanted}.`);
	return found;
};

const fill =
	(operation: Operation): Parameters =>
	({ fixtures }) =>
		fillParameters(operation, fixtures, false);

const plain = OPERATIONS.filter(({ operation }) => !operation.run);

const singles = plain.map(({ name, resource, operation }) => {
	const about = { isRead: operation.method === 'GET', kind: operation.output.kind };
	return makeOperationCaller(name, resource, operation, about, fill(operation));
});

const isPage = (body: unknown): body is { pagination: object } =>
	typeof body === 'object' && body !== null && 'pagination' in body;

/** Says that there is a second page. */
const sayTwoPages: Fault = {
	rewrite: (body) =>
		isPage(body) ? { ...body, pagination: { ...body.pagination, page_count: 2 } } : body,
};

const paged = plain
	.filter(({ operation }) => operation.output.kind === 'pages')
	.map(({ name, resource, operation }) => {
		const about = { isRead: true, kind: 'pages' as const, first: sayTwoPages };
		return makeOperationCaller(`${name}, second page`, resource, operation, about, (place) => ({
			...fillParameters(operation, place.fixtures, false),
			returnAll: true,
		}));
	});

const batches = OPERATIONS.flatMap(({ name, resource, operation }) => {
	const { batch } = operation;
	if (!batch) return [];
	const about = { isRead: batch.method === 'GET', kind: 'batch' as const };
	const items = [ITEM, ITEM];
	return [
		makeOperationCaller(
			`${name}, two items`,
			resource,
			operation,
			about,
			async (place) => {
				const filledIn = await fill(operation)(place);
				// Tags can be taken off only where they are.
				if (Array.isArray(filledIn.tags))
					place.sandbox.world.tag(Number(place.fixtures.candidates), filledIn.tags.map(String));
				return filledIn;
			},
			items,
		),
	];
});

/** Those of more than one request, or with parameters of their own. */
const written: Array<
	[operation: string, addition: string, about: Pick<Caller, 'isRead' | 'kind'>, Parameters]
> = [
	[
		'attachment download',
		'',
		{ isRead: true, kind: 'file' },
		async ({ sandbox, fixtures }) => {
			const path = `/candidates/${String(fixtures.candidates)}/resume`;
			return { fileUrl: String((await client(sandbox)('GET', path)).body.url) };
		},
	],
	[
		'candidate downloadResume',
		'',
		{ isRead: true, kind: 'file' },
		({ fixtures }) => ({ candidateId: byId(Number(fixtures.candidates)) }),
	],
	[
		'candidate upsert',
		' of somebody new',
		{ isRead: false, kind: 'one' },
		() => ({ email: 'new@example.test', firstName: 'Nora' }),
	],
	[
		'candidate upsert',
		' of somebody who is there',
		{ isRead: false, kind: 'one' },
		() => ({ email: 'ada@example.test', firstName: 'Augusta' }),
	],
	[
		'candidate upsert',
		' without changes',
		{ isRead: true, kind: 'one' },
		() => ({ email: 'ada@example.test' }),
	],
	[
		'event getRecent',
		'',
		{ isRead: true, kind: 'events' },
		() => ({ since: new Date(Date.now() - 3_600_000).toISOString() }),
	],
	[
		'job setStatus',
		'',
		{ isRead: false, kind: 'one' },
		({ fixtures }) => ({ jobId: byId(Number(fixtures.jobs)), status: 'closed' }),
	],
	[
		'tag add',
		'',
		{ isRead: false, kind: 'strings' },
		({ fixtures }) => ({ candidateId: byId(Number(fixtures.candidates)), tags: ['C', 'D'] }),
	],
	[
		'tag remove',
		'',
		{ isRead: false, kind: 'batch' },
		({ sandbox, fixtures }) => {
			sandbox.world.tag(Number(fixtures.candidates), ['C', 'D']);
			return { candidateId: byId(Number(fixtures.candidates)), tags: ['C', 'D'] };
		},
	],
	[
		'tag remove',
		' by alias',
		{ isRead: false, kind: 'deleted' },
		async ({ sandbox, fixtures }) => {
			const { alias } = sandbox.world.candidate(Number(fixtures.candidates));
			await client(sandbox)('POST', `/candidates/${alias}/tags`, { tags: ['C', 'D'] });
			return { candidateId: byId(alias), tags: ['C', 'D'] };
		},
	],
];

const ownRuns = written.map(([wanted, addition, about, parameters]) => {
	const { resource, operation } = findOperation(wanted);
	return makeOperationCaller(`${wanted}${addition}`, resource, operation, about, parameters);
});

// Pick-lists

const NODES: INodeType[] = [
	new HundredHires(),
	new HundredHiresPollingTrigger(),
	new HundredHiresTrigger(),
];

type Method = (this: unknown, ...parts: unknown[]) => Promise<unknown>;

/** Every method of the nodes that the editor calls, by its group and name. */
export const EDITOR_METHODS = NODES.flatMap((nodeType) =>
	Object.entries(nodeType.methods ?? {}).flatMap(([group, methods]) =>
		Object.entries(methods as Record<string, Method>).map(([method, call]) => ({
			name: `${nodeType.description.name} ${group} ${method}`,
			nodeType,
			call,
		})),
	),
);

/** What is filled in when a list is opened that depends on it. */
const FILLED_IN: Array<[addition: string, method: string, Parameters]> = [
	[' of a job', 'searchStages', (place) => ({ jobId: byId(firstJob(place).id) })],
	[' of a job by alias', 'searchStages', (place) => ({ jobId: byId(firstJob(place).alias) })],
	[
		' of an application',
		'searchStages',
		({ fixtures }) => ({ applicationId: byId(Number(fixtures.applications)) }),
	],
];

function makePickListCaller(
	{ name, nodeType, call }: (typeof EDITOR_METHODS)[number],
	addition: string,
	parameters: Parameters,
): Caller {
	return {
		name: `${name}${addition}`,
		isRead: true,
		kind: 'pick-list',
		world: 'usual',
		prepare: async (place) => {
			const filledIn = await parameters(place);
			const context = loadOptionsContext(nodeType, credentialOf(place), 'list', filledIn);
			return { act: async () => await call.call(context) };
		},
	};
}

const pickLists = EDITOR_METHODS.flatMap((method) => [
	makePickListCaller(method, '', () => ({})),
	...FILLED_IN.filter(([, wanted]) => method.name.endsWith(` ${wanted}`)).map(
		([addition, , parameters]) => makePickListCaller(method, addition, parameters),
	),
]);

// The webhook trigger

type Scope = 'company' | 'job';

const scopeOf = (place: Place, scope: Scope): IDataObject =>
	scope === 'job' ? { scope: 'job', jobId: byId(firstJob(place).id) } : { scope: 'company' };

const triggerAt = (place: Place, scope: Scope, staticData: IDataObject = {}) =>
	trigger(new HundredHiresTrigger(), {
		credential: credentialOf(place),
		parameters: scopeOf(place, scope),
		staticData: structuredClone(staticData),
	});

/** The part of the static data that says that a webhook is registered. */
const registrationIn = (staticData: IDataObject): string =>
	JSON.stringify(
		Object.values(staticData).map((data) => (data as IDataObject | undefined)?.registration),
	);

type TriggerNode = ReturnType<typeof triggerAt>;

function makeRegistrationCaller(
	dialect: Dialect,
	scope: Scope,
	does: string,
	isPublished: boolean,
	act: (node: TriggerNode) => Promise<unknown>,
	keptFor: (staticData: IDataObject) => IDataObject = (staticData) => staticData,
): Caller {
	return {
		name: `trigger ${does}, ${dialect}, ${scope}`,
		isRead: false,
		kind: 'registration',
		world: dialect === 'article' ? 'article' : 'usual',
		prepare: async (place) => {
			const earlier = triggerAt(place, scope);
			if (isPublished) await earlier.activate();
			const before = keptFor(isPublished ? earlier.staticData() : {});
			let node: TriggerNode;
			return {
				act: async () => {
					node = triggerAt(place, scope, before);
					return await act(node);
				},
				findTraces: async () => {
					const [kept, had] = [registrationIn(node.staticData()), registrationIn(before)];
					return kept === had || (kept === '[null]' && had === '[]')
						? null
						: `keeps ${kept.slice(0, 200)} in place of ${had.slice(0, 200)}`;
				},
			};
		},
	};
}

const publish = async (node: TriggerNode) => await node.activate();
const unpublish = async (node: TriggerNode) => await node.deactivate();

const registrations = (['openapi', 'article'] as const).flatMap((dialect) =>
	(['company', 'job'] as const).flatMap((scope) => [
		makeRegistrationCaller(dialect, scope, 'publish', false, publish),
		makeRegistrationCaller(dialect, scope, 'publish again', true, publish),
		makeRegistrationCaller(dialect, scope, 'publish where it was lost', true, publish, () => ({})),
		makeRegistrationCaller(dialect, scope, 'unpublish', true, unpublish),
		makeRegistrationCaller(dialect, scope, 'unpublish what it lost', true, unpublish, () => ({})),
	]),
);

/** What an event's item is fetched for; a failure stands in the item. */
function makeEnrichmentCaller(name: string, options: IDataObject): Caller {
	return {
		name: `trigger execute, ${name}`,
		isRead: true,
		kind: 'enrichment',
		world: 'usual',
		prepare: async (place) => {
			const { sandbox, fixtures } = place;
			const path = `/candidates/${String(fixtures.candidates)}/resume`;
			const { body } = await client(sandbox)('GET', path);
			const event = {
				...sampleEvent('application.created'),
				applicationId: fixtures.applications,
				candidateId: fixtures.candidates,
				resumeUrl: body.url,
			};
			const item = { json: event as unknown as IDataObject };
			const node = trigger(new HundredHiresTrigger(), {
				credential: credentialOf(place),
				parameters: { options: { ...options, deduplicate: false } },
			});
			return {
				act: async () => {
					const items = (await node.execute([item])).flat();
					if (items.length !== 1) throw new Error(`The event became ${items.length} items.`);
					const failures = items[0].json.fetchFailures as string[];
					if (failures.length > 0) throw new Error(failures.join('\n'));
					return items;
				},
			};
		},
	};
}

const enrichments = [
	makeEnrichmentCaller('full records', { fetchFullRecords: true }),
	makeEnrichmentCaller('resume', { downloadResume: true }),
	makeEnrichmentCaller('full records and resume', { fetchFullRecords: true, downloadResume: true }),
];

// The polling trigger

let people = 0;

/** Somebody applies, is moved and invited. */
function makeEvents({ sandbox, clock }: Place): void {
	clock.advance(3600);
	const { world } = sandbox;
	const [job] = world.jobs.values();
	const email = `ada${++people}@example.test`;
	const { id } = world.apply({ jobId: job.id, firstName: 'Ada', lastName: 'Byron', email });
	world.move(id, world.stagesOf(job.id)[1].id);
	world.scheduleInterview(id, { start: clock.now() + 3600, end: clock.now() + 7200 });
	clock.advance(5);
}

/** What `makeEvents` makes. */
const MADE = [
	'application.created',
	'application.stage_changed',
	'candidate.created',
	'interview.scheduled',
];

function makePollCaller(
	name: string,
	parameters: Parameters,
	isLater: boolean,
	isTest = false,
): Caller {
	return {
		name: `polling trigger, ${name}`,
		isRead: true,
		kind: 'poll',
		world: 'polled',
		prepare: async (place) => {
			const filledIn = await parameters(place);
			const nodeId = `polling ${name} ${++people}`;
			const nodeWith = (staticData: IDataObject) =>
				polling(new HundredHiresPollingTrigger(), {
					credential: credentialOf(place),
					parameters: filledIn,
					staticData,
					nodeId,
				});
			const earlier = nodeWith({});
			if (isLater) await earlier.poll();
			const before = earlier.staticData();
			makeEvents(place);
			let node = earlier;
			return {
				act: async () => {
					node = nodeWith(before);
					return isTest ? await node.fetchTestEvents() : await node.poll();
				},
				findTraces: async () => {
					const kept = JSON.stringify(node.staticData());
					// n8n itself has an empty object there as soon as it was looked at.
					const isEmpty = /^\{("[^"]+":\{\})?\}$/.test(kept) && !isLater;
					if (kept !== JSON.stringify(before) && !isEmpty) return `keeps ${kept.slice(0, 200)}`;
					if (isTest) return null;
					if (!isLater) {
						await node.poll();
						makeEvents(place);
					}
					const names = (await node.poll()).map(({ event }) => String(event));
					const missing = MADE.filter((event) => !names.includes(event));
					return missing.length > 0 ? `misses ${missing.join(', ')} in the next poll` : null;
				},
			};
		},
	};
}

const ofJob: Parameters = (place) => ({ scope: 'job', jobId: byId(firstJob(place).alias) });

const polls = [
	makePollCaller('first poll', () => ({}), false),
	makePollCaller('first poll of a job by alias', ofJob, false),
	makePollCaller('later poll', () => ({}), true),
	makePollCaller('test events', () => ({}), false, true),
	makePollCaller('test events of a job by alias', ofJob, false, true),
];

export const CALLERS: Caller[] = [
	...singles,
	...paged,
	...batches,
	...ownRuns,
	...pickLists,
	...registrations,
	...enrichments,
	...polls,
];

/** What the table has to cover: each of these names is that of a caller, or begins it. */
export const TO_COVER: string[] = [
	...OPERATIONS.map(({ name }) => name).filter((name) => !(name in WITHOUT_REQUEST)),
	...OPERATIONS.filter(({ operation }) => operation.batch).map(({ name }) => `${name}, two items`),
	...plain
		.filter(({ operation }) => operation.output.kind === 'pages')
		.map(({ name }) => `${name}, second page`),
	...EDITOR_METHODS.map(({ name }) => name),
];
