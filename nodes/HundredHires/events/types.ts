/**
 * The shape of what the triggers emit. This file is the single source of it: the JSON schemas in `__schema__/` and the table of
 * fields in `docs/events.md` are generated from these types and their comments by `npm run generate`.
 *
 * Every key is always present, so that a flow can be built on it before the first event; what 100Hires did not send is `null`.
 * Times are ISO 8601 in UTC. IDs are as they came (100Hires sends numbers; aliases are text).
 */
import type { Id, Named, Person } from '../shared/types';

/** Answer to one question of the candidate's profile. */
interface ProfileAnswer {
	questionId: Id | null;
	question: string | null;
	value: unknown;
}

export interface Candidate {
	id: Id | null;
	alias: string | null;
	firstName: string | null;
	lastName: string | null;
	fullName: string | null;
	/** The first of `emails`. */
	email: string | null;
	/** The first of `phones`. */
	phone: string | null;
	emails: string[];
	phones: string[];
	source: Named | null;
	origin: Named | null;
	profile: ProfileAnswer[];
	link: string | null;
	createdAt: string | null;
	updatedAt: string | null;
}

export interface Resume {
	uuid: string | null;
	/** Needs the API key as bearer token; valid only at the API's own host. */
	url: string | null;
	fileName: string | null;
	mimeType: string | null;
	/** Text that 100Hires read from the file. */
	text: string | null;
}

export interface Application {
	id: Id | null;
	candidateId: Id | null;
	jobId: Id | null;
	/** `active`, `hired` or `rejected`. */
	status: string | null;
	stage: Named | null;
	/** The stage before the move, where 100Hires tells it. */
	previousStage: Named | null;
	isDisqualified: boolean | null;
	rejectedAt: string | null;
	rejectionReasons: Named[];
	hiredAt: string | null;
	aiScore: number | null;
	aiRecommendation: string | null;
	aiScoredAt: string | null;
	resume: Resume | null;
	hiringTeam: Person[];
	customFields: Record<string, unknown> | null;
	link: string | null;
	createdAt: string | null;
	updatedAt: string | null;
}

export interface Job {
	id: Id | null;
	alias: string | null;
	/** The company's own number for the job. */
	internalId: Id | null;
	title: string | null;
	department: string | null;
	location: string | null;
	status: string | null;
	link: string | null;
}

export interface Interview {
	id: Id | null;
	startsAt: string | null;
	endsAt: string | null;
	status: string | null;
	location: string | null;
	meetingUrl: string | null;
	interviewers: Person[];
	stage: Named | null;
	link: string | null;
	createdAt: string | null;
}

interface ScoreCriterion {
	title: string | null;
	text: string | null;
	score: number | null;
	justification: string | null;
}

export interface Score {
	uuid: string | null;
	/** 0 to 100. */
	total: number | null;
	recommendation: string | null;
	summary: string | null;
	criteria: ScoreCriterion[];
	scoredAt: string | null;
}

/** What all events have in common: all of it but the event's name. */
export interface EventBase {
	/** Stable over repeated deliveries of the same event and different for any two events: 100Hires' own ID where it gives one. */
	eventId: string;
	/** The same made from what happened: equal for both triggers, also where 100Hires gives its deliveries IDs of their own. */
	occurrenceId: string;
	/** Whether the kind of event was worked out from the content, because 100Hires did not state it. */
	inferred: boolean;
	/** When it happened. */
	occurredAt: string | null;
	applicationId: Id | null;
	candidateId: Id | null;
	jobId: Id | null;
	companyId: Id | null;
	/** First and last name. */
	candidateName: string | null;
	firstName: string | null;
	lastName: string | null;
	email: string | null;
	phone: string | null;
	jobTitle: string | null;
	jobAlias: string | null;
	/** Name of the stage that the application is in. */
	stage: string | null;
	/** Name of the stage that it was in before. */
	previousStage: string | null;
	/** `active`, `hired` or `rejected`. */
	status: string | null;
	/** 0 to 100. */
	aiScore: number | null;
	aiRecommendation: string | null;
	hiredAt: string | null;
	/** Day of the hire in UTC, `YYYY-MM-DD`: the form that HR systems ask for. */
	hiredOn: string | null;
	rejectedAt: string | null;
	/** Names of the reasons, separated by commas. */
	rejectionReason: string | null;
	interviewStartsAt: string | null;
	interviewEndsAt: string | null;
	resumeUrl: string | null;
	/** Where to see it in 100Hires. */
	link: string | null;
	application: Application | null;
	candidate: Candidate | null;
	job: Job | null;
	interview: Interview | null;
	score: Score | null;
	/** Who did it; `null` where an automation did, or where 100Hires does not tell. */
	actor: Person | null;
	/** Made up, for building a flow; only in samples, where it is `true`. */
	sample?: boolean;
	/** What 100Hires sent, untouched; only with the option 'Include Raw Body'. */
	raw?: Record<string, unknown>;
	/** Application, candidate and job as the API has them; only with the option 'Fetch Full Records'. */
	fullRecords?: Record<string, unknown>;
	/** What could not be fetched, and why; empty where nothing is missing. Only with an option that fetches. */
	fetchFailures?: string[];
}
