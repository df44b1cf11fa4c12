import type { INodePropertyMode } from 'n8n-workflow';

/** A kind of thing that is picked from a list, by its ID, or by its address in 100Hires. */
export interface LocatorKind {
	/** Such as `job`, for the texts that users read. */
	thing: string;
	/** The listSearch method. */
	search: string;
	/** Whether it has a short text of its own beside its number, as candidates and jobs do (100Hires OpenAPI 2.0.0). */
	alias?: boolean;
	/** Finds the ID or alias in the address that the browser shows; the group is what is found. */
	url?: { regex: string; placeholder: string };
}

const chooseArticle = (thing: string) => (/^[aeiou]/.test(thing) ? 'an' : 'a');

/** The modes of a resource locator: From List, By ID (or Alias), and By URL where the thing has an address. */
export function describeModes(kind: LocatorKind): { modes: INodePropertyMode[] } {
	const { thing, search, alias, url } = kind;
	return {
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select ${chooseArticle(thing)} ${thing}...`,
				typeOptions: { searchListMethod: search, searchable: true },
			},
			{
				displayName: alias ? 'By ID or Alias' : 'By ID',
				name: 'id',
				type: 'string',
				placeholder: alias ? 'e.g. 303 or backend-dev' : 'e.g. 303',
				validation: [
					{
						type: 'regex',
						properties: {
							regex: alias ? '^[A-Za-z0-9_-]+$' : '^[0-9]+$',
							errorMessage: alias
								? `Enter the number of the ${thing}, or the alias that its address ends with`
								: `Enter the number of the ${thing}`,
						},
					},
				],
			},
			...(url ? describeUrlMode(thing, url).modes : []),
		],
	};
}

function describeUrlMode(
	thing: string,
	{ regex, placeholder }: NonNullable<LocatorKind['url']>,
): { modes: INodePropertyMode[] } {
	return {
		modes: [
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder,
				extractValue: { type: 'regex', regex },
				validation: [
					{
						type: 'regex',
						properties: {
							regex: `${regex}.*`,
							errorMessage: `Copy the address of the ${thing} from 100Hires`,
						},
					},
				],
			},
		],
	};
}

/** Addresses are those of the API's `url_backoffice` fields and of the vendor's own links (100Hires OpenAPI 2.0.0). */
export const JOB: LocatorKind = {
	thing: 'job',
	search: 'searchJobs',
	alias: true,
	url: {
		regex: '^https?://[^/]+/(?:.*/)?jobs?/([A-Za-z0-9_-]+)',
		placeholder: 'e.g. https://app.100hires.com/job/backend-dev/candidates/pipeline',
	},
};

export const CANDIDATE: LocatorKind = {
	thing: 'candidate',
	search: 'searchCandidates',
	alias: true,
	url: {
		regex: '^https?://[^/]+/(?:.*[?&]candidate=|(?:.*/)?candidates?/(?!default/))([A-Za-z0-9_-]+)',
		placeholder: 'e.g. https://app.100hires.com/candidate/abC12dE',
	},
};

export const APPLICATION: LocatorKind = {
	thing: 'application',
	search: 'searchApplications',
	url: {
		regex: '^https?://[^/]+/.*[?&]application=([0-9]+)',
		placeholder:
			'e.g. https://app.100hires.com/candidate/default/view?candidate=500202&application=700101',
	},
};

/** Things without an address that the API tells of. */
export const USER: LocatorKind = { thing: 'user', search: 'searchUsers' };
export const STAGE: LocatorKind = { thing: 'stage', search: 'searchStages' };
export const REJECTION_REASON: LocatorKind = {
	thing: 'rejection reason',
	search: 'searchRejectionReasons',
};
export const EMAIL_TEMPLATE: LocatorKind = {
	thing: 'email template',
	search: 'searchEmailTemplates',
};
export const NURTURE_CAMPAIGN: LocatorKind = {
	thing: 'nurture campaign',
	search: 'searchNurtureCampaigns',
};
export const FORM: LocatorKind = { thing: 'form', search: 'searchForms' };
export const MAIL_ACCOUNT: LocatorKind = { thing: 'mail account', search: 'searchMailAccounts' };
export const QUESTION: LocatorKind = { thing: 'question', search: 'searchQuestions' };
export const WORKFLOW: LocatorKind = { thing: 'workflow', search: 'searchWorkflows' };
