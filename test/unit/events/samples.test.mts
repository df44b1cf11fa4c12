import { Ajv } from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { join } from 'node:path';
import { EVENT_KINDS } from '../../../nodes/HundredHires/events/index.ts';
import { sampleEvent } from '../../../nodes/HundredHires/events/samples.ts';

const root = join(import.meta.dirname, '../../..');

describe('samples', () => {
	const common = createGenerator({
		path: join(root, 'nodes/HundredHires/events/types.ts'),
		tsconfig: join(root, 'tsconfig.json'),
		additionalProperties: false,
		topRef: false,
		skipTypeCheck: true,
	}).createSchema('EventBase');
	const ajv = new Ajv({ strict: false, allowUnionTypes: true });

	test.each(EVENT_KINDS.map((kind) => kind.name))('%s fits the type of its event', (name) => {
		const validate = ajv.compile({
			...common,
			properties: { ...common.properties, event: { const: name } },
			required: [...(common.required ?? []), 'event'],
		});
		validate(sampleEvent(name));
		expect(validate.errors).toBeNull();
	});

	test('a hire carries the day in UTC and the person', () => {
		expect(sampleEvent('candidate.hired')).toMatchObject({
			eventId: 'candidate.hired:700101:2026-09-08T08:00:00.000Z',
			inferred: false,
			hiredOn: '2026-09-08',
			email: 'ada.byron@example.com',
			candidateName: 'Ada Byron',
			jobTitle: 'Backend Developer',
			actor: { name: 'Sam Recruiter' },
			job: { department: 'Engineering' },
		});
	});

	test('a move carries both stages, an interview its times, a rejection its reason, a score its sum', () => {
		expect(sampleEvent('application.stage_changed')).toMatchObject({
			stage: 'Interview',
			previousStage: 'Phone Screen',
		});
		expect(sampleEvent('interview.scheduled')).toMatchObject({
			interviewStartsAt: '2026-09-04T08:00:00.000Z',
			applicationId: 700101,
		});
		expect(sampleEvent('candidate.disqualified').rejectionReason).toBe('Salary expectations');
		expect(sampleEvent('ai_score.generated')).toMatchObject({
			aiScore: 87,
			score: { total: 87, recommendation: 'strong_yes' },
		});
	});
});
