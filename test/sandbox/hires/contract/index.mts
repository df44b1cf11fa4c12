import applications from './applications.json' with { type: 'json' };
import attachments from './attachments.json' with { type: 'json' };
import candidates from './candidates.json' with { type: 'json' };
import careerSite from './career-site.json' with { type: 'json' };
import companies from './companies.json' with { type: 'json' };
import emailTemplates from './email-templates.json' with { type: 'json' };
import evaluations from './evaluations.json' with { type: 'json' };
import feedback from './feedback.json' with { type: 'json' };
import forms from './forms.json' with { type: 'json' };
import interviews from './interviews.json' with { type: 'json' };
import jobs from './jobs.json' with { type: 'json' };
import messages from './messages.json' with { type: 'json' };
import notes from './notes.json' with { type: 'json' };
import notificationMessages from './notification-messages.json' with { type: 'json' };
import nurtureCampaigns from './nurture-campaigns.json' with { type: 'json' };
import taxonomy from './taxonomy.json' with { type: 'json' };
import users from './users.json' with { type: 'json' };
import type { Fields } from './notation.mts';

/** What a client may send with one operation; names with a star must be sent. */
export interface Operation {
	path?: Fields;
	query?: Fields;
	body?: Fields;
}

/**
 * Every operation of the API by method and path, as the vendor's OpenAPI document (3.1, 2.0.0) and the source of its own MCP
 * server (2026) describe them together. Where the two differ, `differences.mts` says which one the sandbox follows.
 */
export const CONTRACT: Record<string, Operation> = Object.assign(
	{},
	applications,
	attachments,
	candidates,
	careerSite,
	companies,
	emailTemplates,
	evaluations,
	feedback,
	forms,
	interviews,
	jobs,
	messages,
	notes,
	notificationMessages,
	nurtureCampaigns,
	taxonomy,
	users,
);
