import { createHmac, timingSafeEqual } from 'node:crypto';

/** Header that carries the signatures (100Hires OpenAPI 2.0.0, "Securing webhooks"). */
export const SIGNATURE_HEADER = 'x-hires-signature-v2';

/**
 * Number of signatures that are compared. 100Hires sends two while a secret is being changed; the bound keeps a header with thousands of
 * entries from costing anything.
 */
const MAX_SIGNATURES = 16;

/** Base64 of the 32 bytes of an HMAC-SHA-256: 43 characters and one of padding. */
const BASE64_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;

type SignatureVerdict = 'valid' | 'missing_signature' | 'malformed' | 'mismatch';

/**
 * Base64 of the HMAC-SHA-256 of a body, keyed with the secret's text as it is: it has the form of hex but is not decoded.
 *
 * @param secret The webhook's signing secret
 * @param body The bytes as they came over the wire
 */
export function sign(secret: string, body: Buffer): string {
	return createHmac('sha256', secret).update(body).digest('base64');
}

/**
 * Checks the signature header of a delivery: a list, of which one entry has to fit one of the
 * secrets. 100Hires separates the entries by blanks, and Node joins two header lines with a comma,
 * which base64 does not have.
 *
 * Never throws. Every comparison takes the same time wherever the first difference lies.
 *
 * @param header The header as Node has it: missing, a text, or a list of texts
 * @param body The bytes as they came over the wire, never JSON that was written again
 * @param secrets The secrets held; empty ones are passed over, since an HMAC with an empty key is one that anybody can make
 */
export function verifySignature(
	header: string | string[] | undefined,
	body: Buffer,
	secrets: readonly string[],
): SignatureVerdict {
	const entries = (Array.isArray(header) ? header.join(' ') : (header ?? ''))
		.split(/[\s,]+/)
		.filter(Boolean);
	if (entries.length === 0) return 'missing_signature';

	const signatures = entries
		.slice(0, MAX_SIGNATURES)
		.filter((entry) => BASE64_OF_32_BYTES.test(entry))
		.map((entry) => Buffer.from(entry));
	if (signatures.length === 0) return 'malformed';

	const expected = secrets.filter(Boolean).map((secret) => Buffer.from(sign(secret, body)));
	// Compared as text, so that of the several spellings that base64 allows for the same bytes only the canonical one counts.
	const matches = expected.flatMap((wanted) =>
		signatures.map((sent) => sent.length === wanted.length && timingSafeEqual(sent, wanted)),
	);
	return matches.includes(true) ? 'valid' : 'mismatch';
}
