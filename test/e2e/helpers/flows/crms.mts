import { generateKeyPairSync } from 'node:crypto';
import type { Body } from '../../../harness/rest.mts';
import { hubSpot, hubSpotRateLimited } from '../../../sandbox/hubspot/index.mts';
import type { Service, ServiceCall } from '../../../sandbox/internet/index.mts';
import type { Reply } from '../../../sandbox/internet/reply.mts';
import type { Troubles } from '../../../sandbox/internet/troubles.mts';
import { salesforce, salesforceLimited } from '../../../sandbox/salesforce/index.mts';

/** A contact of either CRM, in the same words. */
export interface Person {
	firstName: string | null;
	lastName: string | null;
	email: string | null;
	phone: string | null;
	stage: string | null;
	job: string | null;
	/** ISO 8601. */
	since: string | null;
}

/** What the tests of the flows into CRMs need to know of one. */
export interface Crm {
	name: string;
	/** The flow's file. */
	file: string;
	service: Service & { troubles: Troubles };
	credential: { type: string; data: Body; wrong: Body };
	people(): Person[];
	/** Somebody in the CRM makes a contact, or corrects the first name of one. */
	enter(email: string, firstName: string): void;
	/** What it answers when there were too many requests. */
	limited: Reply;
	isWrite(call: Pick<ServiceCall, 'method' | 'url'>): boolean;
	/** What a candidate is known by in it. */
	knowsBy: 'email' | 'candidate ID';
	/** The field for the job. */
	jobField: string;
	/** The node where an event ends that is older than what the CRM holds. */
	older: string;
}

const orNull = (value: string | undefined) => value || null;

export function hubSpotCrm(): Crm {
	const service = hubSpot({
		properties: { hiring_stage: 'string', hiring_job: 'string', hiring_stage_since: 'datetime' },
	});
	return {
		name: 'HubSpot',
		file: 'stage-to-hubspot.json',
		service,
		credential: {
			type: 'hubspotAppToken',
			data: { appToken: service.token },
			wrong: { appToken: 'withdrawn' },
		},
		people: () =>
			service.contacts().map(({ properties }) => ({
				firstName: orNull(properties.firstname),
				lastName: orNull(properties.lastname),
				email: properties.email,
				phone: orNull(properties.phone),
				stage: orNull(properties.hiring_stage),
				job: orNull(properties.hiring_job),
				since: properties.hiring_stage_since
					? new Date(Number(properties.hiring_stage_since)).toISOString()
					: null,
			})),
		enter: (email, firstname) => service.edit(email, { firstname }),
		limited: hubSpotRateLimited,
		isWrite: ({ url }) => url.pathname.includes('/createOrUpdate/'),
		knowsBy: 'email',
		jobField: 'hiring_job',
		older: 'HubSpot knows a newer stage',
	};
}

export function salesforceCrm() {
	const { publicKey, privateKey } = generateKeyPairSync('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});
	const app = { clientId: 'consumer-key', username: 'integration@acme.example', publicKey };
	const service = salesforce({
		app,
		fields: {
			Hires_Candidate_ID__c: 'externalId',
			Hiring_Stage__c: 'text',
			Hiring_Job__c: 'text',
			Hiring_Stage_Since__c: 'datetime',
		},
	});
	const { clientId, username } = app;
	return {
		name: 'Salesforce',
		file: 'stage-to-salesforce.json',
		service,
		credential: {
			type: 'salesforceJwtApi',
			data: { environment: 'production', clientId, username, privateKey, myDomainUrl: '' },
			wrong: { username: 'stranger@acme.example' },
		},
		people: () =>
			service.contacts().map((contact) => ({
				firstName: contact.FirstName ?? null,
				lastName: contact.LastName ?? null,
				email: contact.Email ?? null,
				phone: contact.Phone ?? null,
				stage: contact.Hiring_Stage__c ?? null,
				job: contact.Hiring_Job__c ?? null,
				since: contact.Hiring_Stage_Since__c ?? null,
			})),
		enter: (email: string, firstName: string) => service.enter(email, firstName),
		limited: salesforceLimited,
		isWrite: ({ method }: Pick<ServiceCall, 'method'>) => method === 'PATCH',
		knowsBy: 'candidate ID',
		jobField: 'Hiring_Job__c',
		older: 'Salesforce knows a newer stage',
	} satisfies Crm;
}
