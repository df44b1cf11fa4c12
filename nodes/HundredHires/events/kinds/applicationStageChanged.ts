import { findFirst } from '../../shared/values';
import type { EventKind } from '../kind';
import { CANDIDATE, INTERVIEWED, JOB } from '../sampleEntities';

export const applicationStageChanged = {
	name: 'application.stage_changed',
	label: 'Application Stage Changed',
	description: 'An application was moved to another stage of its pipeline',
	spellings: [
		'applicationstagechange',
		'applicationstagechanged',
		'stagechange',
		'stagechanged',
		// Its real name in the API's activity feed.
		'stagemoved',
		'applicationmoved',
		'applicationstagemoved',
	],
	wireName: 'application.stage_changed',
	rank: 40,
	readMoment: ({ container, application }) =>
		findFirst(container, 'moved_at') ?? application?.updated_at,
	readIdentity: ({ applicationId, application, occurredAt }) => [
		applicationId,
		application?.stage?.id ?? application?.stage?.name ?? null,
		occurredAt,
	],
	sample: {
		application: INTERVIEWED,
		candidate: CANDIDATE,
		job: JOB,
		fromStage: { id: 2, name: 'Phone Screen' },
	},
} as const satisfies EventKind;
