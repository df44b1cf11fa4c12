import {
	keepFile,
	pageOf,
	route,
	type AnyRoute,
	type Call,
	type FileBody,
	type Paging,
} from '../api/route.mts';
import { email, file, filled, id, listOf, paging, text, type Schema } from '../api/schema.mts';
import { renderPublicJob } from '../render/job.mts';
import { invalid, notFound } from '../world/errors.mts';
import type { AnswerValue, By, JobRecord } from '../world/records.mts';
import type { World } from '../world/world.mts';

interface Slug {
	company_slug?: string;
}

interface JobFilter extends Slug, Paging {
	department_id?: number;
	employment_type_id?: number;
	city?: string;
	country?: string;
}

interface Form {
	job_id: number;
	first_name: string;
	last_name: string;
	email: string;
	phone?: string;
	resume?: FileBody;
	linkedin_url?: string;
	source?: string;
	answers?: Array<{ question_id?: number; value?: AnswerValue }>;
}

const BY_APPLICANT: By = { type: 'system', userId: null, source: 'apply:career_site' };

const SLUG = { company_slug: filled };

/** What an answer looks like is not documented; those that name a question and a value are kept. */
const ANSWER: Schema = { type: 'object' };

/** The company's world, which the header or the query names in place of a key. */
function worldOf({
	context,
	headers,
	query,
}: Pick<Call<unknown, Slug>, 'context' | 'headers' | 'query'>) {
	const slug = headers['x-company-slug'] ?? query.company_slug;
	if (slug === undefined) throw invalid('company_slug', 'Company slug cannot be blank.');
	if (slug !== context.world.company.slug) throw notFound('Company');
	return context.world;
}

const isPublic = ({ status }: JobRecord) => status === 'published';

function publicJob(world: World, jobId: number | string): JobRecord {
	const job = /^\d+$/.test(String(jobId)) ? world.jobs.get(Number(jobId)) : undefined;
	if (!job || !isPublic(job)) throw notFound('Job');
	return job;
}

function filterOf(query: JobFilter): (job: JobRecord) => boolean {
	const {
		department_id: departmentId,
		employment_type_id: employmentTypeId,
		city,
		country,
	} = query;
	const isSame = (wanted: string | undefined, given: string) =>
		wanted === undefined || wanted.toLowerCase() === given.toLowerCase();
	return (job) =>
		isPublic(job) &&
		(departmentId === undefined || job.departmentId === departmentId) &&
		(employmentTypeId === undefined || job.employmentTypeId === employmentTypeId) &&
		isSame(city, job.locationCity) &&
		isSame(country, job.locationCountry);
}

/** Answers by the text or ID of their question. */
function answersFrom(
	{ linkedin_url: linkedin, answers = [] }: Form,
	{ library }: World,
): Record<string, AnswerValue> {
	const unknown = answers.find(({ question_id: questionId }) =>
		questionId === undefined ? false : !library.questions.find(questionId),
	);
	if (unknown) throw invalid('answers', `Unknown question ${unknown.question_id}.`);
	const given = answers.flatMap(({ question_id: questionId, value }) =>
		questionId === undefined || value === undefined ? [] : [[String(questionId), value] as const],
	);
	return { ...Object.fromEntries(given), ...(linkedin && { LinkedIn: linkedin }) };
}

/** What a company's career site can do; it has no key. */
export const careerSiteRoutes: AnyRoute[] = [
	route<never, JobFilter>({
		method: 'GET',
		path: '/career-site/jobs',
		isPublic: true,
		query: {
			department_id: id,
			employment_type_id: id,
			city: text,
			country: text,
			...SLUG,
			...paging,
		},
		handle: (call) => {
			const jobs = [...worldOf(call).jobs.values()].filter(filterOf(call.query));
			return pageOf('jobs', jobs, call.query, (job) => renderPublicJob(job, call.context.view()));
		},
	}),
	route<never, Slug>({
		method: 'GET',
		path: '/career-site/jobs/:id',
		isPublic: true,
		query: SLUG,
		handle: (call) =>
			renderPublicJob(publicJob(worldOf(call), call.params.id), call.context.view()),
	}),
	route<Form>({
		method: 'POST',
		path: '/career-site/applications',
		isPublic: true,
		body: {
			job_id: id,
			first_name: filled,
			last_name: filled,
			email,
			phone: text,
			resume: file,
			linkedin_url: text,
			source: text,
			answers: listOf(ANSWER),
		},
		required: ['job_id', 'first_name', 'last_name', 'email'],
		handle: (call) => {
			const world = worldOf(call);
			const { body, context } = call;
			const job = publicJob(world, body.job_id);
			if (job.resumeFieldStatus === 'required' && !body.resume) {
				throw invalid('resume', 'Resume cannot be blank.');
			}
			const resume = body.resume && keepFile(context, body.resume);
			const source = world.lists.sources.find(({ name }) => name === body.source);
			const application = world.createWithApplication(
				{
					firstName: body.first_name,
					lastName: body.last_name,
					email: body.email,
					phone: body.phone,
					answers: answersFrom(body, world),
					resume,
					sourceId: source?.id,
				},
				{ jobId: job.id, cv: resume },
				BY_APPLICANT,
			);
			const { id: applicationId, createdAt } = application;
			return { id: applicationId, job_id: job.id, status: 'pending', created_at: createdAt };
		},
	}),
];
