import type { EventKind } from '../kind';
import { CANDIDATE, JOB, SCORED } from '../sampleEntities';

export const aiScoreGenerated = {
	name: 'ai_score.generated',
	label: 'AI Score Generated',
	description: 'An application got an AI score',
	spellings: [
		'aiscoregenerated',
		'aiscorecreated',
		'aiscoreupdated',
		'aiscorecompleted',
		'applicationaiscoregenerated',
		'applicationaiscored',
		'aiscore',
	],
	wireName: 'ai_score.generated',
	rank: 50,
	readMoment: (_found, score) => score?.scoredAt,
	// The application's own moment first: a score that was delivered may have an ID of its own, one that was read has not.
	readIdentity: ({ applicationId, application, score, occurredAt }) => [
		applicationId,
		application?.aiScoredAt ?? score?.scoredAt ?? score?.uuid ?? occurredAt,
	],
	sample: {
		application: SCORED,
		candidate: CANDIDATE,
		job: JOB,
		score: {
			uuid: '00000000-0000-4000-8000-000000000002',
			job_id: JOB.id,
			job_title: JOB.title,
			total_score: 87,
			summary: 'Eight years with the stack of the job; has led a team.',
			criteria: [
				{
					criterion_title: 'Experience',
					criterion_text: 'Five years with distributed systems',
					score: 92,
					justification: 'Eight years, three of them leading',
				},
			],
			rate: 'strong_yes',
			date: '2026-09-01T08:08:40Z',
		},
	},
} as const satisfies EventKind;
