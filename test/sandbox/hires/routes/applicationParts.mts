import { batch, batchIds } from '../api/batch.mts';
import { keepFile, route, type AnyRoute, type FileBody, type Wanted } from '../api/route.mts';
import { file, id, view } from '../api/schema.mts';
import { renderApplication } from '../render/application.mts';
import { renderEvaluation } from '../render/evaluation.mts';
import { attachment } from '../render/shared.mts';

/** What hangs on applications, and what is done to many of them at once. */
export const applicationPartRoutes: AnyRoute[] = [
	// The one list of the API that comes without an envelope.
	route<never>({
		method: 'GET',
		path: '/applications/:id/attachments',
		handle: ({ context, params }) =>
			context.world
				.application(params.id)
				.attachments.map((attached) => attachment(attached, context.view())),
	}),
	route<{ file: FileBody }>({
		method: 'POST',
		path: '/applications/:id/attachments',
		body: { file },
		required: ['file'],
		handle: ({ context, params, body }) => {
			const application = context.world.application(params.id);
			const attached = keepFile(context, body.file, 'application');
			context.world.attach(application.id, attached);
			return attachment(attached, context.view());
		},
	}),
	route<never, Wanted>({
		method: 'GET',
		path: '/applications/:id/evaluation-forms',
		query: view,
		handle: ({ context, params, query }) => ({
			evaluations: context.world.reviews
				.evaluationsOf(context.world.application(params.id))
				.map((evaluation) => renderEvaluation(evaluation, context.view(), query)),
		}),
	}),
	route<never>({
		method: 'GET',
		path: '/evaluation-forms/:id',
		handle: ({ context, params }) =>
			renderEvaluation(context.world.reviews.evaluations.get(params.id), context.view(), {
				answers: true,
			}),
	}),
	route<{ ids: number[]; stage_id: number }>({
		method: 'POST',
		path: '/applications/batch/move',
		body: { ...batchIds, stage_id: id },
		required: ['ids', 'stage_id'],
		handle: ({ context, body, by }) =>
			batch(body.ids, (applicationId) =>
				renderApplication(context.world.move(applicationId, body.stage_id, by), context.view()),
			),
	}),
	route<{ ids: number[]; rejection_reason_id?: number }>({
		method: 'POST',
		path: '/applications/batch/reject',
		body: { ...batchIds, rejection_reason_id: id },
		required: ['ids'],
		handle: ({ context, body, by }) =>
			batch(body.ids, (applicationId) =>
				renderApplication(
					context.world.reject(applicationId, body.rejection_reason_id ?? null, by),
					context.view(),
				),
			),
	}),
];
