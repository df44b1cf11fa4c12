import { inBody, required } from '../fields';
import type { Operation, Resource } from '../types';
import { CAREER_SITE_SETTINGS, COMPANY, COMPANY_MAIL_ACCOUNT } from './entity';
import {
	careerSiteLanguage,
	companyPath,
	details,
	essentials,
	ofOwnCompany,
	otherCompanyPath,
	whichCompany,
} from './fields';

/** Where the settings of a career site are. */
const settings = {
	path: '/companies/{id}/career-site-settings',
	otherPaths: ofOwnCompany('/companies/career-site-settings'),
	fields: [whichCompany, otherCompanyPath],
};

const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create company',
	description: 'Create a client company; for partners of 100Hires only',
	task: 'create the company',
	method: 'POST',
	path: '/companies',
	fields: essentials.map(required),
	optional: { collection: 'additionalFields', fields: details },
	output: { kind: 'one', entity: COMPANY },
};

const remove: Operation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete company',
	description: 'Delete a company, which Restore can bring back; for partners of 100Hires only',
	task: 'delete company {id}',
	method: 'DELETE',
	path: '/companies/{id}',
	fields: [companyPath],
	output: { kind: 'deleted' },
};

const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get company',
	description: 'Get one company: its name, addresses and who owns the account',
	task: 'get company {id}',
	method: 'GET',
	path: '/companies/{id}',
	fields: [companyPath],
	output: { kind: 'one', entity: COMPANY },
};

const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many companies',
	description: 'List the companies that a partner of 100Hires manages; other keys get none',
	task: 'list the companies',
	method: 'GET',
	path: '/companies',
	output: { kind: 'pages', entity: COMPANY, key: 'companies' },
};

const getCareerSiteSettings: Operation = {
	value: 'getCareerSiteSettings',
	name: 'Get Career Site Settings',
	action: 'Get career site settings of company',
	description: 'Get the language of the career site, and the ID of the company',
	task: 'get the settings of the career site',
	method: 'GET',
	...settings,
	output: { kind: 'one', entity: CAREER_SITE_SETTINGS },
};

const getMailAccounts: Operation = {
	value: 'getMailAccounts',
	name: 'Get Mail Accounts',
	action: 'Get mail accounts of company',
	description: "List the mailboxes of all of a company's users that messages can be sent from",
	task: 'list the mail accounts of the company',
	method: 'GET',
	path: '/companies/{id}/mail-accounts',
	otherPaths: ofOwnCompany('/companies/mail-accounts'),
	fields: [whichCompany, otherCompanyPath],
	output: { kind: 'pages', entity: COMPANY_MAIL_ACCOUNT, key: 'mail_accounts' },
};

const restore: Operation = {
	value: 'restore',
	name: 'Restore',
	action: 'Restore company',
	description: 'Bring a deleted company back; for partners of 100Hires only',
	task: 'restore company {id}',
	method: 'PATCH',
	path: '/companies/{id}/restore',
	fields: [companyPath],
	output: { kind: 'one', entity: COMPANY },
};

const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update company',
	description: 'Change a company; what is not given stays as it is. For partners of 100Hires only.',
	task: 'update company {id}',
	method: 'PUT',
	path: '/companies/{id}',
	fields: [companyPath],
	optional: { collection: 'updateFields', fields: [...essentials, ...details] },
	output: { kind: 'one', entity: COMPANY },
};

const updateCareerSiteSettings: Operation = {
	value: 'updateCareerSiteSettings',
	name: 'Update Career Site Settings',
	action: 'Update career site settings of company',
	description: 'Set the language of the career site; jobs with a language of their own keep it',
	task: 'update the settings of the career site',
	method: 'PATCH',
	...settings,
	optional: { collection: 'updateFields', fields: [inBody('language', careerSiteLanguage)] },
	output: { kind: 'one', entity: CAREER_SITE_SETTINGS },
};

export const company: Resource = {
	value: 'company',
	name: 'Company',
	description: 'The company, its mail accounts and its career site; for partners, their clients',
	operations: [
		create,
		remove,
		get,
		getAll,
		getCareerSiteSettings,
		getMailAccounts,
		restore,
		update,
		updateCareerSiteSettings,
	],
};
