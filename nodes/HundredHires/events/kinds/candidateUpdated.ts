import type { EventKind } from '../kind';
import { CANDIDATE } from '../sampleEntities';

export const candidateUpdated = {
	name: 'candidate.updated',
	label: 'Candidate Updated',
	description: "A candidate's name, contact data or profile changed",
	spellings: ['candidateupdated', 'candidatechanged'],
	wireName: 'candidate.updated',
	rank: 30,
	readMoment: ({ candidate }) => candidate?.updated_at,
	readIdentity: ({ candidateId, occurredAt }) => [candidateId, occurredAt],
	sample: { candidate: { ...CANDIDATE, updated_at: 1788940800 } },
} as const satisfies EventKind;
