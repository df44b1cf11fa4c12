import { randomInt } from 'node:crypto';

import type { Faults } from '../api/faults.mts';
import { flag, id, text, type Properties } from '../api/schema.mts';
import type { Gate } from '../api/server.mts';
import type { Context } from '../context.mts';
import { renderApplication } from '../render/application.mts';
import { renderCandidate } from '../render/candidate.mts';
import { renderInterview } from '../render/interview.mts';
import type { ApplicationRecord } from '../world/records.mts';
import { generatePerson } from '../world/generatedPeople.mts';

export interface Control {
	context: Context;
	gate: Gate;
	faults: Faults;
}

/** Something that the page, or a script in another process, can ask for. */
export interface Action {
	properties: Properties;
	required: string[];
	/** @returns What is shown to a script */
	run(control: Control, input: never): unknown;
}

function action<Input>(
	properties: Properties,
	required: string[],
	run: (control: Control, input: Input) => unknown,
): Action {
	return { properties, required, run };
}

/** Something done to one application; a script gets the application as it is afterwards. */
function onApplication<Input extends { applicationId: number }>(
	properties: Properties,
	run: (context: Context, input: Input) => ApplicationRecord,
): Action {
	return action<Input>(
		{ applicationId: id, ...properties },
		['applicationId'],
		({ context }, input) =>
			renderApplication(run(context, input), context.view(), { candidate: true }),
	);
}

const TOMORROW_SECONDS = 86_400;
const ONE_HOUR_SECONDS = 3600;

const PERSON = { firstName: text, lastName: text, email: text, phone: text };

interface Person {
	firstName?: string;
	lastName?: string;
	email?: string;
	phone?: string;
}

/** The actions by the name that stands in the path. */
export const ACTIONS: Record<string, Action> = {
	apply: action<Person & { jobId?: number; resumeText?: string }>(
		{ ...PERSON, jobId: id, resumeText: text },
		[],
		({ context: { world, view } }, { jobId, ...person }) => {
			const [first] = world.jobs.keys();
			const form = { ...generatePerson(), ...person, jobId: jobId ?? first };
			return renderApplication(world.apply(form), view(), { candidate: true });
		},
	),
	move: onApplication<{ applicationId: number; stageId?: number }>(
		{ stageId: id },
		({ world }, { applicationId, stageId }) =>
			stageId === undefined ? world.advance(applicationId) : world.move(applicationId, stageId),
	),
	hire: onApplication({}, ({ world }, { applicationId }) => world.hire(applicationId)),
	unhire: onApplication({}, ({ world }, { applicationId }) => world.unhire(applicationId)),
	disqualify: onApplication<{ applicationId: number; reasonId?: number }>(
		{ reasonId: id },
		({ world }, { applicationId, reasonId }) => world.disqualify(applicationId, reasonId ?? null),
	),
	unreject: onApplication({}, ({ world }, { applicationId }) => world.unreject(applicationId)),
	message: onApplication({}, ({ world }, { applicationId }) => world.message(applicationId)),
	score: onApplication<{ applicationId: number; total?: number }>(
		{ total: { type: 'integer', minimum: 0, maximum: 100 } },
		({ world }, { applicationId, total }) =>
			world.score(applicationId, total ?? randomInt(30, 100)),
	),
	'schedule-interview': action<{ applicationId: number; start?: number; location?: string }>(
		{ applicationId: id, start: id, location: text },
		['applicationId'],
		({ context: { world, view } }, { applicationId, start, location = 'Room 1' }) => {
			const begin = start ?? view().now + TOMORROW_SECONDS;
			const details = { start: begin, end: begin + ONE_HOUR_SECONDS, location };
			return renderInterview(world.scheduleInterview(applicationId, details), view());
		},
	),
	'create-candidate': action<Person>(PERSON, [], ({ context: { world, view } }, person) => {
		const { firstName, lastName, email, phone } = { ...generatePerson(), ...person };
		const { candidate } = world.createCandidate({ firstName, lastName, email, phone });
		return renderCandidate(candidate, view());
	}),
	'update-candidate': action<Person & { candidateId: number }>(
		{ ...PERSON, candidateId: id },
		['candidateId'],
		({ context: { world, view } }, { candidateId, ...changes }) => {
			const isEmpty = Object.keys(changes).length === 0;
			const details = isEmpty ? { phone: generatePerson().phone } : changes;
			return renderCandidate(world.updateCandidate(candidateId, details), view());
		},
	),
	'send-again': action<{ deliveryId: number }>(
		{ deliveryId: id },
		['deliveryId'],
		async ({ context }, { deliveryId }) => await context.deliveries.send(deliveryId),
	),
	'rotate-secret': action<{ webhookId: number }>(
		{ webhookId: id },
		['webhookId'],
		({ context }, { webhookId }) => context.webhooks.rotate(webhookId),
	),
	'end-grace': action<{ webhookId: number }>(
		{ webhookId: id },
		['webhookId'],
		({ context }, { webhookId }) => {
			context.webhooks.endGrace(webhookId);
			return context.webhooks.get(webhookId);
		},
	),
	'remove-webhook': action<{ webhookId: number }>(
		{ webhookId: id },
		['webhookId'],
		({ context }, { webhookId }) => ({
			success: context.webhooks.remove(webhookId),
		}),
	),
	'set-unverified': action<{ unverified: boolean }>(
		{ unverified: flag },
		['unverified'],
		({ gate }, { unverified }) => {
			gate.unverified = unverified;
			return { unverified };
		},
	),
	'fail-next': action<{ times?: number; status?: number }>(
		{ times: id, status: { type: 'integer', minimum: 400, maximum: 599 } },
		[],
		({ faults }, { times = 1, status = 500 }) => {
			faults.next(times, { status });
			return { times, status };
		},
	),
};
