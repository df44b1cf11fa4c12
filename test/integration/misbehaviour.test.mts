/** Whoever answers in place of 100Hires: no caller of the API takes it for what was asked for, or gives it the API key. */
import type { Fault } from '../sandbox/hires/index.mts';
import { FALSE_SUCCESSES, REDIRECTS, startSecondServer } from '../sandbox/misbehaving.mts';
import { CALLERS, TO_COVER, WITHOUT_REQUEST, type Caller } from './helpers/callers.mts';
import {
	actUnder,
	explore,
	findRepeatedWrite,
	hasWritten,
	isForFile,
	judgeRefusal,
	Places,
	type Explored,
	type Outcome,
} from './helpers/misbehave.mts';
import { HundredHiresTrigger } from '../../nodes/HundredHires/HundredHiresTrigger.node.ts';

// A read is tried again, without the pauses.
jest.mock('../../nodes/HundredHires/transport/retry.ts', () => ({
	...jest.requireActual<object>('../../nodes/HundredHires/transport/retry.ts'),
	RETRY_PAUSES_MS: [1, 1, 1],
}));

/** What one of the false successes is not for some caller. */
interface Exemption {
	isFor(caller: Caller, target: string | null): boolean;
	misbehaviours: readonly string[] | 'all';
	reason: string;
}

const LISTS = ['null for each list', 'an object for each list', 'a text for each list'];

/** Where the company's ID is looked for, in `transport/company.ts`. */
const COMPANY_PLACES = ['companies/career-site-settings', 'jobs', 'candidates', 'applications'].map(
	(path) => `GET /${path}`,
);

const EXEMPTIONS: Exemption[] = [
	{
		isFor: ({ name }) => name === 'attachment getAllOfApplication',
		misbehaviours: ['an empty list'],
		reason: 'This list comes without a key, and may be empty.',
	},
	{
		isFor: ({ name }) => name === 'candidate disqualify',
		misbehaviours: LISTS,
		reason: 'The rejected applications are a detail; that it is done says `success`.',
	},
	{
		isFor: ({ kind }, target) => kind === 'registration' && COMPANY_PLACES.includes(target ?? ''),
		misbehaviours: 'all',
		reason: 'The ID of the company is looked for in another place then.',
	},
	{
		isFor: ({ kind }, target) =>
			kind === 'registration' && /^POST .*\/rotate-secret$/.test(target ?? ''),
		misbehaviours: ['no IDs'],
		reason: 'The ID is known from the request; what is wanted is the secret.',
	},
	{
		isFor: ({ name }, target) =>
			/ of an application$/.test(name) && target === 'GET /applications/*',
		misbehaviours: ['no IDs'],
		reason: 'Only the job of the application is wanted.',
	},
	{
		isFor: ({ name }, target) => /^trigger .*article/.test(name) && /^DELETE /.test(target ?? ''),
		misbehaviours: ['nothing', 'an empty object'],
		reason: 'The help article does not say what a removal is answered with (docs/contract.md).',
	},
	{
		isFor: ({ name }) => /^trigger unpublish, article/.test(name),
		misbehaviours: ['nothing', 'an empty object'],
		reason: 'The same; it is the only request.',
	},
];

const findExemption = (name: string, caller: Caller, target: string | null) =>
	EXEMPTIONS.find(
		({ isFor, misbehaviours }) =>
			(misbehaviours === 'all' || misbehaviours.includes(name)) && isFor(caller, target),
	);

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const hasId = (value: unknown): boolean => isObject(value) && 'id' in value;

/** Whether an answer has lists that are wanted; those inside of a record are fields, which are given on as they come. */
const hasLists = (body: unknown): boolean =>
	isObject(body) && !hasId(body) && Object.values(body).some(Array.isArray);

/** Whether an answer, or one of its rows, is known by its ID. */
const hasIds = (body: unknown): boolean =>
	hasId(body) ||
	(Array.isArray(body) ? [body] : Object.values(body ?? {}))
		.filter(Array.isArray)
		.some((rows: unknown[]) => rows.some(hasId));

/** Whether a false success differs from what 100Hires would have answered to a caller. */
function differs(name: string, { answers }: Explored, target: string | null): boolean {
	const own = answers.filter(({ shape }) => target === null || shape === target);
	if (LISTS.includes(name)) return own.some(({ body }) => hasLists(body));
	return name === 'no IDs' ? own.some(({ body }) => hasIds(body)) : true;
}

const places = new Places();
const explored = new Map<string, Explored>();
let second: Awaited<ReturnType<typeof startSecondServer>>;
beforeAll(async () => {
	second = await startSecondServer();
});
afterEach(async () => await places.closeUsed());
afterAll(async () => {
	await places.close();
	await second.close();
});

async function exploreOnce(caller: Caller): Promise<Explored> {
	const known = explored.get(caller.name) ?? (await explore(places, caller));
	explored.set(caller.name, known);
	return known;
}

/** A stand-in in which the caller can act, again and again as long as nothing is done. */
async function prepareOn(caller: Caller) {
	const place = await places.for(caller);
	return { place, prepared: await caller.prepare(place) };
}

const ROWS = CALLERS.map((caller) => [caller.name, caller] as const);

type At = Awaited<ReturnType<typeof prepareOn>>;

/** What is wrong with what became of an act under a fault; `null` where nothing is. */
type Judge = (
	outcome: Outcome,
	at: At,
	target: string | null,
) => Promise<Array<string | null | undefined>>;

/** Lets a caller act under each fault, for all of its requests and for each kind of them; returns what is wrong, as it should not be. */
async function collectComplaints(
	caller: Caller,
	faults: ReadonlyArray<readonly [name: string, fault: Fault]>,
	isMeant: (name: string, target: string | null) => boolean,
	judge: Judge,
): Promise<string[]> {
	const { targets } = await exploreOnce(caller);
	const complaints: string[] = [];
	let at: At | null = null;
	for (const target of targets)
		for (const [name, fault] of faults) {
			if (!isMeant(name, target) || findExemption(name, caller, target)) continue;
			at ??= await prepareOn(caller);
			second.requests.length = 0;
			const outcome = await actUnder(at.place, caller, at.prepared, fault, target);
			const found = await judge(outcome, at, target);
			const where = target === null ? name : `${name} at ${target}`;
			for (const complaint of [...found, findRepeatedWrite(at.place.sandbox)])
				if (typeof complaint === 'string') complaints.push(`${where}: ${complaint}`);
			if (hasWritten(at.place.sandbox, fault, target)) at = null;
		}
	if (at) places.giveBack(caller, at.place);
	return complaints;
}

test.each(ROWS)('%s: no false success is taken for one', async (_name, caller) => {
	const known = await exploreOnce(caller);
	const complaints = await collectComplaints(
		caller,
		FALSE_SUCCESSES,
		(name, target) => differs(name, known, target),
		async (outcome, { prepared }) => [
			judgeRefusal(outcome, /HTTP \d{3}|answered|did not say/),
			await prepared.findTraces?.(),
		],
	);
	expect(complaints).toEqual([]);
});

/** What the second server should not have got. */
function findLeaks(): string[] {
	return second.requests
		.filter(({ headers, body }) => headers.authorization !== undefined || body !== '')
		.map(({ method, headers, body }) =>
			headers.authorization === undefined
				? `${method} takes a body along: ${body.slice(0, 80)}`
				: `${method} takes the API key along`,
		);
}

test.each(ROWS)('%s: no redirect to another server is followed', async (_name, caller) => {
	const { shapes } = await exploreOnce(caller);
	const redirects = REDIRECTS.map(
		([name, redirectTo]) => [name, redirectTo(`${second.origin}/v2/elsewhere`)] as const,
	);
	const complaints = await collectComplaints(
		caller,
		redirects,
		() => true,
		async (outcome, { prepared }, target) => {
			// A file may well lie elsewhere, where it is fetched without the key.
			const isFile = isForFile(target ?? shapes[0]);
			const mayFollow = target === null ? shapes.some(isForFile) : isFile;
			return [
				isFile ? null : judgeRefusal(outcome, second.origin, 'Base URL'),
				...findLeaks(),
				mayFollow || second.requests.length === 0 ? null : 'goes to the other server',
				isFile ? null : await prepared.findTraces?.(),
			];
		},
	);
	expect(complaints).toEqual([]);
});

test('every operation, batch, long list and method of the editor is in the table, once', () => {
	const names = CALLERS.map(({ name }) => name);
	const isThere = (wanted: string) =>
		names.some((name) => name === wanted || name.startsWith(`${wanted} `));
	expect(TO_COVER.filter((name) => !isThere(name))).toEqual([]);
	expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
	expect(names.filter((name) => name in WITHOUT_REQUEST)).toEqual([]);
	const { webhookMethods } = new HundredHiresTrigger();
	// `publish` is the first two, `unpublish` the third.
	expect(Object.keys(webhookMethods.default)).toEqual(['checkExists', 'create', 'delete']);
});

test('each exemption is for a caller and a misbehaviour that there are', () => {
	const known = FALSE_SUCCESSES.map(([name]) => name);
	for (const { isFor, misbehaviours, reason } of EXEMPTIONS) {
		const callers = CALLERS.filter((caller) =>
			(explored.get(caller.name)?.targets ?? []).some((target) => isFor(caller, target)),
		);
		expect([reason, callers.length > 0]).toEqual([reason, true]);
		if (misbehaviours !== 'all') expect(known).toEqual(expect.arrayContaining([...misbehaviours]));
	}
});
