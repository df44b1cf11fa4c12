import { choice, choices, id, inBody, inPath, inQuery, text } from '../fields';

export const notePath = inPath(
	'id',
	id({ name: 'noteId', displayName: 'Note ID', required: true, placeholder: 'e.g. 60001' }),
);

export const body = inBody(
	'body',
	text({
		name: 'body',
		displayName: 'Text',
		rows: 4,
		placeholder: 'e.g. Strong in system design',
		description: 'The text of the note; may hold HTML',
	}),
);

export const visibility = inBody(
	'visibility',
	choice({
		name: 'visibility',
		displayName: 'Visibility',
		description: 'Who can read the note',
		options: [
			{ name: 'All', value: 'all', description: 'The whole team' },
			{ name: 'Private', value: 'private', description: 'The author only' },
		],
	}),
);

export const include = inQuery(
	'include',
	choices({
		name: 'include',
		displayName: 'Include',
		description: 'What to add to the note',
		options: [
			{ name: 'Candidate', value: 'candidate' },
			{ name: 'User', value: 'user', description: 'The author' },
		],
	}),
);
