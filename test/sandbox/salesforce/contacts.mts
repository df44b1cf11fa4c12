import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { json, type Reply } from '../internet/reply.mts';
import { failed } from './replies.mts';
import type { Values } from './soql.mts';

/** Kinds of fields: text of at most that many characters, an email, a date with time, or text that names the record outside. */
export type FieldType = 'text' | 'email' | 'datetime' | 'externalId';

export type Contact = Values & { Id: string };

/** Fields that every organisation's contacts have, as far as flows use them (Salesforce's Object Reference, "Contact"). */
const STANDARD: Record<string, FieldType> = {
	FirstName: 'text',
	LastName: 'text',
	Email: 'email',
	Phone: 'text',
	MobilePhone: 'text',
	Title: 'text',
	Department: 'text',
	LeadSource: 'text',
	Description: 'text',
};

const orNull = (schema: object) => ({ anyOf: [{ type: 'null' }, { const: '' }, schema] });
const SCHEMAS: Record<FieldType, object> = {
	text: orNull({ type: 'string', maxLength: 255 }),
	email: orNull({ type: 'string', format: 'email', maxLength: 80 }),
	datetime: orNull({ type: 'string', format: 'date-time' }),
	externalId: orNull({ type: 'string', maxLength: 255 }),
};

/** @param ownFields fields that the organisation has made for itself; their names end in `__c` */
export function contactStore(ownFields: Record<string, FieldType>) {
	const types: Record<string, FieldType> = { ...STANDARD, ...ownFields };
	const contacts: Contact[] = [];
	const ajv = new Ajv({ allErrors: true });
	addFormats.default(ajv);
	const isContact = ajv.compile<Values>({
		type: 'object',
		additionalProperties: false,
		properties: Object.fromEntries(
			Object.entries(types).map(([name, type]) => [name, SCHEMAS[type]]),
		),
	});

	function refusal({ instancePath, keyword, params }: ErrorObject, body: unknown): Reply {
		const field = instancePath.slice(1) || String(params.additionalProperty ?? '');
		if (keyword === 'additionalProperties') {
			return failed(400, 'INVALID_FIELD', `No such column '${field}' on sobject of type Contact`);
		}
		const value = (body as Values)?.[field];
		if (types[field] === 'email') {
			const message = `${field}: invalid email address: ${value}`;
			return failed(400, 'INVALID_EMAIL_ADDRESS', message, [field]);
		}
		const message = `Cannot deserialize instance of ${types[field] ?? 'object'} from ${value}`;
		return failed(400, 'JSON_PARSER_ERROR', message);
	}

	function problemWith(body: unknown): Reply | undefined {
		if (isContact(body)) return undefined;
		const [first] = isContact.errors ?? [];
		return refusal(first, body);
	}

	/** The duplicate rule for contacts that Salesforce switches on by itself; it stops the API where it would only warn a person. */
	function problemWithNew(values: Values): Reply | undefined {
		if (!values.LastName) {
			const message = 'Required fields are missing: [LastName]';
			return failed(400, 'REQUIRED_FIELD_MISSING', message, ['LastName']);
		}
		const email = values.Email?.toLowerCase();
		return email && contacts.some((one) => one.Email?.toLowerCase() === email)
			? failed(400, 'DUPLICATES_DETECTED', 'Use one of these records?')
			: undefined;
	}

	/** Writes the given values, and leaves the others as they are. */
	function write(contact: Contact, values: Values): void {
		for (const [name, value] of Object.entries(values)) contact[name] = value || null;
	}

	function create(values: Values): Contact {
		const contact = { Id: `00300000000000${contacts.length + 1}AAA` };
		contacts.push(contact);
		write(contact, values);
		return contact;
	}

	return {
		all: (): Contact[] => contacts.map((contact) => ({ ...contact })),
		has: (field: string) => field === 'Id' || Object.hasOwn(types, field),
		enter: (email: string, FirstName: string): void => {
			const known = contacts.find((contact) => contact.Email === email);
			if (known) known.FirstName = FirstName;
			else create({ FirstName, LastName: 'Entered by hand', Email: email });
		},
		update: (id: string, body: unknown): Reply => {
			const contact = contacts.find(({ Id }) => Id === id);
			if (!contact) return failed(404, 'NOT_FOUND', 'The requested resource does not exist');
			const problem = problemWith(body);
			if (problem) return problem;
			write(contact, body as Values);
			return { statusCode: 204 };
		},
		upsert: (field: string, value: string, body: unknown): Reply => {
			if (types[field] !== 'externalId') {
				const message = `Provided external ID field does not exist or is not accessible: ${field}`;
				return failed(404, 'NOT_FOUND', message);
			}
			const problem = problemWith(body);
			if (problem) return problem;
			const values = body as Values;
			const known = contacts.find((contact) => contact[field] === value);
			const refused = known ? undefined : problemWithNew(values);
			if (refused) return refused;
			if (known) write(known, values);
			const { Id } = known ?? create({ ...values, [field]: value });
			return json({ id: Id, success: true, errors: [], created: !known }, known ? 200 : 201);
		},
		/** A value as a query gives it: Salesforce writes the time zone in its own way. */
		shown: (contact: Contact, field: string): string | null => {
			const value = contact[field] ?? null;
			if (value === null || types[field] !== 'datetime') return value;
			return new Date(value).toISOString().replace('Z', '+0000');
		},
	};
}
