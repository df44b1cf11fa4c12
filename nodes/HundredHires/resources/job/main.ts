import { inBody, text } from '../fields';
import type { SentField } from '../types';
import { optionalStatus, status } from './status';

const TITLE = {
	name: 'title',
	displayName: 'Title',
	placeholder: 'e.g. Backend Developer',
	description: 'The title that candidates see',
};
const DESCRIPTION = {
	name: 'description',
	displayName: 'Description',
	rows: 5,
	placeholder: 'e.g. <p>You build what our customers see.</p>',
	description: 'The text of the job ad, which may be HTML',
};
const CITY = {
	name: 'locationCity',
	displayName: 'City',
	placeholder: 'e.g. Lisbon',
	description: 'Where the job is',
};
const COUNTRY = {
	name: 'locationCountry',
	displayName: 'Country',
	placeholder: 'e.g. Portugal',
	description: 'The country that the job is in',
};

/** What every job has; a new one needs all of it. */
export const required: SentField[] = [
	inBody('title', text({ ...TITLE, required: true })),
	inBody('status', status),
	inBody('description', text({ ...DESCRIPTION, required: true })),
	inBody('location_city', text({ ...CITY, required: true })),
	inBody('location_country', text({ ...COUNTRY, required: true })),
];

/** The same, to be changed. */
export const changeable: SentField[] = [
	inBody('title', text(TITLE)),
	inBody('status', optionalStatus),
	inBody('description', text(DESCRIPTION)),
	inBody('location_city', text(CITY)),
	inBody('location_country', text(COUNTRY)),
];
