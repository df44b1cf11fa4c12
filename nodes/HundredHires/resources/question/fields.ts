import { QUESTION } from '../../shared/locators';
import { inBody, inPath, locator, pick, text, strings } from '../fields';

export const questionPath = inPath(
	'id',
	locator({
		name: 'questionId',
		displayName: 'Question',
		kind: QUESTION,
		required: true,
		description: 'The question, which several forms may share',
	}),
);

export const questionText = inBody(
	'text',
	text({
		name: 'text',
		displayName: 'Text',
		required: true,
		placeholder: 'e.g. When can you start?',
		description: 'The question as applicants read it',
	}),
);

export const questionType = inBody(
	'type',
	pick({
		name: 'type',
		displayName: 'Type Name or ID',
		from: 'getQuestionTypes',
		numeric: false,
		required: true,
	}),
);

export const answerOptions = inBody(
	'options',
	strings({
		name: 'answerOptions',
		displayName: 'Answer Options',
		button: 'Add Answer',
		placeholder: 'e.g. Yes',
		description: 'The answers to choose from, for types with a choice',
	}),
);
