import {
	jsonParse,
	UserError,
	type ResourceMapperField,
	type ResourceMapperValue,
} from 'n8n-workflow';
import { isObject } from '../../shared/values';
import type { Json } from '../../shared/types';
import type { Field, ParameterRef } from '../types';
import type { FieldTexts } from './types';
import { invalidValue, readAs, toDate, toList } from './values';

const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);

const YES = new Set(['true', 'yes', '1']);
const NO = new Set(['false', 'no', '0']);

function toYesOrNo(value: unknown, ref: ParameterRef): 1 | 0 {
	const text = String(value).trim().toLowerCase();
	if (YES.has(text)) return 1;
	if (NO.has(text)) return 0;
	throw invalidValue(ref, 'yes or no', value);
}

/** A choice may have a comma in its own text. */
function toChoices(value: unknown, options: readonly unknown[]): unknown[] {
	return options.includes(value) ? [value] : toList(value);
}

/** An answer as the API takes it: yes and no as 1 and 0, several choices as a list (100Hires OpenAPI 2.0.0). */
function toAnswer(value: unknown, ref: ParameterRef, field?: ResourceMapperField): unknown {
	const own = { ...ref, displayName: field?.displayName ?? ref.displayName };
	switch (field?.type) {
		case 'boolean':
			return toYesOrNo(value, own);
		case 'number':
			if (!Number.isFinite(Number(value))) throw invalidValue(own, 'a number', value);
			return Number(value);
		case 'dateTime':
			return toDate(value, own);
		case 'string':
			if (field.options)
				return toChoices(
					value,
					field.options.map((option) => option.value),
				);
	}
	return typeof value === 'boolean' ? toYesOrNo(value, own) : value;
}

/** The fields of the item that are named like a question, by the question's ID. */
function mapItem(
	{ context, item, displayName }: ParameterRef,
	fields: ResourceMapperField[],
): Json {
	if (fields.length === 0)
		throw new UserError(
			`'${displayName}' is mapped automatically, but the node does not know the fields of the account. Open the node once and refresh the list of fields.`,
		);
	const { json } = context.getInputData()[item];
	return Object.fromEntries(
		fields.map(({ id, displayName: text }) => [id, json[id] ?? json[text]]),
	);
}

/** The answers by question, and what is known of the questions; n8n saves both once the node was open in the editor. */
function readAnswers(value: unknown, ref: ParameterRef): [Json, ResourceMapperField[]] {
	if (isObject(value) && 'mappingMode' in value) {
		const { mappingMode, value: mapped, schema }: Partial<ResourceMapperValue> = value;
		const fields = schema ?? [];
		return [mappingMode === 'autoMapInputData' ? mapItem(ref, fields) : (mapped ?? {}), fields];
	}
	const parsed =
		typeof value === 'string' ? jsonParse<unknown>(value, { fallbackValue: null }) : value;
	if (!isObject(parsed)) throw invalidValue(ref, 'an object of questions and answers', value);
	return [parsed, []];
}

/**
 * Answers to the questions of candidate profiles. What is read is a map from question to answer; the API knows a question by its ID
 * or its text (100Hires OpenAPI 2.0.0). An expression may result in such a map as well. n8n's editor shows a resource mapper only outside
 * of collections, so it belongs among the fields that are always shown.
 */
export function profile(texts: FieldTexts): Field {
	return {
		parameter: {
			...texts,
			type: 'resourceMapper',
			default: { mappingMode: 'defineBelow', value: null },
			typeOptions: {
				resourceMapper: {
					resourceMapperMethod: 'getProfileFields',
					mode: 'add',
					fieldWords: { singular: 'field', plural: 'fields' },
					// A field is only there when the user adds it: a yes-or-no field that is there says no.
					addAllFields: false,
					supportAutoMap: true,
				},
			},
		},
		read: readAs((value, ref) => {
			const [answers, fields] = readAnswers(value, ref);
			const filled = Object.entries(answers).filter(([, answer]) => !isEmpty(answer));
			if (filled.length === 0) return undefined;
			return Object.fromEntries(
				filled.map(([key, answer]) => {
					const field = fields.find(({ id }) => id === key);
					return [key, toAnswer(answer, ref, field)];
				}),
			);
		}),
	};
}
