import { pageOf, route, type AnyRoute, type Paging, type Wanted } from '../api/route.mts';
import { company, filled, id, oneOf, paging, text, view } from '../api/schema.mts';
import { html } from '../page/html.mts';
import { renderTemplate } from '../render/library.mts';
import { invalid } from '../world/errors.mts';
import { PLACEHOLDER_TYPES, placeholdersOf, type Placeholder } from '../world/placeholders.mts';

interface Contents {
	name: string;
	subject: string;
	body: string;
}

interface PlaceholderFilter extends Paging {
	type?: string;
	is_notification?: 0 | 1;
	q?: string;
}

type WantedPlaceholder = Partial<Placeholder> & Pick<Placeholder, 'type'>;

const CONTENTS = { name: filled, subject: filled, body: filled };

/** Which placeholders notifications can have is not documented; links are left out of them. */
function filterOf({ type, is_notification: isNotification, q = '' }: PlaceholderFilter) {
	return (placeholder: Placeholder) =>
		(type === undefined || placeholder.type === type) &&
		!(isNotification && placeholder.is_link) &&
		placeholder.label.toLowerCase().includes(q.toLowerCase());
}

/** The placeholder that has everything that was asked for. */
function chosen(placeholders: readonly Placeholder[], asked: WantedPlaceholder): Placeholder {
	const names = Object.keys(asked) as Array<keyof Placeholder>;
	const found = placeholders.find((placeholder) =>
		names.every((name) => placeholder[name] === asked[name]),
	);
	const isNamed = names.length > 1 || asked.type === 'self_scheduling_link';
	if (!found || !isNamed) throw invalid('identifier', 'There is no such placeholder.');
	return found;
}

export const emailTemplateRoutes: AnyRoute[] = [
	route<never, Paging & Wanted>({
		method: 'GET',
		path: '/email-templates',
		query: { ...company, ...paging, ...view },
		handle: ({ context, query }) =>
			pageOf('email_templates', context.world.library.templates.all(), query, (template) =>
				renderTemplate(template, query.view === 'summary'),
			),
	}),
	route<Contents>({
		method: 'POST',
		path: '/email-templates',
		body: { ...CONTENTS, ...company },
		required: ['name', 'subject', 'body'],
		handle: ({ context, body: { name, subject, body } }) => {
			const now = context.settings.clock.now();
			const times = { createdAt: now, updatedAt: now };
			return renderTemplate(context.world.library.templates.add({ name, subject, body, ...times }));
		},
	}),
	route<never>({
		method: 'GET',
		path: '/email-templates/:id',
		handle: ({ context, params }) => renderTemplate(context.world.library.templates.get(params.id)),
	}),
	route<Partial<Contents>>({
		method: 'PUT',
		path: '/email-templates/:id',
		body: CONTENTS,
		handle: ({ context, params, body }) => {
			const template = context.world.library.templates.get(params.id);
			const updatedAt = context.settings.clock.now();
			return renderTemplate(Object.assign(template, body, { updatedAt }));
		},
	}),
	route<never>({
		method: 'DELETE',
		path: '/email-templates/:id',
		handle: ({ context, params }) => {
			context.world.library.templates.remove(params.id);
			return { success: true };
		},
	}),
	route<never, PlaceholderFilter>({
		method: 'GET',
		path: '/template-placeholders',
		query: {
			...company,
			type: oneOf(...PLACEHOLDER_TYPES),
			is_notification: { type: 'integer', enum: [0, 1] },
			q: text,
			...paging,
		},
		handle: ({ context, query }) => {
			const found = placeholdersOf(context.world.library).filter(filterOf(query));
			return pageOf('placeholders', found, query, (placeholder) => placeholder);
		},
	}),
	route<WantedPlaceholder>({
		method: 'POST',
		path: '/template-placeholders/prepare',
		body: {
			type: oneOf(...PLACEHOLDER_TYPES),
			identifier: filled,
			qas_profile_question_id: id,
			form_question_id: id,
			system_column_title: filled,
			job_variable_id: id,
		},
		required: ['type'],
		handle: ({ context, body }) => {
			const { type, identifier, label } = chosen(placeholdersOf(context.world.library), body);
			const tag = html`<tag data-type="${type}" data-identifier="${identifier}">${label}</tag>`;
			return { html: tag.text };
		},
	}),
];
