import { verify } from 'node:crypto';
import type { ServiceCall } from '../internet/index.mts';
import { json, type Reply } from '../internet/reply.mts';

/** An app that may sign in for one user without asking anybody (Salesforce Help, "OAuth 2.0 JWT Bearer Flow"). */
export interface ConnectedApp {
	/** The consumer key. */
	clientId: string;
	username: string;
	/** PEM, in place of the certificate that was uploaded to the app. */
	publicKey: string;
}

const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Salesforce wants an assertion that ends within five minutes. */
const LONGEST_VALIDITY_S = 300;

const failed = (error: string, description: string): Reply =>
	json({ error, error_description: description }, 400);

const part = (text: string | undefined): Record<string, unknown> => {
	try {
		return JSON.parse(Buffer.from(text ?? '', 'base64url').toString());
	} catch {
		return {};
	}
};

/** Sign-in at login.salesforce.com: an assertion for a session. */
export function login(app: ConnectedApp, instanceUrl: string) {
	const sessions = new Set<string>();
	let count = 0;

	function problemWith(assertion: string, origin: string): [string, string] | undefined {
		const [header, payload, signature] = assertion.split('.');
		const { iss, sub, aud, exp } = part(payload);
		const signed = Buffer.from(`${header}.${payload}`);
		const isSigned =
			part(header).alg === 'RS256' &&
			verify('RSA-SHA256', signed, app.publicKey, Buffer.from(signature ?? '', 'base64url'));
		if (iss !== app.clientId) return ['invalid_client_id', 'client identifier invalid'];
		if (!isSigned) return ['invalid_grant', 'invalid assertion'];
		if (aud !== origin) return ['invalid_grant', 'audience is invalid'];
		const left = Number(exp) - Date.now() / 1000;
		if (!(left > 0 && left <= LONGEST_VALIDITY_S)) return ['invalid_grant', 'assertion expired'];
		if (sub !== app.username) return ['invalid_grant', "user hasn't approved this consumer"];
		return undefined;
	}

	async function token(call: ServiceCall): Promise<Reply> {
		const type = call.headers['content-type'] ?? '';
		const form = new URLSearchParams(await call.text());
		if (!type.startsWith('application/x-www-form-urlencoded') || form.get('grant_type') !== GRANT) {
			return failed('unsupported_grant_type', 'grant type not supported');
		}
		const problem = problemWith(form.get('assertion') ?? '', call.url.origin);
		if (problem) return failed(...problem);
		count += 1;
		const session = `00D000000000001!session-${count}`;
		sessions.add(session);
		return json({
			access_token: session,
			scope: 'api',
			instance_url: instanceUrl,
			id: `${call.url.origin}/id/00D000000000001/005000000000001`,
			token_type: 'Bearer',
		});
	}

	const isSignedIn = ({ headers }: ServiceCall) =>
		sessions.has(/^Bearer (.+)$/.exec(String(headers.authorization))?.[1] ?? '');

	return {
		isSignedIn,
		/** How many times somebody signed in. */
		count: () => count,
		/** Ends all sessions, as they end by themselves after some hours. */
		expire: () => sessions.clear(),
		answer: async (call: ServiceCall): Promise<Reply> => {
			const route = `${call.method} ${call.url.pathname}`;
			if (route === 'POST /services/oauth2/token') return await token(call);
			if (route === 'GET /services/oauth2/userinfo' && isSignedIn(call)) {
				return json({ preferred_username: app.username, organization_id: '00D000000000001' });
			}
			if (route === 'GET /services/oauth2/userinfo') {
				return { statusCode: 403, body: 'Bad_OAuth_Token' };
			}
			return { statusCode: 404, body: `The stand-in does not know ${route}.` };
		},
	};
}
