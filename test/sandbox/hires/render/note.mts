import type { NoteRecord } from '../world/reviews.mts';
import { renderCandidate } from './candidate.mts';
import { BACK_OFFICE, preview, type View } from './shared.mts';

export interface NoteOptions {
	user?: boolean;
	candidate?: boolean;
	summary?: boolean;
}

/** A `Note` (100Hires OpenAPI 3.1, 2.0.0). */
export function renderNote(note: NoteRecord, view: View, options: NoteOptions = {}) {
	const { world } = view;
	const candidate = world.candidate(note.candidateId);
	const user = world.user(note.userId);
	const { summary } = options;
	return {
		id: note.id,
		candidate_id: note.candidateId,
		user_id: note.userId,
		url_backoffice: `${BACK_OFFICE}/candidate/${candidate.alias}/notes/${note.id}`,
		...(summary ? { body_preview: preview(note.body) } : { body: note.body }),
		visibility: note.visibility,
		created_at: note.createdAt,
		updated_at: note.updatedAt,
		...(options.user && { user: { id: user.id, full_name: user.fullName, photo: null } }),
		...(options.candidate && { candidate: renderCandidate(candidate, view, { summary }) }),
	};
}
