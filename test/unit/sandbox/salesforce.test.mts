import { generateKeyPairSync, sign } from 'node:crypto';
import { salesforce } from '../../sandbox/salesforce/index.mts';
import { parseSoql } from '../../sandbox/salesforce/soql.mts';
import { call, type Request } from '../helpers/callService.mts';

const LOGIN = 'https://login.salesforce.com';
const DATA = 'https://acme.my.salesforce.com/services/data/v59.0';
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const app = {
	clientId: 'consumer-key',
	username: 'ada@acme.example',
	publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};
const fields = { Hires_ID__c: 'externalId', Stage_Since__c: 'datetime' } as const;
const service = salesforce({ app, fields });

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const claims = () => ({
	iss: app.clientId,
	sub: app.username,
	aud: LOGIN,
	exp: Math.floor(Date.now() / 1000) + 180,
});
async function signIn(changes: object = {}, key = privateKey) {
	const signed = `${encoded({ alg: 'RS256' })}.${encoded({ ...claims(), ...changes })}`;
	const signature = sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url');
	const body = new URLSearchParams({
		grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
		assertion: `${signed}.${signature}`,
	}).toString();
	const contentType = 'application/x-www-form-urlencoded';
	return await call(service, `${LOGIN}/services/oauth2/token`, {
		method: 'POST',
		contentType,
		body,
	});
}

let authorization: string;
beforeAll(async () => {
	const { body } = await signIn();
	authorization = `Bearer ${(body as { access_token: string }).access_token}`;
});
const upsert = async (field: string, body: object, more: Request = {}) =>
	await call(service, `${DATA}/sobjects/contact/${field}/7`, {
		method: 'PATCH',
		authorization,
		body,
		...more,
	});

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
it.each([
	['another app', { iss: 'other' }, privateKey, 'client identifier invalid'],
	['another user', { sub: 'bob@acme.example' }, privateKey, "user hasn't approved this consumer"],
	['another place', { aud: 'https://test.salesforce.com' }, privateKey, 'audience is invalid'],
	['an hour', { exp: Math.floor(Date.now() / 1000) + 3600 }, privateKey, 'assertion expired'],
	['the past', { exp: 1 }, privateKey, 'assertion expired'],
	['a key that is not the app’s', {}, stranger, 'invalid assertion'],
])('lets nobody in with an assertion for %s', async (_what, changes, key, description) => {
	const answer = await signIn(changes, key);
	expect(answer).toMatchObject({ status: 400, body: { error_description: description } });
});

it.each([
	['a field that is not there', 'Hires_ID__c', { LastName: 'B', Nope__c: 'x' }, 'INVALID_FIELD'],
	['no last name', 'Hires_ID__c', { FirstName: 'Bob' }, 'REQUIRED_FIELD_MISSING'],
	['an email that is none', 'Hires_ID__c', { LastName: 'B', Email: 'b' }, 'INVALID_EMAIL_ADDRESS'],
	[
		'a day for a time',
		'Hires_ID__c',
		{ LastName: 'B', Stage_Since__c: 'May' },
		'JSON_PARSER_ERROR',
	],
	['a field that is no external ID', 'Email', { LastName: 'B' }, 'NOT_FOUND'],
])('refuses %s', async (_what, field, body, errorCode) => {
	expect((await upsert(field, body)).body).toMatchObject([{ errorCode }]);
	expect(service.contacts()).toEqual([]);
});

it('refuses who is not signed in, and what is no JSON', async () => {
	const body = { LastName: 'Byron' };
	const notSignedIn = await upsert('Hires_ID__c', body, { authorization: 'Bearer no' });
	expect(notSignedIn).toMatchObject({ status: 401, body: [{ errorCode: 'INVALID_SESSION_ID' }] });
	const form = await upsert('Hires_ID__c', body, { contentType: 'text/plain' });
	expect(form).toMatchObject({ status: 415, body: [{ errorCode: 'UNSUPPORTED_MEDIA_TYPE' }] });
});

it('creates, then updates, and sees a duplicate by the email of another record', async () => {
	const ada = { LastName: 'Byron', Email: 'ada@example.com' };
	expect(await upsert('Hires_ID__c', ada)).toMatchObject({ status: 201, body: { created: true } });
	expect(await upsert('Hires_ID__c', { FirstName: 'Ada' })).toMatchObject({ status: 200 });
	expect(service.contacts()).toMatchObject([{ ...ada, FirstName: 'Ada', Hires_ID__c: '7' }]);

	const other = await call(service, `${DATA}/sobjects/contact/Hires_ID__c/8`, {
		method: 'PATCH',
		authorization,
		body: { ...ada, Email: 'ADA@example.com' },
	});
	expect(other.body).toMatchObject([{ errorCode: 'DUPLICATES_DETECTED' }]);
});

const people = [
	{ Id: '1', Email: "o'neil@example.com", Hires_ID__c: null },
	{ Id: '2', Email: null, Hires_ID__c: '7' },
];
it.each([
	["SELECT Id FROM Contact WHERE Email = 'O\\'Neil@example.com'", ['1']],
	['SELECT Id FROM Contact WHERE Email = null', ['2']],
	["SELECT Id FROM Contact WHERE Email = '' OR (Id = '1' AND Hires_ID__c = null)", ['1', '2']],
	['SELECT Id FROM Contact ORDER BY Hires_ID__c NULLS LAST LIMIT 1', ['2']],
	['select Id from Contact order by Hires_ID__c limit 1', ['1']],
])('runs %s', (soql, ids) => {
	expect(
		parseSoql(soql)
			.run(people)
			.map(({ Id }) => Id),
	).toEqual(ids);
});

it.each([
	"SELECT Id FROM Contact WHERE Email = 'o'neil@example.com'",
	'SELECT Id FROM Contact WHERE Email = ada',
	"SELECT Id FROM Contact WHERE Id = '1' OR Id = '2' AND Email = null",
	'SELECT FROM Contact',
	'SELECT Id FROM Contact LIMIT',
])('does not understand %s', (soql) => {
	expect(() => parseSoql(soql)).toThrow(/unexpected token|expecting/);
});
