import {
	camelKeys,
	includes,
	pageOf,
	route,
	type AnyRoute,
	type Paging,
	type Wanted,
} from '../api/route.mts';
import {
	candidateReference,
	filled,
	id,
	ids,
	include,
	oneOf,
	paging,
	text,
	view,
} from '../api/schema.mts';
import { renderNote, type NoteOptions } from '../render/note.mts';
import { VISIBILITIES, type NewNote } from '../world/reviews.mts';

const INCLUDE = include('user', 'candidate');

const visibility = oneOf(...VISIBILITIES);

function optionsFrom(query: Wanted): NoteOptions {
	return {
		user: includes(query, 'user'),
		candidate: includes(query, 'candidate'),
		summary: query.view === 'summary',
	};
}

export const noteRoutes: AnyRoute[] = [
	route<never, Wanted & Paging & { candidate_id: string }>({
		method: 'GET',
		path: '/notes',
		query: { candidate_id: text, ...INCLUDE, ...paging, ...view },
		requiredQuery: ['candidate_id'],
		handle: ({ context, query }) => {
			const notes = context.world.reviews.notesOf(context.world.candidate(query.candidate_id));
			return pageOf('notes', notes.reverse(), query, (note) =>
				renderNote(note, context.view(), optionsFrom(query)),
			);
		},
	}),
	route<{ candidate_id: string | number; body: string }, Wanted>({
		method: 'POST',
		path: '/notes',
		query: INCLUDE,
		body: {
			candidate_id: candidateReference,
			body: filled,
			user_id: id,
			visibility,
			mention_user_ids: ids,
		},
		required: ['candidate_id', 'body'],
		handle: ({ context, query, body, by }) => {
			const { candidate_id: reference, ...note } = body;
			const candidate = context.world.candidate(reference);
			const added = context.world.reviews.addNote(candidate, camelKeys<NewNote>(note), by);
			return renderNote(added, context.view(), optionsFrom(query));
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/notes/:id',
		query: INCLUDE,
		handle: ({ context, params, query }) =>
			renderNote(context.world.reviews.notes.get(params.id), context.view(), optionsFrom(query)),
	}),
	route<{ body?: string; visibility?: 'all' | 'private' }, Wanted>({
		method: 'PUT',
		path: '/notes/:id',
		query: INCLUDE,
		body: { body: filled, visibility },
		handle: ({ context, params, query, body }) => {
			const note = context.world.reviews.changeNote(params.id, body);
			return renderNote(note, context.view(), optionsFrom(query));
		},
	}),
	route<never>({
		method: 'DELETE',
		path: '/notes/:id',
		handle: ({ context, params }) => {
			context.world.reviews.notes.remove(params.id);
			return { success: true };
		},
	}),
];
