import type { AddressInfo } from 'node:net';
import fastify from 'fastify';

interface Hook {
	id: number;
	active: boolean;
	events: string[];
	config: { url: string; secret: string };
}

/** A stand-in of the part of GitHub's API that its trigger talks to when it is activated and deactivated. */
export interface GitHub {
	/** What goes into the credential as its server. */
	url: string;
	/** Every webhook that is registered, the oldest first. */
	hooks(): Hook[];
	close(): Promise<void>;
}

/** Starts a stand-in of GitHub's repository webhooks on 127.0.0.1 (GitHub REST API, "Repository webhooks"). */
export async function startGitHub(): Promise<GitHub> {
	const hooks = new Map<string, Hook>();
	let lastId = 0;
	const app = fastify({ forceCloseConnections: true });
	const path = '/repos/:owner/:repository/hooks';

	app.post<{ Body: Omit<Hook, 'id'> }>(path, async ({ body }, reply) => {
		lastId += 1;
		const hook = { ...body, id: lastId };
		hooks.set(String(lastId), hook);
		return await reply.status(201).send(hook);
	});
	app.get<{ Params: { id: string } }>(`${path}/:id`, async ({ params }, reply) => {
		return hooks.get(params.id) ?? (await reply.status(404).send({ message: 'Not Found' }));
	});
	app.delete<{ Params: { id: string } }>(`${path}/:id`, async ({ params }, reply) => {
		return await reply.status(hooks.delete(params.id) ? 204 : 404).send();
	});

	await app.listen({ host: '127.0.0.1', port: 0 });
	const { port } = app.server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		hooks: () => [...hooks.values()],
		close: async () => await app.close(),
	};
}
