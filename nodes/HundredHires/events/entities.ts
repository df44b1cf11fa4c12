/** The API's objects, read into the entities of the typed event. Field names: 100Hires OpenAPI 2.0.0, components/schemas. */
import type { Application, Candidate, Interview, Job, Resume, Score } from './types';
import {
	findFirst,
	isObject,
	readBoolean,
	readId,
	readNamed,
	readNumber,
	readObjects,
	readPersons,
	readText,
	readTexts,
	readTime,
} from '../shared/values';
import type { Json } from '../shared/types';

const readName = (value: unknown): string | null => readNamed(value)?.name ?? null;

export function readCandidate(from: Json): Candidate {
	const firstName = readText(from.first_name);
	const lastName = readText(from.last_name);
	const joined = [firstName, lastName].filter(Boolean).join(' ');
	const emails = readTexts(findFirst(from, 'emails', 'email'));
	const phones = readTexts(findFirst(from, 'phones', 'phone'));
	return {
		id: readId(findFirst(from, 'id', 'candidate_id')),
		alias: readText(from.alias),
		firstName,
		lastName,
		fullName: joined || readText(findFirst(from, 'full_name', 'name')),
		email: emails[0] ?? null,
		phone: phones[0] ?? null,
		emails,
		phones,
		source: readNamed(from.source),
		origin: readNamed(from.origin),
		profile: readObjects(from.profile).map((answer) => ({
			questionId: readId(answer.question_id),
			question: readText(answer.question_text),
			value: answer.value ?? null,
		})),
		link: readText(from.url_backoffice),
		createdAt: readTime(from.created_at),
		updatedAt: readTime(from.updated_at),
	};
}

function readResume(cv: unknown): Resume | null {
	if (!isObject(cv)) return null;
	const file = isObject(cv.file) ? cv.file : {};
	return {
		uuid: readText(cv.uuid),
		url: readText(cv.url),
		fileName: readText(file.orig_file_name),
		mimeType: readText(file.file_type),
		text: readText(cv.text),
	};
}

export function readApplication(from: Json): Application {
	return {
		id: readId(findFirst(from, 'id', 'application_id')),
		candidateId: readId(from.candidate_id),
		jobId: readId(from.job_id),
		status: readText(from.status),
		stage: readNamed(from.stage),
		previousStage: readNamed(findFirst(from, 'previous_stage', 'from_stage')),
		isDisqualified: readBoolean(from.is_disqualified),
		rejectedAt: readTime(from.rejected_at),
		rejectionReasons: readObjects(from.rejection_reason).flatMap(
			(reason) => readNamed(reason) ?? [],
		),
		hiredAt: readTime(from.hired_at),
		aiScore: readNumber(from.ai_score),
		aiRecommendation: readText(from.ai_recommendation),
		aiScoredAt: readTime(from.ai_scoring_updated_at),
		resume: readResume(from.cv),
		hiringTeam: readPersons(from.hiring_team),
		customFields: isObject(from.custom_fields) ? from.custom_fields : null,
		link: readText(from.url_backoffice),
		createdAt: readTime(from.created_at),
		updatedAt: readTime(from.updated_at),
	};
}

function readLocation(from: Json): string | null {
	const { location } = from;
	if (!isObject(location)) return readText(location);
	const parts = [location.city, location.state, location.country].map(readText).filter(Boolean);
	return readText(location.full_address) ?? (parts.join(', ') || null);
}

export function readJob(from: Json): Job {
	return {
		id: readId(findFirst(from, 'id', 'job_id')),
		alias: readText(findFirst(from, 'alias', 'job_alias')),
		internalId: readId(from.internal_job_id),
		title: readText(findFirst(from, 'title', 'job_title', 'name')),
		department: readName(from.department),
		location: readLocation(from),
		status: readText(from.status),
		link: readText(findFirst(from, 'url_backoffice', 'url', 'job_url')),
	};
}

export function readInterview(from: Json): Interview {
	return {
		id: readId(findFirst(from, 'id', 'interview_id')),
		startsAt: readTime(from.start_time),
		endsAt: readTime(from.end_time),
		status: readText(from.status),
		location: readText(from.location),
		meetingUrl: readText(from.meeting_url),
		interviewers: readPersons(from.interviewers),
		stage: readNamed(from.stage),
		link: readText(from.url_backoffice),
		createdAt: readTime(from.created_at),
	};
}

/** An AiScore object, or the score that an application carries. */
export function readScore(from: Json): Score | null {
	const score: Score = {
		uuid: readText(from.uuid),
		total: readNumber(findFirst(from, 'total_score', 'ai_score', 'score', 'total')),
		recommendation: readText(findFirst(from, 'ai_recommendation', 'recommendation', 'rate')),
		summary: readText(from.summary),
		criteria: readObjects(from.criteria).map((criterion) => ({
			title: readText(criterion.criterion_title),
			text: readText(criterion.criterion_text),
			score: readNumber(criterion.score),
			justification: readText(criterion.justification),
		})),
		scoredAt: readTime(findFirst(from, 'date', 'ai_scoring_updated_at', 'scored_at')),
	};
	return score.total === null && score.scoredAt === null && score.recommendation === null
		? null
		: score;
}
