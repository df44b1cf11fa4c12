import { choice, file, flag, id, inBody, inPath, onlyFor, text, unsent } from '../fields';
import type { SentField } from '../types';

const companyId = id({
	name: 'companyId',
	displayName: 'Company ID',
	required: true,
	placeholder: 'e.g. 1007',
	description: 'The number of the company; Get Many lists those that a partner manages',
});

export const companyPath = inPath('id', companyId);

/** The company of the key needs no ID: 100Hires has paths of its own for it. */
export const whichCompany = unsent(
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

/** The path of the same thing for the key's own company. */
export const forOwn = (path: string) => ({
	parameter: whichCompany.parameter.name,
	of: { own: path },
});

export const otherCompanyPath = inPath('id', onlyFor(whichCompany, 'other', companyId));

const NAME = {
	name: 'name',
	displayName: 'Name',
	placeholder: 'e.g. Northwind',
	description: 'What the company is called',
};
const OWNER_EMAIL = {
	name: 'ownerEmail',
	displayName: 'Owner Email',
	placeholder: 'e.g. nathan@example.com',
	description: 'The email address of who owns the account',
};
const OWNER_NAME = {
	name: 'ownerName',
	displayName: 'Owner Name',
	placeholder: 'e.g. Nathan Example',
	description: 'The full name of who owns the account',
};

/** What a new company needs. */
export const required: SentField[] = [
	inBody('name', text({ ...NAME, required: true })),
	inBody('company_owner_email', text({ ...OWNER_EMAIL, required: true })),
	inBody('company_owner_name', text({ ...OWNER_NAME, required: true })),
];

/** The same, to be changed. */
export const changeable: SentField[] = [
	inBody('name', text(NAME)),
	inBody('company_owner_email', text(OWNER_EMAIL)),
	inBody('company_owner_name', text(OWNER_NAME)),
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
		flag({
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
