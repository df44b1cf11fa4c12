import type { EventName } from './types';

/** What is known of one kind of event, apart from how it is read. */
export interface EventKind {
	name: EventName;
	/** The label of the article, in the title case that n8n asks of option names. */
	label: string;
	/** One line for the parameter's drop-down: when it fires. */
	description: string;
	/** Spellings under which the event may be announced, in the form that `normalise` gives. */
	spellings: readonly string[];
}

/**
 * The eight events of 100Hires' help article on webhooks (2026-06-15), in the alphabetical order of their labels that n8n's
 * lint rules ask for and that the outputs of the trigger follow.
 *
 * Neither the article nor the OpenAPI document says how the events are spelled on the wire, so each accepts every spelling that
 * is plausible; `stage_moved`, `hired`, `disqualified` and `candidate_added` are real names of the API's activity feed.
 */
export const EVENT_KINDS: readonly EventKind[] = [
	{
		name: 'ai_score.generated',
		label: 'AI Score Generated',
		description: 'An application got an AI score',
		spellings: [
			'aiscoregenerated',
			'aiscorecreated',
			'aiscoreupdated',
			'aiscorecompleted',
			'applicationaiscoregenerated',
			'applicationaiscored',
			'aiscore',
		],
	},
	{
		name: 'application.stage_changed',
		label: 'Application Stage Changed',
		description: 'An application was moved to another stage of its pipeline',
		spellings: [
			'applicationstagechange',
			'applicationstagechanged',
			'stagechange',
			'stagechanged',
			'stagemoved',
			'applicationmoved',
			'applicationstagemoved',
		],
	},
	{
		name: 'candidate.created',
		label: 'Candidate Created',
		description: 'A person was added who was not in 100Hires before',
		spellings: ['candidatecreated', 'candidateadded', 'newcandidate'],
	},
	{
		name: 'candidate.disqualified',
		label: 'Candidate Disqualified',
		description: 'An application was rejected',
		spellings: [
			'candidatedisqualified',
			'disqualified',
			'applicationdisqualified',
			'applicationrejected',
			'candidaterejected',
			'rejected',
		],
	},
	{
		name: 'candidate.hired',
		label: 'Candidate Hired',
		description: 'An application ended with a hire',
		spellings: ['candidatehired', 'hired', 'applicationhired'],
	},
	{
		name: 'candidate.updated',
		label: 'Candidate Updated',
		description: "A candidate's name, contact data or profile changed",
		spellings: ['candidateupdated', 'candidatechanged'],
	},
	{
		name: 'interview.scheduled',
		label: 'Interview Scheduled',
		description: 'An interview was put on the calendar',
		spellings: ['interviewscheduled', 'interviewcreated', 'interviewadded'],
	},
	{
		name: 'application.created',
		label: 'New Application Submitted',
		description: 'Someone applied to a job, or was added to it',
		spellings: [
			'newapplicationsubmitted',
			'newapplication',
			'applicationsubmitted',
			'applicationcreated',
			'applicationnew',
			'applicationadded',
			'applied',
		],
	},
];

/** The value of the `events` parameter that stands for all eight. */
export const ALL_EVENTS = '*';

const NAME_BY_SPELLING = new Map<string, EventName>(
	EVENT_KINDS.flatMap((kind) => kind.spellings.map((spelling) => [spelling, kind.name] as const)),
);

function normalise(announced: string): string {
	return announced.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/**
 * The event that an announcement such as `candidate_hired`, `CandidateHired` or `Candidate hired` means.
 *
 * @param announced The event's name as it came from 100Hires
 * @returns The event's name, or `undefined` for an event that is not one of the eight
 */
export function eventNameOf(announced: string): EventName | undefined {
	return NAME_BY_SPELLING.get(normalise(announced));
}

/**
 * The events that a selection stands for, in the order of the catalogue.
 *
 * @param selected Value of the `events` parameter: names of the eight, or `*` for all of them
 */
export function selectedEvents(selected: readonly string[]): EventName[] {
	const names = EVENT_KINDS.map((kind) => kind.name);
	return selected.includes(ALL_EVENTS) ? names : names.filter((name) => selected.includes(name));
}
