/** Types that every room uses. */

/** A JSON object of which nothing is known. */
export type Json = Record<string, unknown>;

// Its comment is in the published schemas.
/** An ID as 100Hires gave it. */
export type Id = number | string;

/** Something that has an ID and a name: a stage, a department, a source. */
export interface Named {
	id: Id | null;
	name: string | null;
}

/** A person at the company: the one who did it, an interviewer, a member of the hiring team. */
export interface Person {
	id: Id | null;
	name: string | null;
	email: string | null;
}
