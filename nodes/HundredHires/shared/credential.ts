import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isPublicHost } from './ipRanges';
import { readText } from './values';

/** Address of the API (100Hires OpenAPI 2.0.0, "servers"). */
export const PRODUCTION_BASE_URL = 'https://api.100hires.com/v2';

/** What a credential says. */
export interface Credential {
	apiKey: string;
	/** Without a slash at its end. */
	baseUrl: string;
	/** For keys that reach several companies. */
	companyId: string | null;
}

const BASE_URL_CURE = `Change it in the 100Hires credential; for 100Hires itself it is ${PRODUCTION_BASE_URL}.`;

/** The Base URL as it was entered, checked: an API key goes wherever it points. */
function readBaseUrl(entered: string | null): string {
	const text = (entered ?? '').trim() || PRODUCTION_BASE_URL;
	if (!URL.canParse(text))
		throw new UserError(`The Base URL "${text}" is not a web address. ${BASE_URL_CURE}`);
	const { protocol, hostname, username, password, search, hash, origin, pathname } = new URL(text);
	if (protocol !== 'https:' && protocol !== 'http:')
		throw new UserError(`The Base URL has to begin with https://. ${BASE_URL_CURE}`);
	// Not shown, as one of them may be a password.
	if (username !== '' || password !== '')
		throw new UserError(`The Base URL may not have a user or a password in it. ${BASE_URL_CURE}`);
	if (search !== '' || hash !== '' || /[?#]/.test(text))
		throw new UserError(`The Base URL may not have a '?' or a '#' in it. ${BASE_URL_CURE}`);
	if (protocol === 'http:' && isPublicHost(hostname))
		throw new UserError(
			`The Base URL ${origin} would send the API key unencrypted. Begin it with https://. Only test servers on this computer or in a private network may have http://.`,
		);
	return `${origin}${pathname}`.replace(/\/+$/, '');
}

/** IDs are whole numbers (100Hires OpenAPI 2.0.0, `CompanyIdQuery`). */
function readCompanyId(entered: string | null): string | null {
	const text = (entered ?? '').trim();
	if (text === '') return null;
	if (!/^[1-9]\d{0,14}$/.test(text))
		throw new UserError(
			`The Company ID "${text}" is not a whole number. Enter the number alone, such as 42, in the 100Hires credential, or leave the field empty.`,
		);
	return text;
}

/**
 * Reads what was entered in a credential. Blanks around it are dropped, as they come with copying.
 *
 * @throws UserError with the cure, where the Base URL or the Company ID cannot be right, or the API key is missing or cannot be sent
 */
export function readCredential(data: ICredentialDataDecryptedObject): Credential {
	const apiKey = (readText(data.apiKey) ?? '').trim();
	if (!/^[\x21-\x7e]+$/.test(apiKey))
		throw new UserError(
			apiKey === ''
				? 'The API key is empty. Enter it in the 100Hires credential (100Hires: Settings > Integrations).'
				: 'The API key has a blank or a sign in it that no key has. Copy it again (100Hires: Settings > Integrations).',
		);
	return {
		apiKey,
		baseUrl: readBaseUrl(readText(data.baseUrl)),
		companyId: readCompanyId(readText(data.companyId)),
	};
}

/** Scheme, host and port of an absolute URL; `null` where it is none. */
export function readOrigin(url: string): string | null {
	return URL.canParse(url) ? new URL(url).origin : null;
}

/**
 * The path of a URL below a Base URL, beginning with a slash.
 *
 * @param baseUrl As `readCredential` gives it
 * @returns `null` where the URL is at another server, or beside the path of the Base URL
 */
export function readPathBelow(url: string, baseUrl: string): string | null {
	if (!URL.canParse(url) || readOrigin(url) !== readOrigin(baseUrl)) return null;
	const { pathname } = new URL(url);
	const base = new URL(baseUrl).pathname.replace(/\/+$/, '');
	return pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : null;
}
