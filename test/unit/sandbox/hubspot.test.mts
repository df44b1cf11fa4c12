import { hubSpot } from '../../sandbox/hubspot/index.mts';
import { call, type Request } from '../helpers/callService.mts';

const own = { hiring_stage: 'string', hiring_stage_since: 'datetime' } as const;
const service = hubSpot({ properties: own });
const post = async (path: string, body: unknown, more: Request = {}) =>
	await call(service, `https://api.hubapi.com${path}`, {
		method: 'POST',
		authorization: `Bearer ${service.token}`,
		body,
		...more,
	});
const upsert = async (email: string, properties: object, more?: Request) =>
	await post(
		`/contacts/v1/contact/createOrUpdate/email/${encodeURIComponent(email)}`,
		{ properties: Object.entries(properties).map(([property, value]) => ({ property, value })) },
		more,
	);
const read = async (email: string) =>
	await post('/crm/objects/2026-03/contacts/batch/read', {
		idProperty: 'email',
		inputs: [{ id: email }],
		properties: ['hiring_stage', 'hiring_stage_since', 'unknown'],
	});

it('creates a contact, updates it by its email in any case, and gives it back', async () => {
	const since = Date.UTC(2026, 8, 1);
	expect((await upsert('A+b@Example.com', { firstname: 'Ada' })).body).toMatchObject({
		isNew: true,
	});
	const { body } = await upsert('a+B@example.com', { hiring_stage_since: since });
	expect(body).toMatchObject({ isNew: false });
	expect(await read('a+b@EXAMPLE.com')).toEqual({
		status: 200,
		body: {
			status: 'COMPLETE',
			results: [
				{
					id: '101',
					properties: { hiring_stage: null, hiring_stage_since: '2026-09-01T00:00:00Z' },
				},
			],
		},
	});
});

it('says in the body that a contact is not there', async () => {
	expect(await read('nobody@example.com')).toMatchObject({
		status: 207,
		body: { results: [], errors: [{ category: 'OBJECT_NOT_FOUND' }] },
	});
});

const VALID = 'bob@example.com';
it.each([
	['a property that is not there', VALID, { hiring_stag: 'Offer' }, 'PROPERTY_DOESNT_EXIST'],
	['a time as text', VALID, { hiring_stage_since: '2026-09-01T00:00:00Z' }, 'INVALID_LONG'],
	['an email that is none', 'bob', { firstname: 'Bob' }, 'INVALID_EMAIL'],
])('refuses %s', async (_what, email, properties, error) => {
	const answer = await upsert(email, properties);
	expect(answer.status).toBe(400);
	expect(answer.body).toMatchObject({ validationResults: [{ isValid: false, error }] });
	expect(service.contacts()).toHaveLength(1);
});

it.each([
	['another key', { authorization: 'Bearer no' }, 401, 'INVALID_AUTHENTICATION'],
	['a form', { contentType: 'multipart/form-data' }, 415, 'VALIDATION_ERROR'],
	['a body of another shape', { body: { firstname: 'Bob' } }, 400, 'VALIDATION_ERROR'],
])('refuses %s', async (_what, more, status, category) => {
	const answer = await upsert(VALID, { firstname: 'Bob' }, more);
	expect(answer).toMatchObject({ status, body: { status: 'error', category } });
	expect(service.contacts()).toHaveLength(1);
});
