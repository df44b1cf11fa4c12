import { occurrenceIdOf } from './identity';
import { inferEvent } from './inference';
import { readApplication, readCandidate, readInterview, readJob, readScore } from './entities';
import { locate, type Located } from './locate';
import type { Application, EventBase, EventName, HiringEvent, Job, Score } from './types';
import { firstOf, readId, readNamed, readPerson, readText, readTime } from '../shared/values';
import type { Json } from '../shared/types';

/** What became of reading a delivery: an event, an event that is none of the eight, or nothing that can be told. */
export type Reading =
	| { kind: 'event'; event: HiringEvent }
	| { kind: 'unknown event' }
	| { kind: 'not an event' };

/** The IDs stand on the entity itself, beside it, or on the interview. */
function idOf(found: Located, own: unknown, key: string): ReturnType<typeof readId> {
	const places = [found.application, found.interview, found.score, found.container, found.envelope];
	return (
		readId(own) ?? places.map((place) => readId(place?.[key])).find((id) => id !== null) ?? null
	);
}

function withMove(application: Application, found: Located): Application {
	const { container } = found;
	const named = (id: unknown, name: unknown) =>
		readId(id) === null && readText(name) === null
			? null
			: { id: readId(id), name: readText(name) };
	return {
		...application,
		stage:
			application.stage ??
			readNamed(firstOf(container, 'to_stage', 'stage')) ??
			named(container.to_stage_id, container.to_stage_name),
		previousStage:
			application.previousStage ??
			readNamed(firstOf(container, 'from_stage', 'previous_stage')) ??
			named(container.from_stage_id, container.from_stage_name),
	};
}

function jobOf(found: Located): Job | null {
	if (found.job) return readJob(found.job);
	// Without `include=job` an application tells no more of its job than these.
	const carrier = found.application ?? found.interview ?? found.score ?? found.container;
	const { job_id, job_alias, internal_job_id, job_title } = carrier;
	const job = readJob({ job_id, job_alias, internal_job_id, job_title });
	return job.id === null && job.alias === null ? null : job;
}

/** When it happened: the entity's own moment, which all copies share, before the envelope's, which may be that of the sending. */
function momentOf(name: EventName, found: Located, score: Score | null): string | null {
	const { application, candidate, interview, container, envelope } = found;
	const own: Record<EventName, unknown> = {
		'application.created': application?.created_at,
		'application.stage_changed': firstOf(container, 'moved_at') ?? application?.updated_at,
		'candidate.hired': application?.hired_at,
		'candidate.disqualified': application?.rejected_at,
		'interview.scheduled': interview?.created_at,
		'ai_score.generated': score?.scoredAt,
		'candidate.created': candidate?.created_at,
		'candidate.updated': candidate?.updated_at,
	};
	const stated = envelope
		? firstOf(envelope, 'occurred_at', 'timestamp', 'triggered_at', 'created_at', 'sent_at')
		: null;
	return readTime(own[name]) ?? readTime(stated);
}

function actorOf(found: Located): EventBase['actor'] {
	if (!found.envelope) return null;
	const { envelope, container } = found;
	const keys = ['user', 'actor', 'triggered_by', 'user_id'];
	return readPerson(firstOf(envelope, ...keys) ?? firstOf(container, ...keys));
}

/** The vendor's own ID of the event. A flat body has none: its `id` is that of the application. */
function statedId(found: Located): string | null {
	if (!found.envelope) return null;
	const inEnvelope =
		found.envelope !== found.container ? ['event_id', 'eventId', 'id'] : ['event_id', 'eventId'];
	return readText(firstOf(found.envelope, ...inEnvelope));
}

/**
 * Reads what 100Hires delivered into the typed event, whichever of the two documented shapes it has.
 *
 * Nothing that is missing, null, of another type or new makes it fail.
 *
 * @param body The parsed body of the delivery
 * @throws RangeError where the body is nested deeper than JavaScript's stack allows; nothing else
 */
export function readEvent(body: Json): Reading {
	const found = locate(body);
	if (found.announced === 'unknown') return { kind: 'unknown event' };

	const located = found.application ? withMove(readApplication(found.application), found) : null;
	const candidate = found.candidate ? readCandidate(found.candidate) : null;
	const interview = found.interview ? readInterview(found.interview) : null;
	const ownScore = found.score ? readScore(found.score) : null;
	const score = ownScore
		? { ...ownScore, scoredAt: ownScore.scoredAt ?? located?.aiScoredAt ?? null }
		: found.application
			? readScore(scoreOf(found.application))
			: null;

	const inferred = found.announced === null;
	const name =
		found.announced ?? inferEvent({ application: located, candidate, interview, score: ownScore });
	if (name === null) return { kind: 'not an event' };

	const application = located ?? (name === 'application.stage_changed' ? movedOnly(found) : null);
	const job = jobOf(found);
	const occurredAt = momentOf(name, found, score);
	const hiredAt = application?.hiredAt ?? (name === 'candidate.hired' ? occurredAt : null);
	const base: Omit<EventBase, 'eventId' | 'occurrenceId'> = {
		inferred,
		occurredAt,
		applicationId: idOf(found, application?.id, 'application_id'),
		candidateId: idOf(found, candidate?.id, 'candidate_id'),
		jobId: idOf(found, job?.id, 'job_id'),
		companyId: idOf(found, found.candidate?.company_id ?? found.job?.company_id, 'company_id'),
		candidateName: candidate?.fullName ?? null,
		firstName: candidate?.firstName ?? null,
		lastName: candidate?.lastName ?? null,
		email: candidate?.email ?? null,
		phone: candidate?.phone ?? null,
		jobTitle: job?.title ?? null,
		jobAlias: job?.alias ?? readText(found.application?.job_alias),
		stage: (application?.stage ?? interview?.stage)?.name ?? null,
		previousStage: application?.previousStage?.name ?? null,
		status: application?.status ?? null,
		aiScore: score?.total ?? application?.aiScore ?? null,
		aiRecommendation: score?.recommendation ?? application?.aiRecommendation ?? null,
		hiredAt,
		hiredOn: hiredAt?.slice(0, hiredAt.indexOf('T')) ?? null,
		rejectedAt: application?.rejectedAt ?? (name === 'candidate.disqualified' ? occurredAt : null),
		rejectionReason:
			application?.rejectionReasons.flatMap((reason) => reason.name ?? []).join(', ') || null,
		interviewStartsAt: interview?.startsAt ?? null,
		interviewEndsAt: interview?.endsAt ?? null,
		resumeUrl: application?.resume?.url ?? null,
		link: interview?.link ?? application?.link ?? candidate?.link ?? null,
		application,
		candidate,
		job,
		interview,
		score,
		actor: actorOf(found),
	};
	const occurrenceId = occurrenceIdOf(name, base, body);
	const eventId = statedId(found) ?? occurrenceId;
	return { kind: 'event', event: { eventId, event: name, occurrenceId, ...base } };
}

/** The score that an application carries, without what else the two kinds of object name alike. */
function scoreOf(application: Json): Json {
	const { ai_score, ai_recommendation, ai_scoring_updated_at } = application;
	return { ai_score, ai_recommendation, ai_scoring_updated_at };
}

/** A move that is told without its application: the two stages are still worth having. */
function movedOnly(found: Located): Application | null {
	const application = withMove(readApplication({}), found);
	return application.stage || application.previousStage ? application : null;
}
