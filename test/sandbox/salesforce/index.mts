import type { Service, ServiceCall } from '../internet/index.mts';
import { json, type Reply } from '../internet/reply.mts';
import { Troubles } from '../internet/troubles.mts';
import { contactStore, type Contact, type FieldType } from './contacts.mts';
import { login, type ConnectedApp } from './login.mts';
import { failed } from './replies.mts';
import { parseSoql, type Query } from './soql.mts';

export type { Contact } from './contacts.mts';
export { salesforceLimited } from './replies.mts';

export interface SalesforceOptions {
	app: ConnectedApp;
	/** Fields of contacts that the organisation has made for itself. */
	fields?: Record<string, FieldType>;
}

export interface Salesforce extends Service {
	contacts(): Contact[];
	/** Makes a contact with the email, or corrects the first name of the one that has it, as somebody in Salesforce would. */
	enter(email: string, firstName: string): void;
	/** How many times somebody signed in. */
	signIns(): number;
	/** Ends all sessions, as they end by themselves after some hours. */
	endSessions(): void;
	/** Of the organisation's own host; signing in is never troubled. */
	troubles: Troubles;
}

const INSTANCE = 'acme.my.salesforce.com';

/**
 * A stand-in of Salesforce: sign-in with a signed assertion at login.salesforce.com, and contacts of one organisation at its own host
 * (REST API guide: "Query", "sObject Rows", "sObject Rows by External ID").
 */
export function salesforce({ app, fields = {} }: SalesforceOptions): Salesforce {
	const contacts = contactStore(fields);
	const signIn = login(app, `https://${INSTANCE}`);
	const troubles = new Troubles();

	function query(text: string): Reply {
		let soql: Query;
		try {
			soql = parseSoql(text);
		} catch (error) {
			return failed(400, 'MALFORMED_QUERY', (error as Error).message);
		}
		if (soql.object !== 'Contact') {
			return failed(400, 'INVALID_TYPE', `sObject type '${soql.object}' is not supported.`);
		}
		const unknown = soql.named.find((field) => !contacts.has(field));
		if (unknown) {
			return failed(400, 'INVALID_FIELD', `No such column '${unknown}' on entity 'Contact'.`);
		}
		const records = soql.run(contacts.all()).map((contact) => ({
			attributes: {
				type: 'Contact',
				url: `/services/data/v59.0/sobjects/Contact/${contact.Id}`,
			},
			...Object.fromEntries(soql.fields.map((field) => [field, contacts.shown(contact, field)])),
		}));
		return json({ totalSize: records.length, done: true, records });
	}

	async function answer(call: ServiceCall): Promise<Reply> {
		const trouble = troubles.take(call);
		if (trouble) return trouble;
		if (!signIn.isSignedIn(call)) {
			return failed(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
		}
		const route = `${call.method} ${call.url.pathname.replace(/^\/services\/data\/v\d+\.0/, '')}`;
		if (route === 'GET /query') return query(call.url.searchParams.get('q') ?? '');
		const [, first, second] =
			/^PATCH \/sobjects\/contact\/([^/]+)(?:\/([^/]+))?$/i.exec(route) ?? [];
		if (!first) return failed(404, 'NOT_FOUND', `The stand-in does not know ${route}.`);
		if (!/^application\/json\b/.test(call.headers['content-type'] ?? '')) {
			return failed(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-Type header specifies no known format');
		}
		const body = await call.json();
		return second === undefined
			? contacts.update(first, body)
			: contacts.upsert(first, decodeURIComponent(second), body);
	}

	return {
		name: 'Salesforce',
		troubles,
		contacts: contacts.all,
		enter: contacts.enter,
		signIns: signIn.count,
		endSessions: signIn.expire,
		answer: (call) => {
			if (call.url.hostname === 'login.salesforce.com') return signIn.answer(call);
			return call.url.hostname === INSTANCE ? answer(call) : undefined;
		},
	};
}
