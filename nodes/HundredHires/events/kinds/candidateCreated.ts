import type { EventKind } from '../kind';
import { CANDIDATE } from '../sampleEntities';

export const candidateCreated = {
	name: 'candidate.created',
	label: 'Candidate Created',
	description: 'A person was added who was not in 100Hires before',
	// `candidate_added` is a real name of the API's activity feed.
	spellings: ['candidatecreated', 'candidateadded', 'newcandidate'],
	wireName: 'candidate.created',
	rank: 10,
	readMoment: ({ candidate }) => candidate?.created_at,
	readIdentity: ({ candidateId }) => [candidateId],
	sample: { candidate: CANDIDATE },
} as const satisfies EventKind;
