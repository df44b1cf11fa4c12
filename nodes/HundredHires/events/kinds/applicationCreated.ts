import type { EventKind } from '../kind';
import { APPLICATION, CANDIDATE, JOB } from '../sampleEntities';

export const applicationCreated = {
	name: 'application.created',
	label: 'New Application Submitted',
	description: 'Someone applied to a job, or was added to it',
	spellings: [
		'newapplicationsubmitted',
		'newapplication',
		'applicationsubmitted',
		'applicationcreated',
		'applicationnew',
		'applicationadded',
		'applied',
	],
	wireName: 'application.created',
	rank: 20,
	readMoment: ({ application }) => application?.created_at,
	readIdentity: ({ applicationId }) => [applicationId],
	sample: { application: APPLICATION, candidate: CANDIDATE, job: JOB },
} as const satisfies EventKind;
