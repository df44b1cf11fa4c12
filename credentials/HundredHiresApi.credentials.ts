import { UserError } from 'n8n-workflow';
import type {
	IAuthenticateRuleResponseCode,
	IAuthenticateRuleResponseSuccessBody,
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import {
	PRODUCTION_BASE_URL,
	readCredential,
	readOrigin,
} from '../nodes/HundredHires/shared/credential';

/** How long a request may take that has no deadline of its own, milliseconds: n8n's test of the credential. */
const TEST_DEADLINE_MS = 20_000;

/** How much later the deadline's own signal aborts, milliseconds, should nobody have heeded its listeners. */
const ABORT_AFTER_MS = 1000;

const REDIRECTS = [301, 302, 303, 307, 308];

/** What n8n says where the test of the credential is answered with such a status; it can show nothing of the answer. */
const STATUS_RULES: IAuthenticateRuleResponseCode[] = [
	{
		type: 'responseCode',
		properties: {
			value: 401,
			message:
				'100Hires does not accept this API key (401). Check that it is copied whole. If it is, the company may not be verified yet: 100Hires answers 401 to all requests until it is; write to support@100hires.com.',
		},
	},
	...REDIRECTS.map(
		(value): IAuthenticateRuleResponseCode => ({
			type: 'responseCode',
			properties: {
				value,
				message: `The server at the Base URL points to another address (${value}). The API key was not sent there. Check the Base URL; for 100Hires itself it is ${PRODUCTION_BASE_URL}.`,
			},
		}),
	),
];

/** What n8n says where it is answered with success, but not with a list of users. */
const BODY_RULES: IAuthenticateRuleResponseSuccessBody[] = [
	{
		type: 'responseSuccessBody',
		properties: {
			// Only a list has one: a web page, an error or nothing does not.
			key: 'users.length',
			value: undefined,
			message: `The server at the Base URL answered, but not as the 100Hires API does. Check the Base URL; for 100Hires itself it is ${PRODUCTION_BASE_URL}.`,
		},
	},
];

/**
 * A signal that ends a request at the deadline, and says why. For a signal that aborts, axios makes an
 * error of its own, of which n8n (2.41.1, credentials-tester.service.js) shows the code alone:
 * "ERR_CANCELED". An error that axios' listener is given, while nothing is aborted, goes on as it is.
 */
function startDeadline(): AbortSignal {
	const signal = AbortSignal.timeout(TEST_DEADLINE_MS + ABORT_AFTER_MS);
	const addEventListener = (_type: string, listener: (reason: unknown) => void): void => {
		const error = new UserError(
			`No whole answer came from the server at the Base URL within ${TEST_DEADLINE_MS / 1000} seconds. Try again in a few minutes, and check the Base URL; for 100Hires itself it is ${PRODUCTION_BASE_URL}.`,
		);
		AbortSignal.timeout(TEST_DEADLINE_MS).addEventListener('abort', () => listener(error));
	};
	return Object.defineProperty(signal, 'addEventListener', { value: addEventListener });
}

/** Refuses a request to another server than the one that the credential names. */
function refuseOtherServer({ url, baseURL }: IHttpRequestOptions, baseUrl: string): void {
	const origin = readOrigin(baseUrl);
	// As n8n puts them together: an address that begins with two slashes has a server of its own.
	const target = URL.canParse(url, baseURL) ? readOrigin(new URL(url, baseURL).href) : null;
	if (target === null || target !== origin)
		throw new UserError(
			`The API key of 100Hires is sent to ${origin} only, and this request goes to ${target ?? url}. Check the Base URL in the 100Hires credential.`,
		);
}

export class HundredHiresApi implements ICredentialType {
	name = 'hundredHiresApi';

	displayName = '100Hires API';

	icon: Icon = { light: 'file:../icons/100hires.svg', dark: 'file:../icons/100hires.dark.svg' };

	documentationUrl = 'https://github.com/100hires-community/n8n-nodes-100hires#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			hint: 'In 100Hires: Settings > Integrations',
			description:
				'The key acts as the user who made it. A new company has to be verified by 100Hires before its keys work.',
		},
		{
			displayName: 'Company ID',
			name: 'companyId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 42',
			description:
				'Only for keys that reach several companies: the number of the one to use. Otherwise leave it empty.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: PRODUCTION_BASE_URL,
			description: 'Address of the 100Hires API. Change it only to work with a test server.',
		},
	];

	/**
	 * A function, not an expression: it can refuse, and needs none of n8n's expression isolates, of which a poll that overlaps
	 * another one loses its own (measured with n8n 2.41.1).
	 *
	 * @throws UserError where the credential cannot be right, or where the request would take the API key to another server
	 */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => {
		const { apiKey, baseUrl } = readCredential(credentials);
		refuseOtherServer(requestOptions, baseUrl);
		const headers = { ...requestOptions.headers, Authorization: `Bearer ${apiKey}` };
		const abortSignal = requestOptions.abortSignal ?? startDeadline();
		return Object.assign(requestOptions, { headers, abortSignal });
	};

	/** The cheapest request that every key may make (100Hires OpenAPI 2.0.0). */
	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ($credentials.baseUrl || "").trim().replace(/[/]+$/, "") || "${PRODUCTION_BASE_URL}" }}`,
			url: '/users',
			qs: { size: 1 },
			// n8n would follow with the key, wherever that leads.
			disableFollowRedirect: true,
		},
		rules: [...STATUS_RULES, ...BODY_RULES] as IAuthenticateRuleResponseCode[],
	};
}
