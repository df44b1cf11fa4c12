import { UserError } from 'n8n-workflow';
import { findCompanyId } from '../../transport/company';
import { readAccount } from '../../transport/request';
import { choice, id, inPath, onlyFor, unsent } from '../fields';
import { job } from '../fields/common';
import { toWhole } from '../fields/values';
import type { Field, SentField } from '../types';

const scope = unsent(
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

/** 100Hires has no path for the webhooks of "my" company (OpenAPI 2.0.0), and the key does not tell which one that is. */
const company: Field = {
	...entered,
	read: async (source) => {
		const own = await entered.read(source);
		if (own !== undefined) return own;
		const { companyId } = await readAccount(source.context);
		const found = companyId ?? (await findCompanyId(source.context));
		if (found === null)
			throw new UserError(
				"100Hires does not tell which company the API key belongs to. Enter its number in 'Company ID' here or in the 100Hires credential.",
			);
		return toWhole(found, source);
	},
};

/** Whose webhooks they are. */
export const owner: SentField[] = [
	scope,
	inPath('id', onlyFor(scope, 'company', company)),
	inPath('id', onlyFor(scope, 'job', job)),
];

/** The paths of the same thing for a job. */
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
