import type { IDataObject, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { LIMIT } from '../resources/fields/common';
import type { Operation, Resource } from '../resources/types';
import { toExpression, type Expression } from '../shared/expressions';
import { compareTexts } from '../shared/sort';
import { hasShortForm } from './simplify';
import { DEFAULT_WAIT_MINUTES } from '../transport/retry';

const RETURN_ALL: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

const LIMIT_UNLESS_ALL: INodeProperties = {
	...LIMIT,
	displayOptions: { show: { returnAll: [false] } },
};

const SIMPLIFY: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const COLLECTIONS = {
	filters: { displayName: 'Filters', placeholder: 'Add Filter' },
	additionalFields: { displayName: 'Additional Fields', placeholder: 'Add Field' },
	updateFields: { displayName: 'Update Fields', placeholder: 'Add Field' },
};

const OPTIONS: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Wait for Rate Limit (Minutes)',
			name: 'rateLimitWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 60 },
			default: DEFAULT_WAIT_MINUTES,
			description:
				'How long to wait when the API key has used up its requests (new keys have 100 in 10 minutes); 0 stops at once',
		},
	],
};

const RESOURCE: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

const OPERATION: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [],
	default: '',
};

/** Compares parameters or options by the name that people see. */
function compareNames(a: { displayName?: string; name: string }, b: typeof a): number {
	return compareTexts(a.displayName ?? a.name, b.displayName ?? b.name);
}

function buildCollection({
	collection,
	fields,
}: NonNullable<Operation['optional']>): INodeProperties {
	return {
		...COLLECTIONS[collection],
		name: collection,
		type: 'collection',
		default: {},
		options: fields.map(({ parameter }) => parameter).sort(compareNames),
	};
}

/** What an operation shows, in this order: what it is about, Return All and Limit, the short form, what can be added. */
export function listParameters({
	fields = [],
	parameters = [],
	output,
	optional,
}: Operation): INodeProperties[] {
	return [
		...fields.map(({ parameter }) => parameter),
		...parameters,
		...(output.kind === 'pages' ? [RETURN_ALL, LIMIT_UNLESS_ALL] : []),
		...('entity' in output && hasShortForm(output.entity) ? [SIMPLIFY] : []),
		...(optional ? [buildCollection(optional)] : []),
	];
}

/** A parameter with the operations that show it. */
interface Shown {
	parameter: INodeProperties;
	operation: string[];
}

/**
 * The parameters of all operations in one list, as n8n has them: what several operations share is there once, unless that would change
 * the order in which one of them shows its own.
 */
function mergeParameters(operations: readonly Operation[]): Shown[] {
	const all: Shown[] = [];
	for (const operation of operations) {
		let place = 0;
		for (const parameter of listParameters(operation)) {
			const index = all.findIndex((each, at) => at >= place && each.parameter === parameter);
			if (index >= 0) all[index].operation.push(operation.value);
			else all.splice(place, 0, { parameter, operation: [operation.value] });
			place = (index >= 0 ? index : place) + 1;
		}
	}
	return all;
}

function buildProperties({ value: resource, operations }: Resource): INodeProperties[] {
	return mergeParameters(operations).map(({ parameter, operation }) => {
		const { show, hide } = parameter.displayOptions ?? {};
		const displayOptions = {
			show: { resource: [resource], operation, ...show },
			...(hide && { hide }),
		};
		return { ...parameter, displayOptions };
	});
}

function buildOperationList({ value, operations }: Resource): INodeProperties {
	const options: INodePropertyOptions[] = operations.map(
		({ value: operation, name, action, description }) => ({
			name,
			value: operation,
			action,
			description,
		}),
	);
	const hasList = operations.some((each) => each.value === 'getAll');
	return {
		...OPERATION,
		displayOptions: { show: { resource: [value] } },
		options: options.sort(compareNames),
		default: hasList ? 'getAll' : operations[0].value,
	};
}

/**
 * The parameters of the action node.
 *
 * @param resources All that can be chosen; the first is chosen from the start
 */
export function describeOperations(resources: readonly Resource[]): INodeProperties[] {
	const options: INodePropertyOptions[] = resources.map(({ name, value, description }) => ({
		name,
		value,
		description,
	}));
	const resource = {
		...RESOURCE,
		options: options.sort(compareNames),
		default: resources[0].value,
	};
	return [
		resource,
		...resources.map(buildOperationList),
		...resources.flatMap(buildProperties),
		OPTIONS,
	];
}

function findAction(parameter: IDataObject, actions: string[][]): string {
	const chosen = actions.find(
		(each) => each[0] === parameter.resource && each[1] === parameter.operation,
	);
	return chosen ? chosen[2] : '';
}

/** What the action node does, in the words of the node browser: `Get many candidates`. */
export function buildActionSubtitle(resources: readonly Resource[]): Expression {
	return toExpression(
		findAction,
		resources.flatMap(({ value, operations }) =>
			operations.map((operation) => [value, operation.value, operation.action]),
		),
	);
}
