import { UserError } from 'n8n-workflow';
import { findCompanyId } from '../../transport/company';
import { readAccount } from '../../transport/request';
import { choice, id, inPath, notSent, required, showFor } from '../fields';
import { job } from '../fields/common';
import { toInteger } from '../fields/values';
import type { Field, SentField } from '../types';

const scope = notSent(
	choice({
		name: 'scope',
		displayName: 'Of',
		description: 'Whose events the webhook gets',
		options: [
			{ name: 'Company', value: 'company', description: 'Those of all jobs' },
			{ name: 'Job', value: 'job', description: 'Those of one job' },
		],
	}),
);

const entered = id({
	name: 'companyId',
	displayName: 'Company ID',
	placeholder: 'e.g. 1007',
	description:
		'Leave it empty for the company of the 100Hires credential; partners enter that of a client',
});

/** 100Hires has no path for the webhooks of "my" company (OpenAPI 2.0.0), and no way to find it from the key. */
const company: Field = {
	...entered,
	read: async (ref) => {
		const own = await entered.read(ref);
		if (own !== undefined) return own;
		const { companyId } = await readAccount(ref.context);
		const found = companyId ?? (await findCompanyId(ref.context));
		if (found === null)
			throw new UserError(
				"100Hires does not tell which company the API key belongs to. Enter its number in 'Company ID' here or in the 100Hires credential.",
			);
		return toInteger(found, ref);
	},
};

/** Whose webhooks they are. */
export const owner: SentField[] = [
	scope,
	inPath('id', showFor(scope, 'company', company)),
	inPath('id', showFor(scope, 'job', required(job))),
];

/** The `otherPaths` of an operation: the same path for a job. */
export const ofJob = (path: string) => ({
	parameter: scope.parameter.name,
	of: { job: `/jobs${path}` },
});

export const webhookPath = inPath(
	'webhook_id',
	id({
		name: 'webhookId',
		displayName: 'Webhook ID',
		required: true,
		placeholder: 'e.g. 501',
		description: 'The number of the webhook; Get Many lists them',
	}),
);
