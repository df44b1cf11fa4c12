import type { Entity } from '../types';
import { MAIL_ACCOUNT_SHAPE } from '../user/entity';

/** A company that has an account at 100Hires (100Hires OpenAPI 2.0.0). */
export const COMPANY: Entity = {
	name: 'Company',
	shape: {
		id: 'integer',
		name: 'string',
		website: 'string',
		url: 'string',
		is_staffing_agency: 'boolean',
		logo: 'string',
		company_owner_email: 'string',
		company_owner_phone: 'string',
		company_owner_name: 'string',
	},
	simple: {},
};

/** A mailbox with the user that it belongs to (`CompanyMailAccount`). */
export const COMPANY_MAIL_ACCOUNT: Entity = {
	name: 'Company Mail Account',
	shape: {
		...MAIL_ACCOUNT_SHAPE,
		company_id: 'integer',
		user_id: 'integer',
		user_email: 'string',
	},
	simple: {},
};

/** How the career site is set up (`CareerSiteSettings`). */
export const CAREER_SITE_SETTINGS: Entity = {
	name: 'Career Site Settings',
	shape: { company_id: 'integer', language: 'string' },
	simple: {},
};
