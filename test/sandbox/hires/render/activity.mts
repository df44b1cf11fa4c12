import { createHash } from 'node:crypto';

import type { Activity } from '../world/history.mts';
import { renderCandidate } from './candidate.mts';
import { renderJob } from './job.mts';
import { renderMessage } from './message.mts';
import { renderNote } from './note.mts';
import { named, preview, relativeTime, type View } from './shared.mts';

/** What the timeline of a candidate calls things. */
const TIMELINE_TYPES: Partial<Record<Activity['kind'], string>> = {
	'application.created': 'assign_job',
	'application.stage_changed': 'stage_moved',
	'application.unrejected': 'qualification',
	'candidate.disqualified': 'qualification',
	'candidate.updated': 'profile_mutation',
	'note.added': 'comment',
	'tags.added': 'assign_tags',
};

/** What the feed of a user calls things. */
const FEED_TYPES: Partial<Record<Activity['kind'], string>> = {
	'application.stage_changed': 'stage_moved',
	'candidate.created': 'candidate_added',
	'candidate.disqualified': 'disqualified',
	'candidate.hired': 'hired',
	'job.created': 'job_created',
	'message.sent': 'email_sent',
	'note.added': 'note_added',
};

/** Types that the vendor lists (100Hires OpenAPI 3.1, 2.0.0); not all of them come about in the sandbox. */
export const KNOWN_TIMELINE_TYPES = [
	'comment',
	'copilot_response',
	'stage_moved',
	'automation_action_triggered',
	'assign_job',
	'enrichment',
	'call',
	'validate_emails',
	'profile_mutation',
	'qualification',
	'assign_tags',
	'assign_sources',
	'candidate_rate',
];

export const KNOWN_FEED_TYPES = [
	'candidate_added',
	'job_created',
	'stage_moved',
	'hired',
	'disqualified',
	'email_sent',
	'sms_sent',
	'call_logged',
	'note_added',
];

/** `undefined` for what a candidate's timeline does not show. */
export const timelineTypeOf = ({ kind }: Activity) => TIMELINE_TYPES[kind];

/** `undefined` for what a user's feed does not show. */
export const feedTypeOf = ({ kind }: Activity) => FEED_TYPES[kind];

function sentence({ kind, fromStage, toStage, tags, jobId, noteId }: Activity, { world }: View) {
	const job = world.jobs.get(jobId ?? 0)?.title ?? '';
	switch (kind) {
		case 'application.created':
			return `Added to <b>${job}</b>`;
		case 'application.stage_changed':
			return `Moved from <b>${fromStage?.name}</b> to <b>${toStage?.name}</b>`;
		case 'application.unrejected':
			return `Qualified again for <b>${job}</b>`;
		case 'candidate.disqualified':
			return `Disqualified from <b>${job}</b>`;
		case 'note.added':
			return world.reviews.notes.find(noteId ?? 0)?.body ?? '';
		case 'tags.added':
			return `Tagged <b>${tags?.join(', ')}</b>`;
		default:
			return 'Profile changed';
	}
}

/** A row of a candidate's timeline (100Hires OpenAPI 3.1, 2.0.0). */
export function renderActivity(activity: Activity, view: View, isSummary: boolean) {
	const { id, at, by, candidateId, applicationId, fromStage } = activity;
	const text = sentence(activity, view);
	const time = new Date(at * 1000);
	return {
		event_id: id,
		candidate_id: candidateId,
		application_id: applicationId ?? null,
		user_id: by.userId,
		event: {
			type: timelineTypeOf(activity),
			data: {
				...(isSummary ? { text_preview: preview(text) } : { text }),
				date: time.toISOString().slice(0, 10),
				relative_time: relativeTime(at, view.now),
				full_time: time.toISOString(),
				...(fromStage && { from_stage_id: fromStage.id, from_stage_name: fromStage.name }),
			},
		},
		created_at: at,
	};
}

/** The same for the same activity, whenever and however often it is requested. */
function eventIdOf({ kind, id }: Activity): string {
	const hash = createHash('sha256').update(`${kind}:${id}`).digest('hex');
	const parts = [hash.slice(0, 8), hash.slice(8, 12), `5${hash.slice(13, 16)}`];
	return [...parts, `8${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}

/** The fields that each type has of its own. */
function details(activity: Activity, view: View, summary: boolean) {
	const { world } = view;
	const { kind, at, applicationId, messageId, noteId, fromStage, toStage } = activity;
	const application = world.applications.get(applicationId ?? 0);
	switch (kind) {
		case 'application.stage_changed':
			return { from_stage: idName(fromStage), to_stage: idName(toStage) };
		case 'candidate.hired': {
			const move = application?.history.findLast((other) => other.at === at);
			return { from_stage: idName(move?.from), to_stage: idName(move?.to) };
		}
		case 'candidate.disqualified':
			return {
				reason: named(world.lists.rejectionReasons, application?.rejectionReasonId ?? null),
			};
		case 'message.sent': {
			const { messages, notifications } = world.mail;
			const message = messages.find(messageId ?? 0) ?? notifications.find(messageId ?? 0);
			const email = message ? renderMessage(message, 'mailbox').message : null;
			return { message_id: messageId, email };
		}
		case 'note.added': {
			const note = world.reviews.notes.find(noteId ?? 0);
			return { note_id: noteId, note: note ? renderNote(note, view, { summary }) : null };
		}
		default:
			return {};
	}
}

function idName(stage?: { id: number; name: string } | null) {
	return stage ? { id: stage.id, name: stage.name } : null;
}

/** A `UserActivity` (100Hires OpenAPI 3.1, 2.0.0): of what was deleted since only the ID is left. */
export function renderUserActivity(activity: Activity, view: View, summary: boolean) {
	const { world } = view;
	const { kind, at, candidateId, applicationId, jobId } = activity;
	const candidate = world.candidates.get(candidateId ?? 0);
	const job = world.jobs.get(jobId ?? 0);
	const shownJob = job ? renderJob(job, view, { summary: true }) : { id: jobId };
	const shownCandidate = candidate
		? renderCandidate(candidate, view, { summary: true })
		: { id: candidateId };
	const hasJob = !['candidate.created', 'message.sent'].includes(kind);
	const hasApplication = !['candidate.created', 'job.created'].includes(kind);
	return {
		event_id: eventIdOf(activity),
		type: feedTypeOf(activity),
		occurred_at: at,
		...(candidateId !== undefined && { candidate: shownCandidate }),
		...(hasApplication && { application_id: applicationId ?? null }),
		...(hasJob && { job: jobId === undefined ? null : shownJob }),
		...details(activity, view, summary),
	};
}
