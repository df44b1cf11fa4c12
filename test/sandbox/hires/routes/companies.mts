import type { Context } from '../context.mts';
import { pageOf, route, type AnyRoute, type Call, type Paging } from '../api/route.mts';
import { paging } from '../api/schema.mts';
import { notFound } from '../world/errors.mts';
import { mailAccountIdOf } from '../world/mail.mts';
import type { UserRecord } from '../world/records.mts';

function renderCompany({ world }: Context) {
	const { id, name, website } = world.company;
	return {
		id,
		name,
		website,
		url: 'https://careers.northwind.example',
		is_staffing_agency: false,
		logo: null,
		company_owner_email: world.owner.email,
		company_owner_phone: null,
		company_owner_name: world.owner.fullName,
	};
}

/** A `MailAccount` (100Hires OpenAPI 3.1, 2.0.0): each user has one. */
export function renderMailAccount(user: UserRecord) {
	const { id, email } = user;
	return {
		id: mailAccountIdOf(user),
		email,
		provider: { name: 'gmail', label: 'Gmail' },
		mailbox_id: id + 5000,
		is_default: true,
		is_configured: true,
	};
}

/** Refuses the ID of another company; a path without one means the key's own. */
function own({ context, params }: Call<never, unknown>): Context {
	const { id } = params;
	if (id !== undefined && id !== String(context.world.company.id)) throw notFound('Company');
	return context;
}

const careerSiteSettings = (path: string): AnyRoute[] => [
	route<never>({
		method: 'GET',
		path,
		handle: (call) => settingsOf(own(call)),
	}),
	route<{ language?: string | null }>({
		method: 'PATCH',
		path,
		body: { language: { type: ['string', 'null'] } },
		handle: (call) => {
			const context = own(call as Call<never, unknown>);
			if (call.body.language !== undefined) context.world.company.language = call.body.language;
			return settingsOf(context);
		},
	}),
];

function settingsOf({ world: { company } }: Context) {
	return { company_id: company.id, language: company.language };
}

const mailAccounts = (path: string): AnyRoute =>
	route<never, Paging>({
		method: 'GET',
		path,
		query: paging,
		handle: (call) => {
			const { world } = own(call);
			return pageOf('mail_accounts', [...world.users.values()], call.query, (user) => ({
				...renderMailAccount(user),
				company_id: world.company.id,
				user_id: user.id,
				user_email: user.email,
			}));
		},
	});

export const companyRoutes: AnyRoute[] = [
	route<never, Paging>({
		method: 'GET',
		path: '/companies',
		query: paging,
		handle: ({ context, query }) =>
			pageOf('companies', context.settings.partner ? [context] : [], query, renderCompany),
	}),
	route<never>({
		method: 'GET',
		path: '/companies/:id',
		handle: (call) => renderCompany(own(call)),
	}),
	...careerSiteSettings('/companies/career-site-settings'),
	...careerSiteSettings('/companies/:id/career-site-settings'),
	mailAccounts('/companies/mail-accounts'),
	mailAccounts('/companies/:id/mail-accounts'),
];
