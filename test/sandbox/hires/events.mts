/**
 * The eight events of the 100Hires help article on webhooks (2026-06-15) with the labels it gives them. The article tells no
 * machine names; the dotted ones are the sandbox's own choice.
 */
export const EVENT_LABELS = {
	'application.created': 'New application submitted',
	'application.stage_changed': 'Application stage change',
	'candidate.hired': 'Candidate hired',
	'candidate.disqualified': 'Candidate disqualified',
	'interview.scheduled': 'Interview scheduled',
	'ai_score.generated': 'AI Score generated',
	'candidate.created': 'Candidate created',
	'candidate.updated': 'Candidate updated',
} as const;

export const EVENT_NAMES = [
	'application.created',
	'application.stage_changed',
	'candidate.hired',
	'candidate.disqualified',
	'interview.scheduled',
	'ai_score.generated',
	'candidate.created',
	'candidate.updated',
] as const;

export type EventName = (typeof EVENT_NAMES)[number];

const NAME_BY_SPELLING = new Map<string, EventName>(
	EVENT_NAMES.flatMap((name) => [
		[name, name] as const,
		[EVENT_LABELS[name].toLowerCase(), name] as const,
	]),
);

/** The event that a dotted name or a label of the article (in any case) stands for; `undefined` for anything else. */
export function eventNamed(spelling: string): EventName | undefined {
	return NAME_BY_SPELLING.get(spelling.toLowerCase());
}
