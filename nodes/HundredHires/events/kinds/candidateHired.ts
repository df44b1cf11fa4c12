import type { EventKind } from '../kind';
import { CANDIDATE, INTERVIEWED, JOB } from '../sampleEntities';

export const candidateHired = {
	name: 'candidate.hired',
	label: 'Candidate Hired',
	description: 'An application ended with a hire',
	// `hired` is its real name in the API's activity feed.
	spellings: ['candidatehired', 'hired', 'applicationhired'],
	wireName: 'candidate.hired',
	rank: 80,
	readMoment: ({ application }) => application?.hired_at,
	readIdentity: ({ applicationId, hiredAt, occurredAt }) => [applicationId, hiredAt ?? occurredAt],
	sample: {
		application: {
			...INTERVIEWED,
			stage: { id: 5, name: 'Hired' },
			status: 'hired',
			hired_at: 1788854400,
			updated_at: 1788854400,
		},
		candidate: CANDIDATE,
		job: JOB,
	},
} as const satisfies EventKind;
