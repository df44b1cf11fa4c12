import { inBody, text } from '../fields';
import type { Operation, Resource } from '../types';
import { WEBHOOK, WEBHOOK_WITH_SECRET } from './entity';
import { ofJob, owner, webhookPath } from './fields';

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create webhook',
	description:
		'Register an address that 100Hires sends events to, and get its signing secret, which is told only now. The 100Hires Trigger node registers its own.',
	task: 'register the webhook',
	method: 'POST',
	path: '/companies/{id}/webhooks',
	otherPaths: ofJob('/{id}/webhooks'),
	fields: [
		...owner,
		inBody(
			'url',
			text({
				name: 'url',
				displayName: 'URL',
				required: true,
				placeholder: 'e.g. https://example.com/hires',
				description: 'The address, which has to be HTTPS and to be reached from the internet',
			}),
		),
	],
	output: { kind: 'one', entity: WEBHOOK_WITH_SECRET },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete webhook',
	description:
		'Remove a webhook for good. If it is that of a 100Hires Trigger node, its workflow gets no events until it is unpublished and published again.',
	task: 'delete webhook {webhook_id}',
	method: 'DELETE',
	path: '/companies/{id}/webhooks/{webhook_id}',
	otherPaths: ofJob('/{id}/webhooks/{webhook_id}'),
	fields: [...owner, webhookPath],
	output: { kind: 'deleted' },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many webhooks',
	description:
		"List the addresses that 100Hires sends events to. The 'Production URL' of a 100Hires Trigger node has to be there once; if it is not, unpublish and publish the workflow.",
	task: 'list the webhooks',
	method: 'GET',
	path: '/companies/{id}/webhooks',
	otherPaths: ofJob('/{id}/webhooks'),
	fields: owner,
	output: { kind: 'pages', entity: WEBHOOK, key: 'webhooks' },
};

const rotateSecret: Operation = {
	value: 'rotateSecret',
	name: 'Rotate Secret',
	action: 'Rotate signing secret of webhook',
	description:
		'Give a webhook a new signing secret, which is told only now; the old one holds for a while. A 100Hires Trigger node gets a new one of its own when its workflow is unpublished and published.',
	task: 'rotate the secret of webhook {webhook_id}',
	method: 'POST',
	path: '/companies/{id}/webhooks/{webhook_id}/rotate-secret',
	otherPaths: ofJob('/{id}/webhooks/{webhook_id}/rotate-secret'),
	fields: [...owner, webhookPath],
	output: { kind: 'one', entity: WEBHOOK_WITH_SECRET },
};

export const webhook: Resource = {
	value: 'webhook',
	name: 'Webhook',
	description: 'An address that 100Hires sends events to; to check and repair registrations',
	operations: [create, remove, getAll, rotateSecret],
};
