/** What a message consists of, as fields of the operations that write it. */
import { MAIL_ACCOUNT } from '../../shared/locators';
import { boolean, id, inBody, inPath, locator, text, strings, time } from '../fields';
import type { SentField } from '../types';

export const messagePath = inPath(
	'id',
	id({
		name: 'messageId',
		displayName: 'Message ID',
		required: true,
		placeholder: 'e.g. 80001',
		description: "The 'message.id' of a message that 100Hires gave",
	}),
);

/** A message written anew needs all of it. */
export const content: SentField[] = [
	inBody(
		'to',
		strings({
			name: 'to',
			displayName: 'To',
			button: 'Add Address',
			placeholder: 'e.g. name@email.com',
			description: 'Email addresses of the recipients, one a line',
		}),
	),
	inBody(
		'subject',
		text({ name: 'subject', displayName: 'Subject', placeholder: 'e.g. Your interview with us' }),
	),
	inBody(
		'body',
		text({
			name: 'body',
			displayName: 'Body',
			rows: 5,
			placeholder: 'e.g. &lt;p&gt;Hello Ada&lt;/p&gt;',
			description:
				'The text of the email, in HTML. 100Hires fills in no {{placeholders}} here; use expressions.',
		}),
	),
];

const buildScheduledAt = (description: string): SentField =>
	inBody('scheduled_at', time({ name: 'scheduledAt', displayName: 'Send At', description }));

const rest: SentField[] = [
	inBody(
		'from_account_id',
		locator({
			name: 'fromAccountId',
			displayName: 'From Mail Account',
			kind: MAIL_ACCOUNT,
			description: "The mail account to send from; the API key owner's default one if not given",
		}),
	),
	inBody(
		'cc',
		strings({
			name: 'cc',
			displayName: 'CC',
			button: 'Add Address',
			placeholder: 'e.g. name@email.com',
			description: 'Email addresses of those who get a copy, one a line',
		}),
	),
	inBody(
		'bcc',
		strings({
			name: 'bcc',
			displayName: 'BCC',
			button: 'Add Address',
			placeholder: 'e.g. name@email.com',
			description: 'Email addresses of those who get a hidden copy, one a line',
		}),
	),
	inBody(
		'reply_to_email_id',
		id({
			name: 'replyToEmailId',
			displayName: 'Reply to Message ID',
			placeholder: 'e.g. 80001',
			description: 'ID of the email that this one answers',
		}),
	),
	inBody(
		'send_in_new_thread',
		boolean({
			name: 'sendInNewThread',
			displayName: 'Send in New Thread',
			otherwise: true,
			description: 'Whether to begin a new thread rather than go on with one',
		}),
	),
];

/** What else a new message may have; 15 minutes is the API's own hold (100Hires OpenAPI 2.0.0). */
export const optionsToSend: SentField[] = [
	buildScheduledAt(
		'When the email goes out; 15 minutes from now if not given, so that it can be canceled until then',
	),
	...rest,
];

export const optionsToChange: SentField[] = [buildScheduledAt('When the email goes out'), ...rest];
