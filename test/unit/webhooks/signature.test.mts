import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { sign, verifySignature } from '../../../nodes/HundredHires/webhooks/signature.ts';

const SECRET = '3f2a9c0d5b7e41d68a90c1f2e3b4a5968776655443322110ffeeddccbbaa9988';
const BODY = Buffer.from('{"id":845112,"status":"active"}');
const SIGNATURE = 'fi3kdCklvCDdO2q/zrvp8BiJQrXAOSriN2+gr+11Gv0=';

const check = (header: string | string[] | undefined, body = BODY, secrets = [SECRET]) =>
	verifySignature(header, body, secrets);

describe('public vectors', () => {
	const hex = (text: string) => Buffer.from(text, 'hex');
	// RFC 4231, cases 1, 2, 3, 4, 6 and 7; keys that are no text are out of reach of a text secret, so they go through node:crypto.
	test.each([
		[
			'case 1',
			Buffer.alloc(20, 0x0b),
			Buffer.from('Hi There'),
			'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
		],
		[
			'case 2',
			Buffer.from('Jefe'),
			Buffer.from('what do ya want for nothing?'),
			'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
		],
		[
			'case 3',
			Buffer.alloc(20, 0xaa),
			Buffer.alloc(50, 0xdd),
			'773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
		],
		[
			'case 4',
			hex('0102030405060708090a0b0c0d0e0f10111213141516171819'),
			Buffer.alloc(50, 0xcd),
			'82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
		],
		[
			'case 6',
			Buffer.alloc(131, 0xaa),
			Buffer.from('Test Using Larger Than Block-Size Key - Hash Key First'),
			'60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
		],
		[
			'case 7',
			Buffer.alloc(131, 0xaa),
			Buffer.from(
				'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
			),
			'9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
		],
	])('RFC 4231 %s', (_name, key, body, expected) => {
		expect(createHmac('sha256', key).update(body).digest('hex')).toBe(expected);
		const asText = key.toString('latin1');
		// The same function wherever the key is plain ASCII.
		if (/^[\x20-\x7e]*$/.test(asText)) {
			expect(Buffer.from(sign(asText, body), 'base64').toString('hex')).toBe(expected);
			expect(verifySignature(hex(expected).toString('base64'), body, [asText])).toBe('valid');
		}
	});

	test.each([
		[
			'GitHub',
			"It's a Secret to Everybody",
			'Hello, World!',
			hex('757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17').toString('base64'),
		],
		['100Hires', SECRET, BODY.toString(), SIGNATURE],
	])('%s', (_name, secret, body, expected) => {
		expect(sign(secret, Buffer.from(body))).toBe(expected);
		expect(verifySignature(expected, Buffer.from(body), [secret])).toBe('valid');
	});

	test('Standard Webhooks', () => {
		const key = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
		const body = 'msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}';
		expect(createHmac('sha256', key).update(body).digest('base64')).toBe(
			'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
		);
	});
});

describe('what is let in', () => {
	const other = sign('another secret', BODY);
	test.each([
		['alone', SIGNATURE],
		['first', `${SIGNATURE} ${other}`],
		['in the middle', `${other} ${SIGNATURE} ${other}`],
		['last', `${other} ${SIGNATURE}`],
		['with white space around it', `  ${SIGNATURE}\t`],
		['after entries of unknown kinds', `v1=abc sha256=zzz ${SIGNATURE}`],
		// Node joins two header lines of the same name with ', '.
		['in the first of two header lines', `${SIGNATURE}, ${other}`],
		['in the second of two header lines', `${other}, ${SIGNATURE}`],
		['in the second of two lines with two entries each', `${other} v1=a, ${other} ${SIGNATURE}`],
		['before a header line that is empty', `${SIGNATURE}, `],
		['after a header line that is empty', `, ${SIGNATURE}`],
		['after a comma without a blank', `${other},${SIGNATURE}`],
	])('the right signature %s', (_name, header) => expect(check(header)).toBe('valid'));

	test('as an array of headers', () => expect(check([other, SIGNATURE])).toBe('valid'));
	test('signed with the secret before', () =>
		expect(check(SIGNATURE, BODY, ['newer', SECRET])).toBe('valid'));
});

describe('what is not', () => {
	const urlSafe = SIGNATURE.replaceAll('+', '-').replaceAll('/', '_');
	test.each([
		['no header', undefined, 'missing_signature'],
		['an empty header', '', 'missing_signature'],
		['white space', '   ', 'missing_signature'],
		['no array entries', [], 'missing_signature'],
		['hex', Buffer.from(SIGNATURE, 'base64').toString('hex'), 'malformed'],
		['no padding', SIGNATURE.slice(0, -1), 'malformed'],
		['the URL-safe alphabet', urlSafe, 'malformed'],
		['truncated', SIGNATURE.slice(0, 20), 'malformed'],
		['non-ASCII', `é${SIGNATURE.slice(1)}`, 'malformed'],
		['a prefix', `sha256=${SIGNATURE}`, 'malformed'],
		['commas alone', ' , ,', 'missing_signature'],
		['32 other bytes', Buffer.alloc(32, 7).toString('base64'), 'mismatch'],
		['the signature of an empty body', sign(SECRET, Buffer.alloc(0)), 'mismatch'],
		// The same bytes, but not as base64 writes them: the last character's two spare bits are set.
		['another spelling of the same bytes', `${SIGNATURE.slice(0, -2)}1=`, 'mismatch'],
	])('%s', (_name, header, verdict) => expect(check(header)).toBe(verdict));

	test('a signature behind a thousand others, at bounded work', () => {
		const many = Array.from({ length: 1000 }, (_, n) => sign(`secret ${n}`, BODY));
		for (const separator of [' ', ', ', ','])
			expect(check([...many, SIGNATURE].join(separator))).toBe('mismatch');
	});
	test('any signature while the only secret is empty', () => {
		expect(verifySignature(sign('', BODY), BODY, [''])).toBe('mismatch');
		expect(verifySignature(SIGNATURE, BODY, [])).toBe('mismatch');
	});
	test('a secret with white space around it', () =>
		expect(check(SIGNATURE, BODY, [`${SECRET}\n`])).toBe('mismatch'));
	test('both secrets wrong', () => expect(check(SIGNATURE, BODY, ['a', 'b'])).toBe('mismatch'));
	test('a body written anew', () => {
		const spaced = Buffer.from(JSON.stringify(JSON.parse(BODY.toString()), null, 1));
		expect(check(SIGNATURE, spaced)).toBe('mismatch');
	});
	test('any body with one byte changed', () => {
		fc.assert(
			fc.property(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const changed = Buffer.from(BODY);
				changed[at] ^= flip;
				expect(check(SIGNATURE, changed)).toBe('mismatch');
			}),
		);
	});
	test('any other text as signature, without throwing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (header) => {
				fc.pre(!header.includes(SIGNATURE));
				expect(check(header)).not.toBe('valid');
			}),
		);
	});
});
