import type { Invalid } from './replies.mts';

export type PropertyType = 'string' | 'datetime';

/** Contact properties that every account has, as far as flows use them. */
const BUILT_IN: Record<string, PropertyType> = {
	email: 'string',
	firstname: 'string',
	lastname: 'string',
	phone: 'string',
	jobtitle: 'string',
	company: 'string',
};

/** A contact as the stand-in keeps it; a date-time in milliseconds since 1970, as text. */
export interface Contact {
	vid: number;
	properties: Record<string, string>;
}

/** The contacts of one account. Emails are kept in small letters, as HubSpot does. */
export function contactStore(ownProperties: Record<string, PropertyType>) {
	const types = { ...BUILT_IN, ...ownProperties };
	const contacts: Contact[] = [];
	const byEmail = (email: string) =>
		contacts.find(({ properties }) => properties.email === email.toLowerCase());

	function problemWith(name: string, value: string): Invalid | undefined {
		const type = Object.hasOwn(types, name) ? types[name] : undefined;
		if (!type) {
			const message = `Property "${name}" does not exist`;
			return { name, error: 'PROPERTY_DOESNT_EXIST', message };
		}
		if (type === 'datetime' && !/^\d*$/.test(value)) {
			return { name, error: 'INVALID_LONG', message: `${value} was not a valid long.` };
		}
		if (name === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
			const message = `Email address ${value} is invalid`;
			return { name, error: 'INVALID_EMAIL', message };
		}
		return undefined;
	}

	return {
		all: (): Contact[] => contacts.map((one) => ({ ...one, properties: { ...one.properties } })),
		byEmail,
		byId: (vid: number) => contacts.find((contact) => contact.vid === vid),
		/** @returns what is wrong with the values; nothing is written then */
		problems: (values: Record<string, string>): Invalid[] =>
			Object.entries(values).flatMap(([name, value]) => problemWith(name, value) ?? []),
		/** Writes the given properties, and leaves the others as they are; an empty text clears one. */
		upsert: (email: string, values: Record<string, string>): { vid: number; isNew: boolean } => {
			const known = byEmail(email);
			const contact = known ?? {
				vid: 101 + contacts.length,
				properties: { email: email.toLowerCase() },
			};
			if (!known) contacts.push(contact);
			Object.assign(contact.properties, values);
			return { vid: contact.vid, isNew: !known };
		},
		/** The wanted properties as the CRM API gives them: a date-time in ISO 8601; null where there is no value. */
		read: ({ properties }: Contact, wanted: readonly string[]): Record<string, string | null> =>
			Object.fromEntries(
				wanted
					.filter((name) => Object.hasOwn(types, name))
					.map((name) => {
						const value = properties[name] || null;
						const isTime = value !== null && types[name] === 'datetime';
						return [name, isTime ? isoOf(value) : value];
					}),
			),
	};
}

/** HubSpot leaves out the thousandths where there are none. */
function isoOf(milliseconds: string): string {
	return new Date(Number(milliseconds)).toISOString().replace('.000Z', 'Z');
}
