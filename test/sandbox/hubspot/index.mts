import { Ajv } from 'ajv';
import type { Service, ServiceCall } from '../internet/index.mts';
import { json, type Reply } from '../internet/reply.mts';
import { Troubles } from '../internet/troubles.mts';
import { contactStore, type Contact, type PropertyType } from './contacts.mts';
import { failed, invalidProperties } from './replies.mts';

export { hubSpotRateLimited } from './replies.mts';
export type { Contact } from './contacts.mts';

export interface HubSpotOptions {
	/** The service key that is accepted; default `pat-stand-in`. */
	token?: string;
	/** Contact properties that the account has made for itself. */
	properties?: Record<string, PropertyType>;
}

export interface HubSpot extends Service {
	token: string;
	contacts(): Contact[];
	/** Puts a contact there, or changes it: as somebody in HubSpot would. */
	edit(email: string, properties: Record<string, string>): void;
	troubles: Troubles;
}

interface BatchRead {
	idProperty?: string;
	inputs: Array<{ id: string }>;
	properties: string[];
}

interface V1Properties {
	properties: Array<{ property: string; value: string | number | boolean }>;
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
const closed = { type: 'object', additionalProperties: false };
const names = { type: 'array', items: { type: 'string' } };

/** HubSpot's reference, CRM objects 2026-03, "Retrieve a batch of contacts". */
const batchRead = ajv.compile<BatchRead>({
	...closed,
	required: ['inputs', 'properties'],
	properties: {
		idProperty: { type: 'string' },
		properties: names,
		propertiesWithHistory: names,
		inputs: {
			type: 'array',
			minItems: 1,
			maxItems: 100,
			items: { ...closed, required: ['id'], properties: { id: { type: 'string', minLength: 1 } } },
		},
	},
});

/** HubSpot's reference, Contacts API v1, "Create or update a contact", which n8n's HubSpot node calls. */
const v1Properties = ajv.compile<V1Properties>({
	...closed,
	required: ['properties'],
	properties: {
		properties: {
			type: 'array',
			items: {
				...closed,
				required: ['property', 'value'],
				properties: {
					property: { type: 'string' },
					value: { type: ['string', 'number', 'boolean'] },
				},
			},
		},
	},
});

/** A stand-in of HubSpot's API at api.hubapi.com: the contacts of one account. */
export function hubSpot(options: HubSpotOptions = {}): HubSpot {
	const { token = 'pat-stand-in', properties: ownProperties = {} } = options;
	const contacts = contactStore(ownProperties);
	const troubles = new Troubles();
	const malformed = (errors: unknown) =>
		failed(400, 'VALIDATION_ERROR', `Invalid input JSON: ${JSON.stringify(errors)}`);

	async function readBatch(call: ServiceCall): Promise<Reply> {
		const body = await call.json();
		if (!batchRead(body)) return malformed(batchRead.errors);
		const { idProperty, inputs, properties } = body;
		const found = inputs.map(({ id }) =>
			idProperty === 'email' ? contacts.byEmail(id) : contacts.byId(Number(id)),
		);
		const results = found.flatMap((contact) =>
			contact ? [{ id: String(contact.vid), properties: contacts.read(contact, properties) }] : [],
		);
		const missing = inputs.filter((_input, index) => !found[index]).map(({ id }) => id);
		if (missing.length === 0) return json({ status: 'COMPLETE', results });
		const error = {
			status: 'error',
			category: 'OBJECT_NOT_FOUND',
			message: 'Could not get some CONTACT objects, they may be deleted or not exist.',
			context: { ids: missing },
		};
		return json({ status: 'COMPLETE', results, numErrors: 1, errors: [error] }, 207);
	}

	async function createOrUpdate(call: ServiceCall, email: string): Promise<Reply> {
		const body = await call.json();
		if (!v1Properties(body)) return malformed(v1Properties.errors);
		const values = Object.fromEntries(
			body.properties.map(({ property, value }) => [property, String(value)]),
		);
		const problems = contacts.problems({ email, ...values });
		if (problems.length > 0) return invalidProperties(problems);
		return json(contacts.upsert(email, values));
	}

	function profile(vid: number): Reply {
		const contact = contacts.byId(vid);
		if (!contact) return failed(404, 'OBJECT_NOT_FOUND', 'contact does not exist');
		const properties = Object.entries(contact.properties).map(([name, value]) => [name, { value }]);
		return json({ vid, properties: Object.fromEntries(properties) });
	}

	async function answer(call: ServiceCall): Promise<Reply> {
		const trouble = troubles.take(call);
		if (trouble) return trouble;
		if (call.headers.authorization !== `Bearer ${token}`) {
			return failed(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.');
		}
		if (
			call.method === 'POST' &&
			!/^application\/json\b/.test(call.headers['content-type'] ?? '')
		) {
			return failed(415, 'VALIDATION_ERROR', 'Unsupported Media Type');
		}
		const path = call.url.pathname;
		const route = `${call.method} ${path}`;
		if (route === 'GET /account-info/v3/details')
			return json({ portalId: 1, accountType: 'STANDARD' });
		// What n8n's HubSpot node calls to test its credential.
		if (route === 'GET /deals/v1/deal/paged') return json({ deals: [], hasMore: false, offset: 0 });
		if (route === 'POST /crm/objects/2026-03/contacts/batch/read') return await readBatch(call);
		const email = /^POST \/contacts\/v1\/contact\/createOrUpdate\/email\/([^/]+)$/.exec(route)?.[1];
		if (email) return await createOrUpdate(call, decodeURIComponent(email));
		const vid = /^GET \/contacts\/v1\/contact\/vid\/(\d+)\/profile$/.exec(route)?.[1];
		if (vid) return profile(Number(vid));
		return failed(404, 'OBJECT_NOT_FOUND', `The stand-in does not know ${route}.`);
	}

	return {
		name: 'HubSpot',
		token,
		troubles,
		contacts: contacts.all,
		edit: (email, properties) => void contacts.upsert(email, properties),
		answer: (call) => (call.url.hostname === 'api.hubapi.com' ? answer(call) : undefined),
	};
}
