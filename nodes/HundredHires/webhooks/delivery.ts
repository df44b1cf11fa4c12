import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { passes } from '../events/filters';
import { readEvent, type Reading } from '../events/read';
import { quote } from '../shared/quote';
import { isObject, readText } from '../shared/values';
import type { Json } from '../shared/types';
import { readTriggerParameters } from '../triggers/parameters';
import { readWebhookOptions, shouldDeduplicate, type WebhookOptions } from './parameters';
import { isInRange } from '../shared/ipRanges';
import { isRecorded } from './deduplication';
import { readStaticData } from './staticData';
import { SIGNATURE_HEADER, verifySignature } from './signature';

/** Deliveries that are not let in: status of the answer, code for the log, and the text of the answer. */
const REFUSALS = {
	address_not_allowed: [403, 'This address may not call this webhook'],
	no_secret: [503, 'The webhook is not ready yet, please try again'],
	no_raw_body: [415, 'Expected a JSON body'],
	missing_signature: [401, 'Unauthorized'],
	malformed: [401, 'Unauthorized'],
	mismatch: [401, 'Unauthorized'],
	not_json: [400, 'The body is not a JSON object'],
	not_an_event: [400, 'The body is not an event that this version knows how to read'],
} as const;

type Code = keyof typeof REFUSALS;

/** What an operator can do about it; the codes of a wrong signature say the rest. */
const CURES: Partial<Record<Code, string>> = {
	address_not_allowed:
		"check the option 'Allowed IPs', and N8N_PROXY_HOPS if n8n is behind a proxy",
	no_secret: 'no signing secret is stored; if this goes on, unpublish and publish the workflow',
	mismatch:
		'not signed with the secret that is stored; if these come from 100Hires, unpublish and publish the workflow to get a new one',
	missing_signature: 'not sent by 100Hires, or a proxy dropped the header',
	malformed: 'the signature header is not one that 100Hires writes',
};

/**
 * Answers a delivery that is not let in, and leaves one line for the operator: never of the payload, a signature or a secret. It
 * does not throw, since n8n would record a failed execution for each, which anybody could fill the list with.
 */
function refuse(context: IWebhookFunctions, code: Code): IWebhookResponseData {
	const [status, message] = REFUSALS[code];
	const cure = CURES[code];
	context.logger.warn(
		`100Hires Trigger ${quote(context.getNode().name)} refused a delivery (${code})${cure ? `: ${cure}` : ''}`,
		{ code, status, workflowId: context.getWorkflow().id },
	);
	context.getResponseObject().status(status).json({ message });
	return { noWebhookResponse: true };
}

function ignore(message: string): IWebhookResponseData {
	return { webhookResponse: { message } };
}

function parseBody(raw: Buffer): Json | null {
	try {
		const body: unknown = JSON.parse(raw.toString('utf8').replace(/^\uFEFF/, ''));
		return isObject(body) ? body : null;
	} catch {
		return null;
	}
}

function readSafely(body: Json): Reading {
	try {
		return readEvent(body);
	} catch {
		// Nested deeper than the stack allows: nothing that 100Hires sends.
		return { kind: 'not an event' };
	}
}

/** Checks, in the order of their cost, whether a delivery may come in at all. */
function findRefusal(context: IWebhookFunctions, { allowedIps }: WebhookOptions): Code | null {
	const request = context.getRequestObject();
	if (allowedIps !== null && !allowedIps.some((range) => isInRange(request.ip ?? '', range)))
		return 'address_not_allowed';

	const secrets = readStaticData(context).webhook?.secrets ?? [];
	if (secrets.length === 0) return 'no_secret';
	if (!Buffer.isBuffer(request.rawBody)) return 'no_raw_body';
	const verdict = verifySignature(
		context.getHeaderData()[SIGNATURE_HEADER],
		request.rawBody,
		secrets,
	);
	return verdict === 'valid' ? null : verdict;
}

/**
 * Takes a delivery in: verifies, reads, filters, and hands the event over to n8n, which saves it before it answers 200. No network,
 * no writes; every request gets an answer.
 *
 * @returns What n8n is to do: run the flow with the event, answer without running it, or nothing, as the answer is out already
 */
export function receiveDelivery(context: IWebhookFunctions): IWebhookResponseData {
	const options = readWebhookOptions(context);
	const refusal = findRefusal(context, options);
	if (refusal) return refuse(context, refusal);

	const body = parseBody(context.getRequestObject().rawBody);
	if (!body) return refuse(context, 'not_json');
	const reading = readSafely(body);
	if (reading.kind === 'not an event') return refuse(context, 'not_an_event');
	if (reading.kind === 'unknown event') return ignoreUnknown(context, body);

	const { event } = reading;
	const parameters = readTriggerParameters(context);
	if (!parameters.events.includes(event.event)) return ignore('Event not selected');
	if (!passes(event, parameters.filters, body)) return ignore('Event filtered out');
	if (shouldDeduplicate(context.getMode(), options)) {
		const { id: nodeId } = context.getNode();
		if (isRecorded(context.getWorkflow().id, nodeId, event.eventId))
			return ignore('Event was delivered before');
	}

	const json = { ...event, ...(options.includeRaw && { raw: body }) };
	return { workflowData: [[{ json: json as unknown as IDataObject }]] };
}

function ignoreUnknown(context: IWebhookFunctions, body: Json): IWebhookResponseData {
	const name = readText(body.event ?? body.event_type ?? body.type)?.slice(0, 60);
	context.logger.info(
		`100Hires Trigger ${quote(context.getNode().name)} was sent an event that it does not know (${name ? quote(name) : 'without a name'}) and left it alone`,
		{ workflowId: context.getWorkflow().id },
	);
	return ignore('Unknown event');
}
