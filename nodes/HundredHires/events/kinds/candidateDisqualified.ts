import type { EventKind } from '../kind';
import { CANDIDATE, INTERVIEWED, JOB } from '../sampleEntities';

export const candidateDisqualified = {
	name: 'candidate.disqualified',
	label: 'Candidate Disqualified',
	description: 'An application was rejected',
	spellings: [
		'candidatedisqualified',
		// Its real name in the API's activity feed.
		'disqualified',
		'applicationdisqualified',
		'applicationrejected',
		'candidaterejected',
		'rejected',
	],
	wireName: 'candidate.disqualified',
	rank: 70,
	readMoment: ({ application }) => application?.rejected_at,
	readIdentity: ({ applicationId, candidateId, rejectedAt, occurredAt }) => [
		applicationId ?? candidateId,
		rejectedAt ?? occurredAt,
	],
	sample: {
		application: {
			...INTERVIEWED,
			status: 'rejected',
			is_disqualified: true,
			rejected_at: 1788854400,
			rejection_reason: [{ id: 4, name: 'Salary expectations' }],
			updated_at: 1788854400,
		},
		candidate: CANDIDATE,
		job: JOB,
	},
} as const satisfies EventKind;
