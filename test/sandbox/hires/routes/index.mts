import type { AnyRoute } from '../api/route.mts';
import type { Account } from '../options.mts';
import { applicationActionRoutes } from './applicationActions.mts';
import { applicationRoutes } from './applications.mts';
import { candidateRoutes } from './candidates.mts';
import { companyRoutes } from './companies.mts';
import { fileRoutes } from './files.mts';
import { interviewRoutes } from './interviews.mts';
import { jobRoutes } from './jobs.mts';
import { taxonomyRoutes } from './taxonomy.mts';
import { userRoutes } from './users.mts';
import { webhookRoutes } from './webhooks.mts';

/** Every route of the API under the given account. */
export function routesFor(account: Account): AnyRoute[] {
	return [
		...applicationRoutes,
		...applicationActionRoutes,
		...candidateRoutes,
		...companyRoutes,
		...fileRoutes,
		...interviewRoutes,
		...jobRoutes,
		...taxonomyRoutes,
		...userRoutes,
		...webhookRoutes(account),
	];
}
