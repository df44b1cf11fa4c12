import type { Applications } from './applications.mts';
import { invalid } from './errors.mts';
import type { AnswerValue, ApplicationRecord, By, CandidateRecord } from './records.mts';
import { Store } from './store.mts';

export const VISIBILITIES = ['all', 'private'] as const;

export interface NoteRecord {
	id: number;
	candidateId: number;
	userId: number;
	body: string;
	visibility: (typeof VISIBILITIES)[number];
	createdAt: number;
	updatedAt: number;
}

export interface NewNote {
	body: string;
	/** Default: whoever is acting. */
	userId?: number;
	visibility?: NoteRecord['visibility'];
	mentionUserIds?: number[];
}

export type Verdict = 'strong-yes' | 'probably-yes' | 'neutral' | 'probably-no' | 'strong-no';

export interface EvaluationRecord {
	id: number;
	applicationId: number;
	formId: number;
	userId: number;
	verdict: Verdict;
	text: string;
	answers: Array<{ questionId: number; value: AnswerValue }>;
	createdAt: number;
	updatedAt: number;
}

/** What people write about candidates: notes, which hang on the person, and evaluations, which hang on an application. */
export class Reviews {
	readonly notes = new Store<NoteRecord>('Note', 60_000);

	readonly evaluations = new Store<EvaluationRecord>('Evaluation', 95_000);

	private readonly world: Applications;

	constructor(world: Applications) {
		this.world = world;
	}

	notesOf(candidate: CandidateRecord): NoteRecord[] {
		return this.notes.all().filter((note) => note.candidateId === candidate.id);
	}

	addNote(candidate: CandidateRecord, note: NewNote, by = this.world.byOwner): NoteRecord {
		const { body, visibility = 'all', mentionUserIds = [] } = note;
		const { userId = by.userId ?? this.world.owner.id } = note;
		if (!this.world.users.has(userId)) throw invalid('user_id', 'User is invalid.');
		if (mentionUserIds.some((id) => !this.world.users.has(id))) {
			throw invalid('mention_user_ids', 'Mentioned users are invalid.');
		}
		const at = this.world.clock.now();
		const times = { createdAt: at, updatedAt: at };
		const record = this.notes.add({
			candidateId: candidate.id,
			userId,
			body,
			visibility,
			...times,
		});
		this.world.history.add({
			kind: 'note.added',
			at,
			by: { ...by, userId },
			candidateId: candidate.id,
			noteId: record.id,
		});
		return record;
	}

	changeNote(
		reference: number | string,
		changes: Partial<Pick<NoteRecord, 'body' | 'visibility'>>,
	): NoteRecord {
		const note = this.notes.get(reference);
		return Object.assign(note, changes, { updatedAt: this.world.clock.now() });
	}

	evaluationsOf(application: ApplicationRecord): EvaluationRecord[] {
		return this.evaluations
			.all()
			.filter((evaluation) => evaluation.applicationId === application.id);
	}

	/** Someone fills in an evaluation form; the API can only read these. */
	evaluate(
		applicationId: number,
		evaluation: Pick<EvaluationRecord, 'formId' | 'verdict' | 'text'> &
			Partial<Pick<EvaluationRecord, 'answers'>>,
		by: By = this.world.byOwner,
	): EvaluationRecord {
		const at = this.world.clock.now();
		return this.evaluations.add({
			answers: [],
			...evaluation,
			formId: this.world.library.forms.get(evaluation.formId).id,
			applicationId: this.world.application(applicationId).id,
			userId: by.userId ?? this.world.owner.id,
			createdAt: at,
			updatedAt: at,
		});
	}

	/** Drops what was written about a candidate who is deleted. */
	forgetCandidate(candidate: CandidateRecord): void {
		for (const note of this.notesOf(candidate)) this.notes.remove(note.id);
	}

	forgetApplication(application: ApplicationRecord): void {
		for (const { id } of this.evaluationsOf(application)) this.evaluations.remove(id);
	}
}
