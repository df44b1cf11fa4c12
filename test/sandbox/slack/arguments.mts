import { Ajv } from 'ajv';

const plain = (maxLength: number) => ({
	type: 'object',
	required: ['type', 'text'],
	additionalProperties: false,
	properties: {
		type: { const: 'plain_text' },
		text: { type: 'string', minLength: 1, maxLength },
		emoji: { type: 'boolean' },
	},
});
const mrkdwn = {
	type: 'object',
	required: ['type', 'text'],
	additionalProperties: false,
	properties: {
		type: { const: 'mrkdwn' },
		text: { type: 'string', minLength: 1, maxLength: 3000 },
		verbatim: { type: 'boolean' },
	},
};
const text = { anyOf: [mrkdwn, plain(3000)] };
const block = (type: string, properties: object, required: string[]) => ({
	type: 'object',
	required: ['type', ...required],
	additionalProperties: false,
	properties: {
		type: { const: type },
		block_id: { type: 'string', maxLength: 255 },
		...properties,
	},
});
const texts = { type: 'array', minItems: 1, maxItems: 10, items: text };

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

/**
 * The arguments of `chat.postMessage` (Slack's reference of that method, 2026). Slack itself overlooks arguments that it does not know;
 * here they are refused, which shows a misspelt one in a flow at once.
 */
export const postMessage = ajv.compile<PostMessage>({
	type: 'object',
	additionalProperties: false,
	properties: {
		channel: { type: 'string' },
		as_user: { type: 'boolean' },
		attachments: { type: 'array' },
		blocks: { type: 'array' },
		icon_emoji: { type: 'string' },
		icon_url: { type: 'string' },
		link_names: { type: 'boolean' },
		markdown_text: { type: 'string' },
		metadata: { type: 'object' },
		mrkdwn: { type: 'boolean' },
		parse: { enum: ['full', 'none'] },
		reply_broadcast: { type: 'boolean' },
		text: { type: 'string' },
		thread_ts: { type: 'string' },
		unfurl_links: { type: 'boolean' },
		unfurl_media: { type: 'boolean' },
		username: { type: 'string' },
		// An option of n8n's Slack node that the node sends along; Slack overlooks it.
		includeLinkToWorkflow: { type: 'boolean' },
	},
});

/** Blocks of text (Slack's Block Kit reference): the kinds that messages about candidates are made of. */
export const blocksOfText = ajv.compile<Block[]>({
	type: 'array',
	maxItems: 50,
	items: {
		anyOf: [
			block('section', { text, fields: texts, expand: { type: 'boolean' } }, ['text']),
			block('context', { elements: texts }, ['elements']),
			block('header', { text: plain(150) }, ['text']),
			block('divider', {}, []),
		],
	},
});

export interface PostMessage {
	channel?: string;
	text?: string;
	blocks?: unknown[];
	attachments?: unknown[];
	markdown_text?: string;
	[argument: string]: unknown;
}

interface TextObject {
	type: 'mrkdwn' | 'plain_text';
	text: string;
	verbatim?: boolean;
}

export interface Block {
	type: string;
	text?: TextObject;
	fields?: TextObject[];
	elements?: TextObject[];
}

/** The texts of blocks, in the order in which they are shown. */
export function textsOf(blocks: readonly Block[]): TextObject[] {
	return blocks.flatMap(({ text: main, fields = [], elements = [] }) => [
		...(main ? [main] : []),
		...fields,
		...elements,
	]);
}
