import { Ajv } from 'ajv';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Context } from '../context.mts';
import { errorAnswer, errorBody, FORBIDDEN, UNAUTHORIZED } from './errors.mts';
import type { Fault, Faults } from './faults.mts';
import { misbehaveAfter, misbehaveBefore } from './misbehave.mts';
import { RateLimit } from './rateLimit.mts';
import type { LoggedRequest, RequestLog } from './requests.mts';
import { Download, type AnyRoute } from './route.mts';
import { objectOf } from './schema.mts';

declare module 'fastify' {
	interface FastifyContextConfig {
		/** Served without a key. */
		isPublic?: boolean;
	}
}

/** Who is let in, changed by tests as they go. */
export interface Gate {
	/** Makes every key fail, as those of a company that is not verified yet. */
	unverified: boolean;
	/** Beginnings of paths under /v2 that the key's owner may not use, optionally after a method: `POST /companies/`. */
	forbidden: Set<string>;
}

export interface ApiParts {
	context: Context;
	gate: Gate;
	faults: Faults;
	requests: RequestLog;
	routes: readonly AnyRoute[];
}

/** Serves the API; to be registered under the prefix /v2. */
export function api({ context, gate, faults, requests, routes }: ApiParts) {
	const { settings, world } = context;
	const limit = settings.rateLimit && new RateLimit(settings.rateLimit, settings.clock);
	const entries = new WeakMap<FastifyRequest, LoggedRequest>();
	const wrong = new WeakMap<FastifyRequest, Fault>();
	const ajvs = {
		strict: new Ajv({
			allErrors: true,
			removeAdditional: false,
			coerceTypes: false,
			allowUnionTypes: true,
			discriminator: true,
		}),
		// One value of a list that is repeated (`jobs=1&jobs=2`) looks like a single one.
		query: new Ajv({ allErrors: true, coerceTypes: 'array', useDefaults: true }),
	};

	const fail = (reply: FastifyReply, status: number, message: string) =>
		reply.code(status).send(errorBody(status, message));

	const isForbidden = (method: string, path: string) =>
		[...gate.forbidden].some((entry) =>
			`${entry.startsWith('/') ? '' : `${method} `}${path}`.startsWith(entry),
		);

	/** @returns Whether the request may go on; it is answered otherwise */
	const admit = (request: FastifyRequest, reply: FastifyReply, path: string) => {
		const refuse = (status: number, message: string) => {
			fail(reply, status, message);
			return false;
		};
		if (gate.unverified || request.headers.authorization !== `Bearer ${settings.apiKey}`) {
			return refuse(401, UNAUTHORIZED);
		}
		const turn = limit?.take();
		reply.headers(turn?.headers ?? {});
		if (turn && !turn.isAllowed) return refuse(429, 'Rate limit exceeded.');
		return isForbidden(request.method, path) ? refuse(403, FORBIDDEN) : true;
	};

	return async (app: FastifyInstance) => {
		app.setValidatorCompiler(({ schema, httpPart }) =>
			(httpPart === 'body' ? ajvs.strict : ajvs.query).compile(schema as object),
		);
		app.removeAllContentTypeParsers();
		app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
			try {
				done(null, body === '' ? {} : JSON.parse(body.toString()));
			} catch {
				done(Object.assign(new Error('Invalid JSON data in request body.'), { statusCode: 400 }));
			}
		});
		app.addHook('onRequest', async (request, reply) => {
			const path = request.url.split('?')[0].slice('/v2'.length);
			const { method } = request;
			const query = { ...(request.query as Record<string, unknown>) };
			entries.set(request, requests.add({ method, path, query, body: null, status: null }));
			const fault = faults.take({ method, path });
			if (fault) wrong.set(request, fault);
			if (fault && (await misbehaveBefore(fault, request, reply))) return reply;
			const { isPublic } = request.routeOptions.config;
			return isPublic || admit(request, reply, path) ? undefined : reply;
		});
		app.addHook('preValidation', async (request) => {
			if (wrong.get(request)?.ignorePage) (request.query as Record<string, unknown>).page = '1';
			const entry = entries.get(request);
			if (entry) entry.body = request.body ?? null;
			// A POST without a body is as good as one with an empty object.
			if (request.method !== 'GET') request.body ??= {};
		});
		app.addHook('preHandler', async (request, reply) => {
			world.mail.settle();
			const sent = { ...(request.query as object), ...(request.body as object) };
			const companyId = 'company_id' in sent ? sent.company_id : world.company.id;
			return companyId === world.company.id ? undefined : fail(reply, 403, FORBIDDEN);
		});
		app.addHook('onSend', async (request, reply, payload) => {
			const fault = wrong.get(request);
			const sent = fault ? misbehaveAfter(fault, request, reply, payload) : payload;
			const entry = entries.get(request);
			if (entry && !fault?.dropAfterHandling) entry.status = reply.statusCode;
			return sent;
		});
		app.setErrorHandler<Parameters<typeof errorAnswer>[0]>(async (error, _request, reply) => {
			const { status, body } = errorAnswer(error);
			return await reply.code(status).send(body);
		});
		app.setNotFoundHandler((_request, reply) => fail(reply, 404, 'Page not found.'));

		for (const one of routes) {
			const { method, path, query, requiredQuery, body, required, isPublic, status, handle } = one;
			const isOpen = !settings.enforceUnknownFields;
			app.route({
				method,
				url: path,
				config: { isPublic },
				schema: {
					querystring: objectOf(query ?? {}, requiredQuery ?? [], isOpen),
					...(method !== 'GET' && { body: objectOf(body ?? {}, required ?? [], isOpen) }),
				},
				handler: async (request, reply) => {
					const answer = handle({
						context,
						params: request.params as Record<string, string>,
						query: request.query as never,
						body: request.body as never,
						headers: request.headers,
						by: { type: 'user', userId: world.owner.id, source: 'api_v2' },
					});
					reply.code(status ?? 200);
					if (!(answer instanceof Download)) return answer;
					const { mimeType, fileName, data } = answer.file;
					const name = encodeURIComponent(fileName);
					reply.header('content-type', mimeType);
					reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
					return data;
				},
			});
		}
	};
}
