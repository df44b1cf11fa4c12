import { BlockList, isIP } from 'node:net';

const PRIVATE = new BlockList();
for (const [network, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.168.0.0', 16],
] as const) {
	PRIVATE.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
	['::', 127],
	['fc00::', 7],
	['fe80::', 10],
] as const) {
	PRIVATE.addSubnet(network, bits, 'ipv6');
}

const MAX_LENGTH = 2048;

/**
 * Why 100Hires would not take a webhook's URL: it wants HTTPS on a public host, at most 2048 characters
 * (100Hires OpenAPI 3.1, 2.0.0, and the description of its hosted MCP tool `hires_create_webhook`).
 *
 * @returns The message for `validation_errors.url`, or `undefined` for a URL that is fine
 */
export function urlFault(url: string, allowLocalUrls: boolean): string | undefined {
	if (!URL.canParse(url)) return 'Url is not a valid URL.';
	if (url.length > MAX_LENGTH) return `Url should contain at most ${MAX_LENGTH} characters.`;
	const { protocol, hostname } = new URL(url);
	if (allowLocalUrls && protocol === 'http:') return undefined;
	if (protocol !== 'https:') return 'Url must use HTTPS.';
	if (allowLocalUrls || isPublic(hostname)) return undefined;
	return 'Url must point to a public host.';
}

function isPublic(hostname: string): boolean {
	const host = hostname.replace(/^\[|\]$/g, '');
	const version = isIP(host);
	if (version) return !PRIVATE.check(host, version === 4 ? 'ipv4' : 'ipv6');
	return host.includes('.') && !/(^|\.)(localhost|local|internal|localdomain)\.?$/.test(host);
}

/** Whether a URL leads to this computer; the sandbox sends nowhere else, whatever URL was registered. */
export function isLoopback(url: string): boolean {
	if (!URL.canParse(url)) return false;
	return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}
