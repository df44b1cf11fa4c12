import { boolean, choice, file, id, inBody, inPath, notSent, pick, showFor, text } from '../fields';
import { readParameter } from '../fields/values';
import type { Field, SentField } from '../types';

const companyId = id({
	name: 'companyId',
	displayName: 'Company ID',
	required: true,
	placeholder: 'e.g. 1007',
	description: 'The number of the company; Get Many lists those that a partner manages',
});

export const companyPath = inPath('id', companyId);

/** The company of the key needs no ID: 100Hires has paths of its own for it. */
export const whichCompany = notSent(
	choice({
		name: 'company',
		displayName: 'Company',
		description: 'Whose they are',
		options: [
			{ name: 'Company of the API Key', value: 'own' },
			{ name: 'Another Company', value: 'other', description: 'One that a partner manages' },
		],
	}),
);

/** The `otherPaths` of an operation: the path for the key's own company. */
export const ofOwnCompany = (path: string) => ({
	parameter: whichCompany.parameter.name,
	of: { own: path },
});

export const otherCompanyPath = inPath('id', showFor(whichCompany, 'other', companyId));

/** What every company has; a new one needs all of it. */
export const essentials: SentField[] = [
	inBody(
		'name',
		text({
			name: 'name',
			displayName: 'Name',
			placeholder: 'e.g. Northwind',
			description: 'What the company is called',
		}),
	),
	inBody(
		'company_owner_email',
		text({
			name: 'ownerEmail',
			displayName: 'Owner Email',
			placeholder: 'e.g. nathan@example.com',
			description: 'The email address of who owns the account',
		}),
	),
	inBody(
		'company_owner_name',
		text({
			name: 'ownerName',
			displayName: 'Owner Name',
			placeholder: 'e.g. Nathan Example',
			description: 'The full name of who owns the account',
		}),
	),
];

export const details: SentField[] = [
	inBody(
		'website',
		text({
			name: 'website',
			displayName: 'Website',
			placeholder: 'e.g. https://example.com',
			description: "The company's own site",
		}),
	),
	inBody(
		'url',
		text({
			name: 'url',
			displayName: 'Career Page URL',
			placeholder: 'e.g. https://acme.100hires.com',
			description: "The address of the company's page at 100Hires",
		}),
	),
	inBody(
		'company_owner_phone',
		text({
			name: 'ownerPhone',
			displayName: 'Owner Phone',
			placeholder: 'e.g. +351 210 000 000',
			description: 'The phone number of who owns the account',
		}),
	),
	inBody(
		'is_staffing_agency',
		boolean({
			name: 'isStaffingAgency',
			displayName: 'Staffing Agency',
			otherwise: true,
			description: 'Whether the company recruits for others',
		}),
	),
	inBody(
		'logo',
		file({
			name: 'logoField',
			displayName: 'Logo Binary Field',
			placeholder: 'e.g. data',
			description: 'The binary field of the item that holds the logo, an image',
		}),
	),
];

const language = pick({
	name: 'language',
	displayName: 'Language Name or ID',
	from: 'getLanguages',
	numeric: false,
});

/** 100Hires takes `null` for "none chosen" (OpenAPI 2.0.0, `CareerSiteSettingsUpdateRequest`), which is what an empty one means. */
export const careerSiteLanguage: Field = {
	parameter: {
		...language.parameter,
		hint: 'Leave it empty for none, so that the career site is in English (en-US)',
	},
	read: (ref) => readParameter(ref) ?? null,
};
