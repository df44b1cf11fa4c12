import { randomInt } from 'node:crypto';

const FIRST_NAMES =
	'Ada Bruno Chloé Dmitri Elif Farah Grzegorz Hana Ines Jomo Kai Lena Mateo Noor'.split(' ');
const LAST_NAMES =
	"Alvarez Brandt Costa Dubois Eriksen Fischer García Haddad Ito Jansen Kowalski Łukasz O'Brien".split(
		' ',
	);

function oneOf<T>(choices: readonly T[]): T {
	return choices[randomInt(choices.length)];
}

export interface GeneratedPerson {
	firstName: string;
	lastName: string;
	email: string;
	phone: string;
	resumeText: string;
}

/** A person whom nobody knows yet, with an e-mail address of their own at a domain that never receives mail. */
export function generatePerson(): GeneratedPerson {
	const firstName = oneOf(FIRST_NAMES);
	const lastName = oneOf(LAST_NAMES);
	const number = randomInt(1_000_000, 9_999_999);
	const local = `${firstName}.${lastName}`
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z.]/g, '');
	const email = `${local}.${number}@example.com`;
	const phone = `+1555${number}`;
	const years = randomInt(1, 20);
	return {
		firstName,
		lastName,
		email,
		phone,
		resumeText: [
			`${firstName} ${lastName}`,
			`${email}, ${phone}`,
			'',
			`${years} years of experience. References on request.`,
		].join('\n'),
	};
}
