import { pageOf, route, type AnyRoute, type Paging } from '../api/route.mts';
import { company, paging } from '../api/schema.mts';
import { renderMailAccount } from '../render/company.mts';
import type { UserRecord } from '../world/records.mts';

/** A `User` (100Hires OpenAPI 3.1, 2.0.0). */
function renderUser(user: UserRecord) {
	return {
		id: user.id,
		full_name: user.fullName,
		email: user.email,
		role: user.role,
		default_mail_account_id: renderMailAccount(user).id,
		created_at: user.createdAt,
		updated_at: user.updatedAt,
	};
}

export const userRoutes: AnyRoute[] = [
	route<never, Paging>({
		method: 'GET',
		path: '/users',
		query: { ...company, ...paging },
		handle: ({ context, query }) =>
			pageOf('users', [...context.world.users.values()], query, renderUser),
	}),
	route<never>({
		method: 'GET',
		path: '/users/:id',
		handle: ({ context, params }) => renderUser(context.world.user(Number(params.id))),
	}),
	route<never, Paging>({
		method: 'GET',
		path: '/users/:id/mail-accounts',
		query: paging,
		handle: ({ context, params, query }) => {
			const user = context.world.user(Number(params.id));
			return pageOf('mail_accounts', [user], query, renderMailAccount);
		},
	}),
];
