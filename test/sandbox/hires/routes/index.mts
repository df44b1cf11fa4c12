import type { AnyRoute } from '../api/route.mts';
import type { Dialect } from '../options.mts';
import { activityRoutes } from './activities.mts';
import { applicationActionRoutes } from './applicationActions.mts';
import { applicationPartRoutes } from './applicationParts.mts';
import { applicationRoutes } from './applications.mts';
import { candidateFileRoutes } from './candidateFiles.mts';
import { candidateRoutes } from './candidates.mts';
import { candidateTagRoutes } from './candidateTags.mts';
import { careerSiteRoutes } from './careerSite.mts';
import { companyRoutes } from './companies.mts';
import { emailTemplateRoutes } from './emailTemplates.mts';
import { feedbackRoutes } from './feedback.mts';
import { fileRoutes } from './files.mts';
import { formAndQuestionRoutes } from './forms.mts';
import { interviewRoutes } from './interviews.mts';
import { jobPartRoutes } from './jobParts.mts';
import { jobRoutes } from './jobs.mts';
import { messageRoutes } from './messages.mts';
import { noteRoutes } from './notes.mts';
import { notificationMessageRoutes } from './notificationMessages.mts';
import { nurtureCampaignRoutes } from './nurtureCampaigns.mts';
import { taxonomyRoutes } from './taxonomy.mts';
import { userRoutes } from './users.mts';
import { webhookRoutes } from './webhooks.mts';

/** Every route of the API in a dialect. */
export function routesFor(dialect: Dialect): AnyRoute[] {
	return [
		...activityRoutes,
		...applicationRoutes,
		...applicationActionRoutes,
		...applicationPartRoutes,
		...candidateRoutes,
		...candidateFileRoutes,
		...candidateTagRoutes,
		...careerSiteRoutes,
		...companyRoutes,
		...emailTemplateRoutes,
		...feedbackRoutes,
		...fileRoutes,
		...formAndQuestionRoutes,
		...interviewRoutes,
		...jobRoutes,
		...jobPartRoutes,
		...messageRoutes,
		...noteRoutes,
		...notificationMessageRoutes,
		...nurtureCampaignRoutes,
		...taxonomyRoutes,
		...userRoutes,
		...webhookRoutes(dialect),
	];
}
