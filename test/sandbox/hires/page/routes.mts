import { Ajv } from 'ajv';
import type { FastifyInstance } from 'fastify';

import { errorAnswer, errorBody } from '../api/errors.mts';
import type { RequestLog } from '../api/requests.mts';
import { objectOf } from '../api/schema.mts';
import { renderApplication } from '../render/application.mts';
import { renderJob } from '../render/job.mts';
import { ACTIONS, type Control } from './actions.mts';
import { renderPage } from './page.mts';

/** How many of the newest applications and deliveries a script sees. */
const SHOWN_IN_STATE = 200;

function stateOf({ context }: Control, requests: RequestLog) {
	const { settings, world, webhooks, deliveries } = context;
	const view = context.view();
	return {
		dialect: settings.dialect,
		baseUrl: view.baseUrl,
		counts: {
			candidates: world.candidates.size,
			applications: world.applications.size,
			interviews: world.interviews.size,
			deliveries: deliveries.all().length,
			requests: requests.all().length,
		},
		jobs: [...world.jobs.values()].map((job) => renderJob(job, view, { pipelineStages: true })),
		applications: [...world.applications.values()]
			.slice(-SHOWN_IN_STATE)
			.map((application) => renderApplication(application, view, { candidate: true })),
		webhooks: webhooks.all(),
		deliveries: deliveries.all().slice(-SHOWN_IN_STATE),
		requests: requests.all().slice(-SHOWN_IN_STATE),
	};
}

/** Serves the page and what scripts in other processes use; none of it asks for a key. */
export function page(control: Control, requests: RequestLog) {
	return async (app: FastifyInstance) => {
		const ajv = new Ajv({ allErrors: true, coerceTypes: true });
		app.setValidatorCompiler(({ schema }) => ajv.compile(schema as object));
		app.addContentTypeParser(
			'application/x-www-form-urlencoded',
			{ parseAs: 'string' },
			(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
		);
		app.setErrorHandler<Parameters<typeof errorAnswer>[0]>((error, _request, reply) => {
			const { status, body } = errorAnswer(error);
			return reply.code(status).send(body);
		});
		app.setNotFoundHandler((_request, reply) => reply.code(404).send(errorBody(404, 'Not found.')));
		app.addHook('preValidation', async (request) => {
			if (request.method === 'POST') request.body ??= {};
		});
		app.get('/', (_request, reply) =>
			reply.type('text/html; charset=utf-8').send(renderPage(control.context)),
		);
		app.get('/sandbox/state', async () => stateOf(control, requests));
		for (const [name, { properties, required, run }] of Object.entries(ACTIONS)) {
			app.post(
				`/sandbox/actions/${name}`,
				{ schema: { body: objectOf(properties, required, false) } },
				async (request, reply) => {
					const result = await run(control, request.body as never);
					const isForm = request.headers['content-type']?.includes('form');
					return isForm ? await reply.redirect('/', 303) : result;
				},
			);
		}
	};
}
