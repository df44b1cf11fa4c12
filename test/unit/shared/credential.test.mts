import { HundredHiresApi } from '../../../credentials/HundredHiresApi.credentials.ts';
import { readCredential, readPathBelow } from '../../../nodes/HundredHires/shared/credential.ts';

const PRODUCTION = 'https://api.100hires.com/v2';
const credential = (more: object = {}) => ({ apiKey: 'key', baseUrl: '', companyId: '', ...more });

test.each([
	['', PRODUCTION],
	[' https://api.100hires.com/v2/ ', PRODUCTION],
	['https://API.100hires.com:443/v2//', PRODUCTION],
	['https://proxy.acme.com/100hires/v2', 'https://proxy.acme.com/100hires/v2'],
	['http://localhost:8100/v2', 'http://localhost:8100/v2'],
	['http://127.0.0.1:8100/v2', 'http://127.0.0.1:8100/v2'],
	['http://[::1]:8100/v2', 'http://[::1]:8100/v2'],
	['http://10.1.2.3/v2', 'http://10.1.2.3/v2'],
	['http://sandbox/v2', 'http://sandbox/v2'],
	['http://hires.internal/v2', 'http://hires.internal/v2'],
])('Base URL "%s" is %s', (baseUrl, read) => {
	expect(readCredential(credential({ baseUrl })).baseUrl).toBe(read);
});

test.each([
	['api.100hires.com/v2', 'is not a web address'],
	['ftp://api.100hires.com/v2', 'begin with https://'],
	['file:///etc/passwd', 'begin with https://'],
	['javascript:alert(1)', 'begin with https://'],
	['http://api.100hires.com/v2', 'unencrypted'],
	['http://8.8.8.8/v2', 'unencrypted'],
	['https://user@api.100hires.com/v2', 'user or a password'],
	['https://user:secret@api.100hires.com/v2', 'user or a password'],
	['https://api.100hires.com/v2?key=1', "'?'"],
	['https://api.100hires.com/v2#x', "'#'"],
	['https://api.100hires.com/v2?', "'?'"],
])('Base URL "%s" is refused', (baseUrl, reason) => {
	const reading = () => readCredential(credential({ baseUrl }));
	expect(reading).toThrow(reason);
	expect(reading).not.toThrow('secret');
});

test.each([
	[' 42 ', '42'],
	[42, '42'],
	['', null],
	[undefined, null],
])('Company ID %j is %j', (companyId, read) => {
	expect(readCredential(credential({ companyId })).companyId).toBe(read);
});

test.each(['#42', '4.2', '-1', '0', 'acme', '42 43', '1e3', '42\n43'])(
	'Company ID "%s" is refused',
	(companyId) => {
		expect(() => readCredential(credential({ companyId }))).toThrow('is not a whole number');
	},
);

test.each([
	['', 'is empty'],
	['  ', 'is empty'],
	[undefined, 'is empty'],
	['a b', 'a blank or a sign'],
	['a\nb', 'a blank or a sign'],
	['ключ', 'a blank or a sign'],
])('API key %j is refused', (apiKey, reason) => {
	expect(() => readCredential(credential({ apiKey }))).toThrow(reason);
});

test.each([
	['https://api.100hires.com/v2/users', true],
	['https://api.100hires.com/v2', false],
	['https://api.100hires.com/v20/users', false],
	['https://api.100hires.com/v2/../admin', false],
	['https://api.100hires.com/v2/%2e%2e/admin', false],
	['https://api.100hires.com.evil.example/v2/users', false],
	['https://api.100hires.com@evil.example/v2/users', false],
	['http://api.100hires.com/v2/users', false],
	['https://api.100hires.com:8443/v2/users', false],
	['//api.100hires.com/v2/users', false],
	['/v2/users', false],
])('%s is below the Base URL: %s', (url, isBelow) => {
	expect(readPathBelow(url, PRODUCTION)).toBe(isBelow ? '/users' : null);
});

describe('the key', () => {
	const { authenticate } = new HundredHiresApi();

	test('goes with a request to the server that the credential names, without the blanks around it', async () => {
		const request = { url: `${PRODUCTION}/users`, headers: { accept: 'application/json' } };
		const sent = await authenticate(credential({ apiKey: ' key\n' }), request);
		expect(sent.headers).toEqual({ accept: 'application/json', Authorization: 'Bearer key' });
	});

	test.each([
		{ url: 'https://evil.example/v2/users' },
		{ url: 'http://api.100hires.com/v2/users' },
		{ url: '/users', baseURL: 'https://evil.example/v2' },
		{ url: '//evil.example/users', baseURL: 'https://evil.example' },
		{ url: '//evil.example/v2/users', baseURL: PRODUCTION },
		{ url: '\\\\evil.example/v2/users', baseURL: PRODUCTION },
		{ url: '/users' },
	])('goes nowhere else: %j', async (request) => {
		await expect(authenticate(credential(), request)).rejects.toThrow('is sent to https://api');
		expect(request).not.toHaveProperty('headers');
	});

	test.each([{ companyId: '#42' }, { baseUrl: 'http://api.100hires.com/v2' }, { apiKey: '' }])(
		'goes nowhere where the credential cannot be right: %j',
		async (more) => {
			const request = { url: `${PRODUCTION}/users` };
			await expect(authenticate(credential(more), request)).rejects.toThrow();
			expect(request).not.toHaveProperty('headers');
		},
	);
});
