import {
	pageOf,
	route,
	secondsOf,
	type AnyRoute,
	type Paging,
	type Wanted,
} from '../api/route.mts';
import { company, paging, time, view, type Schema } from '../api/schema.mts';
import {
	feedTypeOf,
	KNOWN_FEED_TYPES,
	KNOWN_TIMELINE_TYPES,
	renderActivity,
	renderUserActivity,
	timelineTypeOf,
} from '../render/activity.mts';
import { newestFirst, type Activity } from '../world/history.mts';

interface Span extends Wanted, Paging {
	event_type?: string;
	since?: string;
	until?: string;
}

/** A comma-separated choice. */
const listOfSome = (names: readonly string[]): Schema => ({
	type: 'string',
	pattern: `^(${names.join('|')})(,(${names.join('|')}))*$`,
});

/** What happened within the span and is of the wanted types, the latest first. */
function within(
	activities: readonly Activity[],
	{ event_type: types, since, until }: Span,
	typeOf: (activity: Activity) => string | undefined,
): Activity[] {
	const [from, to] = [secondsOf(since), secondsOf(until, Infinity)];
	const wanted = types?.split(',');
	return newestFirst(activities).filter((activity) => {
		const type = typeOf(activity);
		const isWanted = type !== undefined && (wanted?.includes(type) ?? true);
		return isWanted && activity.at >= from && activity.at <= to;
	});
}

export const activityRoutes: AnyRoute[] = [
	route<never, Span>({
		method: 'GET',
		path: '/candidates/:id/activities',
		query: {
			event_type: listOfSome(KNOWN_TIMELINE_TYPES),
			since: time,
			until: time,
			...paging,
			...view,
		},
		handle: ({ context, params, query }) => {
			const { id } = context.world.candidate(params.id);
			const found = within(context.world.history.ofCandidate(id), query, timelineTypeOf);
			const page = pageOf('activities', found, query, (activity) =>
				renderActivity(activity, context.view(), query.view === 'summary'),
			);
			return { ...page, page_size: query.size };
		},
	}),
	route<never, Span>({
		method: 'GET',
		path: '/users/:id/activities',
		query: {
			...company,
			event_type: listOfSome(KNOWN_FEED_TYPES),
			since: time,
			until: time,
			...paging,
			...view,
		},
		requiredQuery: ['since'],
		handle: ({ context, params, query }) => {
			const { id } = context.world.user(Number(params.id));
			const found = within(context.world.history.ofUser(id), query, feedTypeOf);
			return pageOf('activities', found, query, (activity) =>
				renderUserActivity(activity, context.view(), query.view === 'summary'),
			);
		},
	}),
];
