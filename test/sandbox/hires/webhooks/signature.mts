import { createHmac } from 'node:crypto';

/**
 * The signature of a body under one secret: base64 of HMAC-SHA-256 over the bytes, the secret used as it is given
 * (100Hires OpenAPI 3.1, 2.0.0, "Securing webhooks").
 */
export function signatureOf(body: string | Uint8Array, secret: string): string {
	return createHmac('sha256', secret).update(body).digest('base64');
}

/**
 * The value of `x-hires-signature-v2`: one signature a secret, separated by spaces.
 *
 * @param turn Any counter; its parity sets the order, since the vendor promises none
 */
export function signatureHeader(
	body: string | Uint8Array,
	secrets: readonly string[],
	turn = 0,
): string {
	const signatures = secrets.map((secret) => signatureOf(body, secret));
	return (turn % 2 === 0 ? signatures : signatures.reverse()).join(' ');
}
