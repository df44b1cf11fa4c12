import { FORM } from '../../shared/locators';
import { ids, inBody, locator, text } from '../fields';

export const form = locator({
	name: 'formId',
	displayName: 'Form',
	kind: FORM,
	required: true,
	description: 'The application form',
});

export const formName = inBody(
	'name',
	text({
		name: 'name',
		displayName: 'Name',
		required: true,
		placeholder: 'e.g. Engineering',
		description: 'What recruiters know the form by',
	}),
);

export const questions = inBody(
	'questions',
	ids({
		name: 'questionIds',
		displayName: 'Question IDs',
		button: 'Add Question',
		placeholder: 'e.g. 2001',
		description: 'The numbers of the questions that the form asks; Get Many of Question lists them',
	}),
);
