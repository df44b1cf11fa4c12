import { findKind, type EventName, type HiringEvent } from './index';
import { buildOccurrenceId } from './identity';
import { inferEvent } from './inference';
import { readApplication, readCandidate, readInterview, readJob, readScore } from './entities';
import type { EventContent, Located } from './kind';
import { locate } from './locate';
import type { Application, EventBase, Job, Score } from './types';
import { findFirst, readId, readNamed, readPerson, readText, readTime } from '../shared/values';
import type { Json } from '../shared/types';

/** What came of reading a delivery: an event, an event that this version does not know, or no event. */
export type Reading =
	| { kind: 'event'; event: HiringEvent }
	| { kind: 'unknown event' }
	| { kind: 'not an event' };

/** The IDs stand on the entity itself, beside it, or on the interview. */
function findId(found: Located, own: unknown, key: string): ReturnType<typeof readId> {
	const places = [found.application, found.interview, found.score, found.container, found.envelope];
	return (
		readId(own) ?? places.map((place) => readId(place?.[key])).find((id) => id !== null) ?? null
	);
}

function addMove(application: Application, found: Located): Application {
	const { container } = found;
	const readStage = (id: unknown, name: unknown) =>
		readId(id) === null && readText(name) === null
			? null
			: { id: readId(id), name: readText(name) };
	return {
		...application,
		stage:
			application.stage ??
			readNamed(findFirst(container, 'to_stage', 'stage')) ??
			readStage(container.to_stage_id, container.to_stage_name),
		previousStage:
			application.previousStage ??
			readNamed(findFirst(container, 'from_stage', 'previous_stage')) ??
			readStage(container.from_stage_id, container.from_stage_name),
	};
}

function findJob(found: Located): Job | null {
	if (found.job) return readJob(found.job);
	// Without `include=job` an application has no more of its job than these.
	const carrier = found.application ?? found.interview ?? found.score ?? found.container;
	const { job_id, job_alias, internal_job_id, job_title } = carrier;
	const job = readJob({ job_id, job_alias, internal_job_id, job_title });
	return job.id === null && job.alias === null ? null : job;
}

/** When it happened: the entity's own moment, which all copies share, before the envelope's, which may be that of the sending. */
function findMoment(name: EventName, found: Located, score: Score | null): string | null {
	const { envelope } = found;
	const stated = envelope
		? findFirst(envelope, 'occurred_at', 'timestamp', 'triggered_at', 'created_at', 'sent_at')
		: null;
	return readTime(findKind(name).readMoment(found, score)) ?? readTime(stated);
}

function findActor(found: Located): EventBase['actor'] {
	if (!found.envelope) return null;
	const { envelope, container } = found;
	const keys = ['user', 'actor', 'triggered_by', 'user_id'];
	return readPerson(findFirst(envelope, ...keys) ?? findFirst(container, ...keys));
}

/** The vendor's own ID of the event. A flat body has none: its `id` is that of the application. */
function findStatedId(found: Located): string | null {
	if (!found.envelope) return null;
	const inEnvelope =
		found.envelope !== found.container ? ['event_id', 'eventId', 'id'] : ['event_id', 'eventId'];
	return readText(findFirst(found.envelope, ...inEnvelope));
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

	const located = found.application ? addMove(readApplication(found.application), found) : null;
	const candidate = found.candidate ? readCandidate(found.candidate) : null;
	const interview = found.interview ? readInterview(found.interview) : null;
	const ownScore = found.score ? readScore(found.score) : null;
	const score = ownScore
		? { ...ownScore, scoredAt: ownScore.scoredAt ?? located?.aiScoredAt ?? null }
		: found.application
			? readScore(pickScore(found.application))
			: null;

	const inferred = found.announced === null;
	const name =
		found.announced ?? inferEvent({ application: located, candidate, interview, score: ownScore });
	if (name === null) return { kind: 'not an event' };

	const application =
		located ?? (name === 'application.stage_changed' ? readMoveOnly(found) : null);
	const job = findJob(found);
	const occurredAt = findMoment(name, found, score);
	const hiredAt = application?.hiredAt ?? (name === 'candidate.hired' ? occurredAt : null);
	const base: EventContent = {
		inferred,
		occurredAt,
		applicationId: findId(found, application?.id, 'application_id'),
		candidateId: findId(found, candidate?.id, 'candidate_id'),
		jobId: findId(found, job?.id, 'job_id'),
		companyId: findId(found, found.candidate?.company_id ?? found.job?.company_id, 'company_id'),
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
		actor: findActor(found),
	};
	const occurrenceId = buildOccurrenceId(name, base, body);
	const eventId = findStatedId(found) ?? occurrenceId;
	return { kind: 'event', event: { eventId, event: name, occurrenceId, ...base } };
}

/** The score that an application carries, without what else the two kinds of object name alike. */
function pickScore(application: Json): Json {
	const { ai_score, ai_recommendation, ai_scoring_updated_at } = application;
	return { ai_score, ai_recommendation, ai_scoring_updated_at };
}

/** A move that came without its application: the two stages are still worth having. */
function readMoveOnly(found: Located): Application | null {
	const application = addMove(readApplication({}), found);
	return application.stage || application.previousStage ? application : null;
}
