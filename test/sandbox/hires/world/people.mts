import { createHash, randomUUID } from 'node:crypto';

import type { EventName } from '../events.mts';
import { invalid, notFound } from './errors.mts';
import { Jobs } from './jobs.mts';
import { pdfOf } from './pdf.mts';
import type {
	AnswerValue,
	ApplicationRecord,
	By,
	CandidateRecord,
	FileRecord,
	WorldEvent,
} from './records.mts';

export type Listener = (event: WorldEvent) => void;

export interface PersonDetails {
	firstName?: string;
	lastName?: string;
	email?: string;
	phone?: string;
	/** Answers by the text of the question or by its ID. */
	answers?: Record<string, AnswerValue>;
	city?: string;
	state?: string;
	country?: string;
	timezone?: string;
	resume?: FileRecord;
	sourceId?: number;
	originId?: number;
}

/** Everything of a candidate that an update can change, as text to compare. */
function contentsOf(candidate: CandidateRecord): string {
	const { firstName, lastName, emails, phones, place, answers, resume } = candidate;
	return JSON.stringify([firstName, lastName, emails, phones, place, [...answers], resume?.uuid]);
}

/** The people whom a company knows, and their files. */
export class People extends Jobs {
	readonly candidates = new Map<number, CandidateRecord>();

	readonly applications = new Map<number, ApplicationRecord>();

	readonly files = new Map<string, FileRecord>();

	private readonly candidatesByAlias = new Map<string, CandidateRecord>();

	private readonly candidatesByEmail = new Map<string, CandidateRecord>();

	private readonly listeners = new Set<Listener>();

	/**
	 * Tells of everything that happens from now on.
	 *
	 * @returns Ends it
	 */
	onEvent(listener: Listener): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	protected emit(name: EventName, by: By, about: Partial<WorldEvent>): void {
		const at = this.clock.now();
		this.history.add({
			kind: name,
			at,
			by,
			fromStage: about.fromStage,
			toStage: about.toStage,
			candidateId: about.candidate?.id,
			applicationId: about.application?.id,
			jobId: about.job?.id,
		});
		if (this.isEarlier || !this.listeners.size) return;
		const actor = by.userId === null ? null : this.user(by.userId);
		const event = { ...about, id: randomUUID(), name, at, actor };
		for (const listener of this.listeners) listener(event);
	}

	/** @param reference ID, as number or in digits, or alias */
	candidate(reference: number | string): CandidateRecord {
		const candidate =
			this.candidates.get(Number(reference)) ?? this.candidatesByAlias.get(String(reference));
		if (!candidate) throw notFound('Candidate');
		return candidate;
	}

	candidateByEmail(email: string): CandidateRecord | undefined {
		return this.candidatesByEmail.get(email.toLowerCase());
	}

	addFile(file: {
		fileName: string;
		mimeType: string;
		data: Buffer;
		text?: string | null;
		category?: string;
	}): FileRecord {
		const { text = null, category = null } = file;
		const record = { ...file, text, category, uuid: randomUUID(), createdAt: this.clock.now() };
		this.files.set(record.uuid, record);
		return record;
	}

	/** A résumé of the given text, as a PDF. */
	addResume(text: string, fileName = 'resume.pdf'): FileRecord {
		return this.addFile({ fileName, mimeType: 'application/pdf', data: pdfOf(text), text });
	}

	/** Adds a person; one with that e-mail address who is known already stays as they are. */
	createCandidate(
		details: PersonDetails,
		by: By = this.byOwner,
	): { candidate: CandidateRecord; isNew: boolean } {
		const found = this.findOrAdd(details);
		if (found.isNew) this.emit('candidate.created', by, { candidate: found.candidate });
		return found;
	}

	/** Changes what is known of a person. Tells of it only when something is different afterwards. */
	updateCandidate(
		reference: number | string,
		changes: PersonDetails,
		by: By = this.byOwner,
	): CandidateRecord {
		const candidate = this.candidate(reference);
		if (this.write(candidate, changes)) {
			candidate.updatedAt = this.clock.now();
			this.emit('candidate.updated', by, { candidate });
		}
		return candidate;
	}

	/** Gives a person tags; those that they have already change nothing. */
	tag(reference: number | string, tags: readonly string[], by: By = this.byOwner): CandidateRecord {
		const candidate = this.candidate(reference);
		const fresh = tags.filter((tag) => !candidate.tags.has(tag));
		for (const tag of fresh) {
			candidate.tags.add(tag);
			this.tags.add(tag);
		}
		if (fresh.length) {
			const at = this.clock.now();
			this.history.add({ kind: 'tags.added', at, by, candidateId: candidate.id, tags: fresh });
		}
		return candidate;
	}

	/** @throws WorldError for a tag that the person does not have, in exactly that spelling */
	untag(reference: number | string, tags: readonly string[]): CandidateRecord {
		const candidate = this.candidate(reference);
		if (tags.some((tag) => !candidate.tags.has(tag))) throw notFound('Tag');
		for (const tag of tags) candidate.tags.delete(tag);
		return candidate;
	}

	protected findOrAdd(details: PersonDetails): { candidate: CandidateRecord; isNew: boolean } {
		const known = details.email ? this.candidateByEmail(details.email) : undefined;
		if (known) return { candidate: known, isNew: false };
		const now = this.clock.now();
		this.library.answered(details.answers ?? {});
		const id = this.nextId('candidate');
		const candidate: CandidateRecord = {
			id,
			alias: `c${createHash('sha256').update(String(id)).digest('base64url').slice(0, 7)}`,
			firstName: '',
			lastName: '',
			emails: [],
			phones: [],
			sourceId: details.sourceId ?? this.lists.sources[0].id,
			originId: details.originId ?? this.lists.origins[0].id,
			answers: new Map(),
			place: {},
			resume: null,
			tags: new Set(),
			files: [],
			applicationIds: new Set(),
			createdAt: now,
			updatedAt: now,
			lastMessageAt: null,
		};
		this.write(candidate, details);
		this.candidates.set(id, candidate);
		this.candidatesByAlias.set(candidate.alias, candidate);
		return { candidate, isNew: true };
	}

	protected forgetCandidate(candidate: CandidateRecord): void {
		this.candidates.delete(candidate.id);
		this.candidatesByAlias.delete(candidate.alias);
		for (const email of candidate.emails) this.candidatesByEmail.delete(email.toLowerCase());
	}

	/** @returns Whether anything is different now */
	private write(candidate: CandidateRecord, details: PersonDetails): boolean {
		const answers = this.library.answered(details.answers ?? {});
		const email = details.email;
		const owner = email ? this.candidateByEmail(email) : undefined;
		if (owner && owner !== candidate) {
			throw invalid('email', `Email "${email}" has already been taken.`);
		}
		const before = contentsOf(candidate);
		candidate.firstName = details.firstName ?? candidate.firstName;
		candidate.lastName = details.lastName ?? candidate.lastName;
		if (email) {
			for (const old of candidate.emails) this.candidatesByEmail.delete(old.toLowerCase());
			candidate.emails = [email];
			this.candidatesByEmail.set(email.toLowerCase(), candidate);
		}
		if (details.phone) candidate.phones = [details.phone];
		for (const field of ['city', 'state', 'country', 'timezone'] as const) {
			if (details[field] !== undefined) candidate.place[field] = details[field];
		}
		for (const [id, value] of answers) candidate.answers.set(id, value);
		if (details.resume) candidate.resume = details.resume;
		return contentsOf(candidate) !== before;
	}
}
