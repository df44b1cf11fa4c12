import { batch, batchIds } from '../api/batch.mts';
import { route, wholeOf, type AnyRoute } from '../api/route.mts';
import { company, texts } from '../api/schema.mts';
import type { CandidateRecord } from '../world/records.mts';

const BATCH = { body: { ...batchIds, tags: texts }, required: ['ids', 'tags'] };

/** Tags are told all at once: their lists have the fields of a page, but no way to ask for another one. */
const tagsOf = (tags: Iterable<string>) => wholeOf('tags', [...tags], (tag) => tag);

const renderTags = ({ tags }: CandidateRecord) => tagsOf(tags);

export const candidateTagRoutes: AnyRoute[] = [
	route<never>({
		method: 'GET',
		path: '/tags',
		query: company,
		handle: ({ context }) => tagsOf(context.world.tags),
	}),
	route<never>({
		method: 'GET',
		path: '/candidates/:id/tags',
		handle: ({ context, params }) => renderTags(context.world.candidate(params.id)),
	}),
	route<{ tags: string[] }>({
		method: 'POST',
		path: '/candidates/:id/tags',
		body: { tags: texts },
		required: ['tags'],
		handle: ({ context, params, body, by }) =>
			renderTags(context.world.tag(params.id, body.tags, by)),
	}),
	route<never>({
		method: 'DELETE',
		path: '/candidates/:id/tags/:tag',
		handle: ({ context, params }) => {
			context.world.untag(params.id, [params.tag]);
			return { success: true };
		},
	}),
	route<{ ids: number[]; tags: string[] }>({
		method: 'POST',
		path: '/candidates/batch/tags',
		...BATCH,
		handle: ({ context: { world }, body, by }) =>
			batch(body.ids, (candidateId) => ({ tags: [...world.tag(candidateId, body.tags, by).tags] })),
	}),
	route<{ ids: number[]; tags: string[] }>({
		method: 'DELETE',
		path: '/candidates/batch/tags',
		...BATCH,
		handle: ({ context: { world }, body }) =>
			batch(body.ids, (candidateId) => ({ tags: [...world.untag(candidateId, body.tags).tags] })),
	}),
];
