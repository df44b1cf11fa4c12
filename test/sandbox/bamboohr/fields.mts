import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { CompanyLists } from './lists.mts';

/** The fields of an employee that the stand-in knows: BambooHR's field names, with the kind of value each takes. */
export const employeeFields = {
	firstName: 'text',
	lastName: 'text',
	middleName: 'text',
	preferredName: 'text',
	employeeNumber: 'text',
	jobTitle: 'list',
	department: 'list',
	division: 'list',
	location: 'list',
	workEmail: 'email',
	homeEmail: 'email',
	workPhone: 'text',
	mobilePhone: 'text',
	homePhone: 'text',
	hireDate: 'date',
	dateOfBirth: 'date',
	gender: 'text',
	maritalStatus: 'text',
	address1: 'text',
	address2: 'text',
	city: 'text',
	state: 'text',
	zipcode: 'text',
	country: 'text',
	ssn: 'text',
	exempt: 'text',
	payType: 'text',
	payPer: 'text',
	payRate: 'money',
} as const;

export type FieldKind = (typeof employeeFields)[keyof typeof employeeFields];

const dateOrEmpty = { anyOf: [{ type: 'string', format: 'date' }, { const: '' }] };
const emailOrEmpty = { anyOf: [{ type: 'string', format: 'email' }, { const: '' }] };
const money = {
	type: 'object',
	required: ['value'],
	additionalProperties: false,
	properties: { value: { type: ['string', 'number'] }, currency: { type: 'string' } },
};

/**
 * What BambooHR takes in the body of a request that creates (or changes) an employee.
 *
 * @param lists the values that the company's lists hold: a department that is not among them is refused
 * @param customFields names of the company's own text fields
 * @returns `create` demands a first and a last name, `change` demands nothing. Both refuse fields that
 * they do not know, which is stricter than BambooHR and shows a wrong name in a flow at once.
 */
export function employeeBodies(lists: CompanyLists, customFields: readonly string[]) {
	const kinds: Record<FieldKind, (name: string) => object> = {
		text: () => ({ type: ['string', 'number'] }),
		date: () => dateOrEmpty,
		email: () => emailOrEmpty,
		money: () => money,
		list: (name) => ({ enum: [...lists[name as keyof CompanyLists], ''] }),
	};
	const properties: Record<string, object> = {
		// n8n's BambooHR node sends an empty `address` with every employee; BambooHR's own names are address1, city and so on.
		address: { type: 'object', maxProperties: 0 },
	};
	for (const [name, kind] of Object.entries(employeeFields)) properties[name] = kinds[kind](name);
	for (const name of customFields) properties[name] = { type: ['string', 'number'] };

	const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
	addFormats.default(ajv);
	const name = { type: 'string', minLength: 1, pattern: '\\S' };
	const body = { type: 'object', additionalProperties: false };
	return {
		create: ajv.compile<Record<string, unknown>>({
			...body,
			required: ['firstName', 'lastName'],
			properties: { ...properties, firstName: name, lastName: name },
		}),
		change: ajv.compile<Record<string, unknown>>({ ...body, properties }),
	};
}

/** @returns one sentence on what was refused, for the header X-BambooHR-Error-Message */
export function refusal(check: ValidateFunction): string {
	const [first] = check.errors ?? [];
	return first ? sentence(first) : 'The request is malformed.';
}

function sentence({ instancePath, keyword, params, message }: ErrorObject): string {
	const field = instancePath.replace(/^\//, '') || 'The body';
	if (keyword === 'required') return `The field ${params.missingProperty} is required.`;
	if (keyword === 'additionalProperties') return `Unknown field ${params.additionalProperty}.`;
	if (keyword === 'enum') return `${field}: the value is not in this company's list.`;
	if (keyword === 'format' && params.format === 'date') {
		return `${field}: dates are written YYYY-MM-DD.`;
	}
	return `${field}: ${message ?? 'the value is refused'}.`;
}
