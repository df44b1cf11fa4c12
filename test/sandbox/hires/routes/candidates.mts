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
	type Wanted,
} from '../api/route.mts';
import { company, email, file, id, include, paging, text, time, view } from '../api/schema.mts';
import { renderCandidate, type CandidateOptions } from '../render/candidate.mts';
import { invalid } from '../world/errors.mts';
import type { PersonDetails } from '../world/people.mts';
import type { AnswerValue, CandidateRecord } from '../world/records.mts';
import type { World } from '../world/world.mts';

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
	email,
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

function filterOf(query: CandidateFilter, world: World): (candidate: CandidateRecord) => boolean {
	const { email: address, linkedin, job_id: jobId, stage_id: stageId } = query;
	const [q, name] = [query.q?.toLowerCase(), query.full_name?.toLowerCase()];
	const linkedinId = world.library.questionNamed('LinkedIn')?.id ?? 0;
	const created = secondsOf(query.created_after);
	const updated = secondsOf(query.updated_after);
	const isInJob = (candidate: CandidateRecord) =>
		world
			.applicationsOf(candidate)
			.some(
				(application) =>
					(jobId === undefined || application.jobId === jobId) &&
					(stageId === undefined || application.stageId === stageId),
			);
	return (candidate) =>
		candidate.createdAt >= created &&
		candidate.updatedAt >= updated &&
		(address === undefined || world.candidateByEmail(address) === candidate) &&
		(name === undefined || fullName(candidate).includes(name)) &&
		(q === undefined ||
			fullName(candidate).includes(q) ||
			candidate.emails.some((other) => other.toLowerCase().includes(q))) &&
		(linkedin === undefined || candidate.answers.get(linkedinId) === linkedin) &&
		((jobId === undefined && stageId === undefined) || isInJob(candidate));
}

function detailsFrom({ context, body }: Call<CandidateBody, unknown>): PersonDetails {
	const { first_name, last_name, profile, cv, job_id, stage_id, ...rest } = body;
	if (stage_id !== undefined && job_id === undefined) {
		throw invalid('stage_id', 'Stage needs a job.');
	}
	const { city, state, country, timezone, email: address, phone } = rest;
	return {
		city,
		state,
		country,
		timezone,
		email: address,
		phone,
		firstName: first_name,
		lastName: last_name,
		answers: profile,
		...(cv && { resume: keepFile(context, cv) }),
	};
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
				.filter(filterOf(query, context.world))
				.sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
			const shown = context.view();
			return pageOf('candidates', candidates, query, (candidate) =>
				renderCandidate(candidate, shown, optionsFrom(query)),
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
