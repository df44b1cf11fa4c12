import {
	camelKeys,
	keepFile,
	pageOf,
	route,
	type AnyRoute,
	type Call,
	type FileBody,
	type Paging,
} from '../api/route.mts';
import { FORBIDDEN } from '../api/errors.mts';
import { email, file, filled, flag, paging, text } from '../api/schema.mts';
import type { Context } from '../context.mts';
import { renderCompany, renderMailAccount } from '../render/company.mts';
import { notFound, WorldError } from '../world/errors.mts';
import type { CompanyRecord } from '../world/records.mts';

type CompanyCall = Pick<Call<unknown, unknown>, 'context' | 'params'>;

const CONTENTS = {
	name: filled,
	company_owner_email: email,
	company_owner_name: filled,
	website: text,
	url: text,
	company_owner_phone: text,
	is_staffing_agency: flag,
	logo: file,
};

/** The company that a path names; a path without an ID means the key's own, and only a partner's key sees others. */
function companyIn({ context: { settings, world }, params }: CompanyCall): CompanyRecord {
	const company = params.id === undefined ? world.company : world.companies.get(params.id);
	const isVisible = company === world.company || (settings.partner && !company.isDeleted);
	if (!isVisible) throw notFound('Company');
	return company;
}

function refuseOthers({ settings }: Context): void {
	if (!settings.partner) throw new WorldError(403, FORBIDDEN);
}

function contentsFrom(context: Context, { logo, ...fields }: { logo?: FileBody }) {
	const category = 'company_logo';
	return {
		...camelKeys<Partial<CompanyRecord>>(fields),
		...(logo && { logo: keepFile(context, logo, category) }),
	};
}

const settingsOf = ({ id, language }: CompanyRecord) => ({ company_id: id, language });

const careerSiteSettings = (path: string): AnyRoute[] => [
	route<never>({
		method: 'GET',
		path,
		handle: (call) => settingsOf(companyIn(call)),
	}),
	route<{ language?: string | null }>({
		method: 'PATCH',
		path,
		body: { language: { type: ['string', 'null'] } },
		handle: (call) => settingsOf(Object.assign(companyIn(call), call.body)),
	}),
];

const mailAccounts = (path: string): AnyRoute =>
	route<never, Paging>({
		method: 'GET',
		path,
		query: paging,
		handle: (call) => {
			const { world } = call.context;
			const isOwn = companyIn(call) === world.company;
			const users = isOwn ? [...world.users.values()] : [];
			return pageOf('mail_accounts', users, call.query, (user) => ({
				...renderMailAccount(user),
				company_id: world.company.id,
				user_id: user.id,
				user_email: user.email,
			}));
		},
	});

/** Making and changing companies is for partners alone (100Hires OpenAPI 3.1, 2.0.0). */
const partnerRoutes: AnyRoute[] = [
	route<{ logo?: FileBody }>({
		method: 'POST',
		path: '/companies',
		body: CONTENTS,
		required: ['name', 'company_owner_email', 'company_owner_name'],
		handle: ({ context, body }) => {
			refuseOthers(context);
			const company = context.world.addCompany(contentsFrom(context, body));
			return renderCompany(company, context.view());
		},
	}),
	route<{ logo?: FileBody }>({
		method: 'PUT',
		path: '/companies/:id',
		body: CONTENTS,
		handle: ({ context, params, body }) => {
			refuseOthers(context);
			const company = companyIn({ context, params });
			return renderCompany(Object.assign(company, contentsFrom(context, body)), context.view());
		},
	}),
	route<never>({
		method: 'DELETE',
		path: '/companies/:id',
		handle: (call) => {
			refuseOthers(call.context);
			const company = companyIn(call);
			// What is left of the sandbox without the company that it is about?
			if (company === call.context.world.company) throw new WorldError(403, FORBIDDEN);
			company.isDeleted = true;
			return { success: true };
		},
	}),
	route<never>({
		method: 'PATCH',
		path: '/companies/:id/restore',
		handle: ({ context, params }) => {
			refuseOthers(context);
			const company = context.world.companies.get(params.id);
			company.isDeleted = false;
			return renderCompany(company, context.view());
		},
	}),
];

export const companyRoutes: AnyRoute[] = [
	route<never, Paging>({
		method: 'GET',
		path: '/companies',
		query: paging,
		handle: ({ context, query }) => {
			const companies = context.world.companies.all().filter(({ isDeleted }) => !isDeleted);
			return pageOf('companies', context.settings.partner ? companies : [], query, (company) =>
				renderCompany(company, context.view()),
			);
		},
	}),
	route<never>({
		method: 'GET',
		path: '/companies/:id',
		handle: (call) => renderCompany(companyIn(call), call.context.view()),
	}),
	...partnerRoutes,
	...careerSiteSettings('/companies/career-site-settings'),
	...careerSiteSettings('/companies/:id/career-site-settings'),
	mailAccounts('/companies/mail-accounts'),
	mailAccounts('/companies/:id/mail-accounts'),
];
