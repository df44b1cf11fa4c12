import { application } from './application';
import { attachment } from './attachment';
import { candidate } from './candidate';
import { careerSite } from './careerSite';
import { company } from './company';
import { emailTemplate } from './emailTemplate';
import { evaluation } from './evaluation';
import { event } from './event';
import { feedback } from './feedback';
import { form } from './form';
import { hiringTeam } from './hiringTeam';
import { interview } from './interview';
import { job } from './job';
import { jobBoard } from './jobBoard';
import { message } from './message';
import { note } from './note';
import { notificationMessage } from './notificationMessage';
import { nurtureCampaign } from './nurtureCampaign';
import { placeholder } from './placeholder';
import { question } from './question';
import { referenceData } from './referenceData';
import { stage } from './stage';
import { tag } from './tag';
import { user } from './user';
import { webhook } from './webhook';
import { workflow } from './workflow';
import type { Resource } from './types';

/** Everything that the action node can do; the first is chosen when the node is new. */
export const RESOURCES: readonly Resource[] = [
	application,
	attachment,
	candidate,
	careerSite,
	company,
	emailTemplate,
	evaluation,
	event,
	feedback,
	form,
	hiringTeam,
	interview,
	job,
	jobBoard,
	message,
	note,
	notificationMessage,
	nurtureCampaign,
	placeholder,
	question,
	referenceData,
	stage,
	tag,
	user,
	webhook,
	workflow,
];
