import type { Service, ServiceCall } from '../internet/index.mts';
import { json, type Reply } from '../internet/reply.mts';
import { Troubles } from '../internet/troubles.mts';
import { blocksOfText, postMessage, textsOf, type PostMessage } from './arguments.mts';
import { asRead, linksAndMentions } from './mrkdwn.mts';

/** A channel as the app sees it. */
export type Channel = 'member' | 'not a member' | 'archived';

export interface SlackOptions {
	/** The app's bot token; default `xoxb-stand-in`. */
	token?: string;
	/** By their names without `#`; default: `hiring`, which the app is a member of. */
	channels?: Record<string, Channel>;
}

export interface Message {
	/** Name of the channel, without `#`. */
	channel: string;
	/** What people read in the channel, with Slack's formatting marks. */
	read: string;
	/** What people read in the notification. */
	notification: string;
	/** What can be clicked or notifies somebody, as it was written. */
	linksAndMentions: string[];
}

export interface Slack extends Service {
	token: string;
	/** Every message that was posted, the oldest first. */
	messages(): Message[];
	troubles: Troubles;
}

const MAX_TEXT = 40_000;

/** Slack says in the body that a request failed; the status is 200 all the same. */
const failed = (error: string, more: object = {}): Reply => json({ ok: false, error, ...more });

/** Too many messages: the one failure with a status of its own (Slack's guide on rate limits). */
export const slackRateLimited: Reply = {
	...json({ ok: false, error: 'ratelimited' }, 429),
	headers: { 'content-type': 'application/json', 'retry-after': '1' },
};

/**
 * A stand-in of Slack's Web API at slack.com, for an app that may only post messages (scope `chat:write`). Names of errors are those of
 * Slack's reference of `chat.postMessage`.
 */
export function slack(options: SlackOptions = {}): Slack {
	const { token = 'xoxb-stand-in', channels = { hiring: 'member' } } = options;
	const messages: Message[] = [];
	const troubles = new Troubles();

	function post(body: PostMessage): Reply {
		const { channel = '', text = '', blocks = [] } = body;
		const name = channel.replace(/^#/, '');
		const state = Object.hasOwn(channels, name) ? channels[name] : undefined;
		if (!state) return failed('channel_not_found');
		if (state === 'not a member') return failed('not_in_channel');
		if (state === 'archived') return failed('is_archived');
		if (!text && blocks.length === 0) return failed('no_text');
		if (text.length > MAX_TEXT) return failed('msg_too_long');
		if (!blocksOfText(blocks)) {
			const reasons = blocksOfText.errors?.map(
				(error) => `${error.instancePath}: ${error.message}`,
			);
			return failed('invalid_blocks', { response_metadata: { messages: reasons } });
		}
		const shown = textsOf(blocks);
		messages.push({
			channel: name,
			read: shown.length > 0 ? shown.map((one) => asRead(one.text)).join('\n') : asRead(text),
			notification: asRead(text),
			linksAndMentions: [
				...shown.flatMap((one) => linksAndMentions(one.text, one.verbatim ?? false)),
				...linksAndMentions(text, shown.length > 0),
			],
		});
		const ts = `1790000000.${String(messages.length).padStart(6, '0')}`;
		const message = { type: 'message', bot_id: 'B000000001', text, blocks, ts };
		return json({ ok: true, channel: `C0${name.toUpperCase()}`, ts, message });
	}

	async function answer(call: ServiceCall): Promise<Reply> {
		const trouble = troubles.take(call);
		if (trouble) return trouble;
		if (!call.headers.authorization) return failed('not_authed');
		if (call.headers.authorization !== `Bearer ${token}`) return failed('invalid_auth');
		const method = /^\/api\/(.+)$/.exec(call.url.pathname)?.[1];
		if (method === 'users.profile.get') {
			return failed('missing_scope', { needed: 'users.profile:read', provided: 'chat:write' });
		}
		if (method !== 'chat.postMessage') return failed('unknown_method', { req_method: method });
		if (!/^application\/json\b/.test(call.headers['content-type'] ?? '')) {
			return failed('invalid_post_type');
		}
		const body = await call.json();
		if (body === undefined) return failed('invalid_json');
		if (!postMessage(body)) {
			const reasons = postMessage.errors?.map(({ params, message }) => ({ params, message }));
			return failed('invalid_arguments', {
				response_metadata: { messages: [JSON.stringify(reasons)] },
			});
		}
		return post(body);
	}

	return {
		name: 'Slack',
		token,
		troubles,
		messages: () => [...messages],
		answer: (call) => (call.url.hostname === 'slack.com' ? answer(call) : undefined),
	};
}
