import { EMAIL_TEMPLATE } from '../../shared/locators';
import { inBody, inPath, locator, text } from '../fields';
import type { SentField } from '../types';

export const templatePath = inPath(
	'id',
	locator({
		name: 'emailTemplateId',
		displayName: 'Email Template',
		kind: EMAIL_TEMPLATE,
		required: true,
		description: 'The template',
	}),
);

/** 100Hires delivers `{{first_name}}` and the like as it stands (OpenAPI 2.0.0). */
const ON_PLACEHOLDERS =
	'A placeholder in it is what Prepare of Placeholder gives; double braces are not replaced';

/** What every template has; a new one needs all of it. */
export const content: SentField[] = [
	inBody(
		'name',
		text({
			name: 'name',
			displayName: 'Name',
			placeholder: 'e.g. Interview invitation',
			description: 'What recruiters know the template by',
		}),
	),
	inBody(
		'subject',
		text({
			name: 'subject',
			displayName: 'Subject',
			placeholder: 'e.g. Your interview with us',
			description: `The subject of the email. ${ON_PLACEHOLDERS}.`,
		}),
	),
	inBody(
		'body',
		text({
			name: 'body',
			displayName: 'Body',
			rows: 6,
			placeholder: 'e.g. <p>We would like to meet you.</p>',
			description: `The email as HTML. ${ON_PLACEHOLDERS}.`,
		}),
	),
];
