import { inBody, pick } from '../fields';
import { given } from '../fields/values';
import type { Field, Operation } from '../types';
import { CAREER_SITE_SETTINGS } from './entity';
import { forOwn, otherCompanyPath, whichCompany } from './fields';

const place = {
	path: '/companies/{id}/career-site-settings',
	otherPaths: forOwn('/companies/career-site-settings'),
	fields: [whichCompany, otherCompanyPath],
};

const chosen = pick({
	name: 'language',
	displayName: 'Language Name or ID',
	from: 'getLanguages',
	numeric: false,
});

/** 100Hires takes `null` for "none chosen" (OpenAPI 2.0.0, `CareerSiteSettingsUpdateRequest`), which is what an empty one means. */
const language: Field = {
	parameter: {
		...chosen.parameter,
		hint: 'Leave it empty for none, so that the career site is in English (en-US)',
	},
	read: (source) => given(source) ?? null,
};

export const getCareerSiteSettings: Operation = {
	value: 'getCareerSiteSettings',
	name: 'Get Career Site Settings',
	action: 'Get career site settings of company',
	description: 'Get the language of the career site, and the ID of the company',
	task: 'get the settings of the career site',
	method: 'GET',
	...place,
	output: { kind: 'one', entity: CAREER_SITE_SETTINGS },
};

export const updateCareerSiteSettings: Operation = {
	value: 'updateCareerSiteSettings',
	name: 'Update Career Site Settings',
	action: 'Update career site settings of company',
	description: 'Set the language of the career site; jobs with a language of their own keep it',
	task: 'update the settings of the career site',
	method: 'PATCH',
	...place,
	optional: { collection: 'updateFields', fields: [inBody('language', language)] },
	output: { kind: 'one', entity: CAREER_SITE_SETTINGS },
};
