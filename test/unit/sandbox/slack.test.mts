import { linksAndMentions } from '../../sandbox/slack/mrkdwn.mts';
import { slack } from '../../sandbox/slack/index.mts';
import { call, type Request } from '../helpers/callService.mts';

const channels = { hiring: 'member', other: 'not a member', old: 'archived' } as const;
const service = slack({ channels });
const authorization = `Bearer ${service.token}`;
const post = async (body: unknown, more: Request = {}) =>
	await call(service, 'https://slack.com/api/chat.postMessage', {
		method: 'POST',
		authorization,
		body,
		...more,
	});
const block = (text: object) => [{ type: 'section', text }];

it('posts to a channel that the app is a member of', async () => {
	const text = { type: 'mrkdwn', text: '*Ada* <https://example.com|Open>', verbatim: true };
	const { body } = await post({ channel: '#hiring', text: 'Ada &amp; Co', blocks: block(text) });
	expect(body).toMatchObject({ ok: true });
	expect(service.messages()).toEqual([
		{
			channel: 'hiring',
			read: '*Ada* Open',
			notification: 'Ada & Co',
			linksAndMentions: ['<https://example.com|Open>'],
		},
	]);
});

const text = 'Ada';
it.each([
	['another token', { channel: 'hiring', text }, { authorization: 'Bearer no' }, 'invalid_auth'],
	['no token', { channel: 'hiring', text }, { authorization: '' }, 'not_authed'],
	['a form of text', { channel: 'hiring' }, { contentType: 'text/html' }, 'invalid_post_type'],
	['what is no JSON', '{', {}, 'invalid_json'],
	['no channel', { text }, {}, 'channel_not_found'],
	['a channel that is not there', { channel: '#nowhere', text }, {}, 'channel_not_found'],
	['a channel of others', { channel: 'other', text }, {}, 'not_in_channel'],
	['an archived channel', { channel: 'old', text }, {}, 'is_archived'],
	['no text', { channel: 'hiring', text: '' }, {}, 'no_text'],
	['a text too long', { channel: 'hiring', text: 'a'.repeat(40_001) }, {}, 'msg_too_long'],
	['an unknown argument', { channel: 'hiring', text, colour: 1 }, {}, 'invalid_arguments'],
	[
		'an empty block',
		{ channel: 'hiring', blocks: block({ type: 'mrkdwn', text: '' }) },
		{},
		'invalid_blocks',
	],
	['an unknown block', { channel: 'hiring', blocks: [{ type: 'poem' }] }, {}, 'invalid_blocks'],
])('refuses %s', async (_what, body, more, error) => {
	const before = service.messages().length;
	const answer = await post(body, more);
	expect([answer.status, answer.body]).toEqual([
		200,
		expect.objectContaining({ ok: false, error }),
	]);
	expect(service.messages()).toHaveLength(before);
});

it.each([
	['Ada & Bob', false, []],
	['&lt;!channel&gt;', false, []],
	['<!channel> <@U1>', true, ['<!channel>', '<@U1>']],
	['see www.example.com', false, ['www.example.com']],
	['see www.example.com', true, []],
])(
	'finds what Slack makes links and mentions of in %j (verbatim: %s)',
	(mrkdwn, verbatim, found) => {
		expect(linksAndMentions(mrkdwn, verbatim)).toEqual(found);
	},
);
