import { Ajv } from 'ajv';
import type { Employee } from './employees.mts';
import { employeeFields } from './fields.mts';

interface ReportRequest {
	title?: string;
	fields: string[];
}

const isRequest = new Ajv().compile<ReportRequest>({
	type: 'object',
	required: ['fields'],
	additionalProperties: false,
	properties: {
		title: { type: 'string' },
		filters: { type: 'object' },
		fields: { type: 'array', minItems: 1, maxItems: 400, items: { type: 'string' } },
	},
});

/**
 * What `POST reports/custom` answers: everybody, the inactive too, with the fields that were asked for (BambooHR reference,
 * "Request Custom Report"). Fields that the key may not read are missing without a word (its page "Historical Changes to the API",
 * 2021-09-24); so are fields that do not exist.
 *
 * @param query `format` has to be JSON here; unless `onlyCurrent` is false, people who start later than today are left out
 * @returns a sentence on what is wrong with the request in place of the report
 */
export function customReport(
	body: unknown,
	query: URLSearchParams,
	employees: readonly Employee[],
	customFields: readonly string[],
): object | string {
	if (query.get('format')?.toUpperCase() !== 'JSON') return 'The stand-in makes JSON only.';
	if (!isRequest(body)) return 'A report needs the list of its fields, 400 at most.';
	const fields = body.fields.filter(
		(name) => name in employeeFields || customFields.includes(name),
	);
	const today = new Date().toISOString().slice(0, 10);
	const all = query.get('onlyCurrent') === 'false';
	return {
		title: body.title ?? '',
		fields: fields.map((id) => ({ id, type: 'text', name: id })),
		employees: employees
			.filter(({ hireDate }) => all || String(hireDate ?? '') <= today)
			.map((one) => ({
				id: one.id,
				...Object.fromEntries(fields.map((name) => [name, one[name] ?? null])),
			})),
	};
}
