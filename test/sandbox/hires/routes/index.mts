import type { AnyRoute } from '../api/route.mts';
import type { Account } from '../options.mts';
import { applicationActionRoutes } from './applicationActions.mts';
import { applicationPartRoutes } from './applicationParts.mts';
import { applicationRoutes } from './applications.mts';
import { candidateFileRoutes } from './candidateFiles.mts';
import { candidateRoutes } from './candidates.mts';
import { candidateTagRoutes } from './candidateTags.mts';
import { companyRoutes } from './companies.mts';
import { fileRoutes } from './files.mts';
import { interviewRoutes } from './interviews.mts';
import { jobPartRoutes } from './jobParts.mts';
import { jobRoutes } from './jobs.mts';
import { messageRoutes } from './messages.mts';
import { noteRoutes } from './notes.mts';
import { notificationMessageRoutes } from './notificationMessages.mts';
import { taxonomyRoutes } from './taxonomy.mts';
import { userRoutes } from './users.mts';
import { webhookRoutes } from './webhooks.mts';

/** Every route of the API under the given account. */
export function routesFor(account: Account): AnyRoute[] {
	return [
		...applicationRoutes,
		...applicationActionRoutes,
		...applicationPartRoutes,
		...candidateRoutes,
		...candidateFileRoutes,
		...candidateTagRoutes,
		...companyRoutes,
		...fileRoutes,
		...interviewRoutes,
		...jobRoutes,
		...jobPartRoutes,
		...messageRoutes,
		...noteRoutes,
		...notificationMessageRoutes,
		...taxonomyRoutes,
		...userRoutes,
		...webhookRoutes(account),
	];
}
