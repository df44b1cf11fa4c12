import type { CandidateRecord } from '../world/records.mts';
import { BACK_OFFICE, daysSince, named } from './shared.mts';
import type { View } from './shared.mts';

export interface CandidateOptions {
	/** Leaves the profile out. */
	summary?: boolean;
	/** Lists the person's applications. */
	applications?: boolean;
}

/** The answers to the standard questions stand in the record itself, all others in its answers. */
function profile(candidate: CandidateRecord, { world: { library } }: View) {
	const standard = new Map<string, string | undefined>([
		['First name', candidate.firstName],
		['Last name', candidate.lastName],
		['Email', candidate.emails[0]],
		['Phone', candidate.phones[0]],
		['City', candidate.place.city],
	]);
	return library.questions
		.all()
		.map(({ id, text }) => ({
			question_id: id,
			question_text: text,
			value: candidate.answers.get(id) ?? standard.get(text),
		}))
		.filter(({ value }) => value !== undefined && value !== '');
}

/** A `Candidate` (100Hires OpenAPI 3.1, 2.0.0). */
export function renderCandidate(
	candidate: CandidateRecord,
	view: View,
	options: CandidateOptions = {},
) {
	const { world } = view;
	return {
		id: candidate.id,
		alias: candidate.alias,
		url_backoffice: `${BACK_OFFICE}/candidate/${candidate.alias}`,
		company_id: world.company.id,
		first_name: candidate.firstName,
		last_name: candidate.lastName,
		emails: candidate.emails,
		phones: candidate.phones,
		source: named(world.lists.sources, candidate.sourceId),
		origin: named(world.lists.origins, candidate.originId),
		...(!options.summary && { profile: profile(candidate, view) }),
		...(options.applications && {
			applications: world.applicationsOf(candidate).map((application) => {
				const job = world.job(application.jobId);
				const stage = world.stage(application.stageId);
				return {
					id: application.id,
					job: { id: job.id, title: job.title },
					stage: { id: stage.id, name: stage.name },
				};
			}),
		}),
		created_at: candidate.createdAt,
		updated_at: candidate.updatedAt,
		last_message_at: candidate.lastMessageAt,
		days_since_last_message: daysSince(candidate.lastMessageAt, view.now),
	};
}
