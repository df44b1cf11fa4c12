import {
	includes,
	keepFile,
	pageOf,
	route,
	secondsOf,
	type AnyRoute,
	type Call,
	type FileBody,
	type Paging,
} from '../api/route.mts';
import { company, file, id, include, paging, text, time, view } from '../api/schema.mts';
import { renderCandidate, type CandidateOptions } from '../render/candidate.mts';
import { renderInterview } from '../render/interview.mts';
import { attachment } from '../render/shared.mts';
import { invalid, notFound } from '../world/errors.mts';
import type { PersonDetails } from '../world/people.mts';
import type { AnswerValue, CandidateRecord, FileRecord } from '../world/records.mts';
import type { World } from '../world/world.mts';

interface Wanted {
	include?: string;
	view?: 'full' | 'summary';
}

interface CandidateFilter extends Wanted, Paging {
	q?: string;
	email?: string;
	full_name?: string;
	linkedin?: string;
	job_id?: number;
	stage_id?: number;
	created_after?: string;
	updated_after?: string;
}

interface CandidateBody {
	first_name?: string;
	last_name?: string;
	email?: string;
	phone?: string;
	profile?: Record<string, AnswerValue>;
	job_id?: number;
	stage_id?: number;
	cv?: FileBody;
	city?: string;
	state?: string;
	country?: string;
	timezone?: string;
}

const INCLUDE = include('applications');

const DETAILS = {
	first_name: text,
	last_name: text,
	email: { type: 'string', pattern: '^\\S+@\\S+$' },
	phone: text,
	profile: { type: 'object', additionalProperties: { type: ['string', 'number', 'array'] } },
	job_id: id,
	stage_id: id,
	cv: file,
	city: text,
	state: text,
	country: text,
	timezone: text,
};

function optionsFrom(query: Wanted): CandidateOptions {
	return {
		applications: includes(query, 'applications'),
		summary: query.view === 'summary',
	};
}

const fullName = (candidate: CandidateRecord) =>
	`${candidate.firstName} ${candidate.lastName}`.toLowerCase();

function matches(candidate: CandidateRecord, filter: CandidateFilter, world: World): boolean {
	const { q, email, full_name: name, linkedin, job_id: jobId, stage_id: stageId } = filter;
	const { created_after: created, updated_after: updated } = filter;
	const has = (fields: Array<string | undefined>, part: string) =>
		fields.some((field) => field?.toLowerCase().includes(part.toLowerCase()));
	return (
		(q === undefined || has([fullName(candidate), ...candidate.emails], q)) &&
		(name === undefined || has([fullName(candidate)], name)) &&
		(email === undefined || world.candidateByEmail(email) === candidate) &&
		(linkedin === undefined || candidate.answers.get('LinkedIn') === linkedin) &&
		(created === undefined || candidate.createdAt >= secondsOf(created)) &&
		(updated === undefined || candidate.updatedAt >= secondsOf(updated)) &&
		((jobId === undefined && stageId === undefined) ||
			world
				.applicationsOf(candidate)
				.some(
					(application) =>
						(jobId === undefined || application.jobId === jobId) &&
						(stageId === undefined || application.stageId === stageId),
				))
	);
}

function detailsFrom({ context, body }: Call<CandidateBody, unknown>): PersonDetails {
	const { first_name, last_name, profile, cv, job_id, stage_id, ...rest } = body;
	if (stage_id !== undefined && job_id === undefined) {
		throw invalid('stage_id', 'Stage needs a job.');
	}
	const { city, state, country, timezone, email, phone } = rest;
	return {
		...{ city, state, country, timezone, email, phone },
		firstName: first_name,
		lastName: last_name,
		answers: profile,
		...(cv && { resume: keepFile(context, cv) }),
	};
}

/** The newest file of those that the candidate's applications and the candidate have. */
function resumeOf(candidate: CandidateRecord, world: World): FileRecord {
	const ofApplications = world.applicationsOf(candidate).map((application) => application.cv);
	const resume = ofApplications.findLast((cv) => cv !== null) ?? candidate.resume;
	if (!resume) throw notFound('Resume');
	return resume;
}

export const candidateRoutes: AnyRoute[] = [
	route<never, CandidateFilter>({
		method: 'GET',
		path: '/candidates',
		query: {
			...company,
			q: text,
			email: text,
			full_name: text,
			linkedin: text,
			job_id: id,
			stage_id: id,
			created_after: time,
			updated_after: time,
			...INCLUDE,
			...paging,
			...view,
		},
		handle: ({ context, query }) => {
			const candidates = [...context.world.candidates.values()]
				.reverse()
				.filter((candidate) => matches(candidate, query, context.world));
			return pageOf('candidates', candidates, query, (candidate) =>
				renderCandidate(candidate, context.view(), optionsFrom(query)),
			);
		},
	}),
	route<CandidateBody, Wanted>({
		method: 'POST',
		path: '/candidates',
		query: INCLUDE,
		body: { ...DETAILS, ...company },
		handle: (call) => {
			const { context, query, body, by } = call;
			const { world } = context;
			const details = detailsFrom(call);
			const { job_id: jobId, stage_id: stageId } = body;
			const known = details.email && world.candidateByEmail(details.email);
			const isInJob =
				known && world.applicationsOf(known).some((application) => application.jobId === jobId);
			const candidate =
				jobId === undefined || isInJob
					? world.createCandidate(details, by).candidate
					: world.candidate(
							world.createWithApplication(details, { jobId, stageId, cv: details.resume }, by)
								.candidateId,
						);
			return renderCandidate(candidate, context.view(), optionsFrom(query));
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/candidates/:id',
		query: { ...INCLUDE, ...view },
		handle: ({ context, params, query }) =>
			renderCandidate(context.world.candidate(params.id), context.view(), optionsFrom(query)),
	}),
	route<CandidateBody>({
		method: 'PUT',
		path: '/candidates/:id',
		body: DETAILS,
		handle: (call) => {
			const { context, params, body, by } = call;
			const { world } = context;
			const candidate = world.candidate(params.id);
			const details = detailsFrom(call as Call<CandidateBody, unknown>);
			world.updateCandidate(candidate.id, details, by);
			const { job_id: jobId, stage_id: stageId } = body;
			const existing = world
				.applicationsOf(candidate)
				.find((application) => application.jobId === jobId);
			if (existing && stageId !== undefined) world.move(existing.id, stageId, by);
			if (!existing && jobId !== undefined) world.addToJob(candidate, { jobId, stageId }, by);
			return renderCandidate(candidate, context.view());
		},
	}),
	route<never>({
		method: 'DELETE',
		path: '/candidates/:id',
		handle: ({ context, params }) => {
			context.world.removeCandidate(params.id);
			return { success: true };
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/candidates/:id/resume',
		query: include('text_content'),
		handle: ({ context, params, query }) => {
			const resume = resumeOf(context.world.candidate(params.id), context.world);
			const withText = includes(query, 'text_content') && { text: resume.text };
			return { ...attachment(resume, context.view()), ...withText };
		},
	}),
	route<never, Paging>({
		method: 'GET',
		path: '/candidates/:id/interviews',
		query: paging,
		handle: ({ context, params, query }) => {
			const candidate = context.world.candidate(params.id);
			const interviews = [...context.world.interviews.values()].filter(
				(interview) => interview.candidateId === candidate.id,
			);
			return pageOf('interviews', interviews, query, (interview) =>
				renderInterview(interview, context.view()),
			);
		},
	}),
	route<{ reasons?: Array<number | string> }>({
		method: 'POST',
		path: '/candidates/:id/disqualify',
		body: { reasons: { type: 'array', items: { type: ['integer', 'string'] } } },
		handle: ({ context: { world }, params, body, by }) => {
			const reason = body.reasons?.length ? Number(body.reasons[0]) : null;
			const open = world
				.applicationsOf(world.candidate(params.id))
				.filter((application) => application.status !== 'rejected');
			for (const application of open) world.disqualify(application.id, reason, by);
			return { success: true, rejected_applications: open.map((application) => application.id) };
		},
	}),
];
