import fastify from 'fastify';

/** What the model does next: call a tool, or say something and be done. */
export type Move = { tool: string; arguments: Record<string, unknown> } | { say: string };

/** A tool as n8n tells the model of it. */
export interface OfferedTool {
	name: string;
	description: string;
	/** JSON Schema of its arguments. */
	parameters: Record<string, unknown>;
}

interface Request {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: OfferedTool }>;
	/** Whether the answer is to come in pieces, as n8n 1.94 asks for it; here it is one piece. */
	stream?: boolean;
}

/** A stand-in for a language model with OpenAI's interface for chat completions, that plays a script. */
export interface ModelStandIn {
	/** For the credential `openAiApi`: field `url`. */
	baseUrl: string;
	/** The tools that the last request offered. */
	tools(): OfferedTool[];
	/** What the tools answered so far, oldest first. */
	toolAnswers(): string[];
	/** What the last request told: instructions, questions, answers. */
	messages(): unknown[];
	close(): Promise<void>;
}

/** @param script Gets the offered tools and the answers so far, and gives the next move */
export async function startModel(
	script: (tools: readonly OfferedTool[], answers: readonly string[]) => Move,
): Promise<ModelStandIn> {
	const app = fastify();
	let last: Request = { messages: [] };
	const tools = () => (last.tools ?? []).map((tool) => tool.function);
	const toolAnswers = () =>
		last.messages.filter(({ role }) => role === 'tool').map(({ content }) => String(content));

	app.post<{ Body: Request }>('/v1/chat/completions', async ({ body }, reply) => {
		last = body;
		const move = script(tools(), toolAnswers());
		const message =
			'say' in move
				? { role: 'assistant', content: move.say }
				: {
						role: 'assistant',
						content: null,
						tool_calls: [
							{
								index: 0,
								id: `call_${toolAnswers().length}`,
								type: 'function',
								function: { name: move.tool, arguments: JSON.stringify(move.arguments) },
							},
						],
					};
		const head = { id: 'chatcmpl-1', created: 0, model: 'stand-in' };
		const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
		const reason = { index: 0, finish_reason: 'say' in move ? 'stop' : 'tool_calls' };
		if (body.stream !== true)
			return { ...head, object: 'chat.completion', choices: [{ ...reason, message }], usage };
		const object = 'chat.completion.chunk';
		const piece = { ...head, object, choices: [{ ...reason, delta: message }], usage };
		return reply
			.type('text/event-stream')
			.send(`data: ${JSON.stringify(piece)}\n\ndata: [DONE]\n\n`);
	});
	const url = await app.listen({ host: '127.0.0.1', port: 0 });
	return {
		baseUrl: `${url}/v1`,
		tools,
		toolAnswers,
		messages: () => last.messages,
		close: async () => await app.close(),
	};
}
