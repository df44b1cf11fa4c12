import type { AnyRoute } from '../api/route.mts';
import type { Account } from '../options.mts';
import { companyRoutes } from './companies.mts';
import { jobRoutes } from './jobs.mts';
import { userRoutes } from './users.mts';
import { webhookRoutes } from './webhooks.mts';

/** Every route of the API under the given account. */
export function routesFor(account: Account): AnyRoute[] {
	return [...companyRoutes, ...jobRoutes, ...userRoutes, ...webhookRoutes(account)];
}
