import { UserError } from 'n8n-workflow';

/**
 * An ID as one segment of a path. n8n-workflow has the same, but only since n8n 2.39 (and the latest patches of 1.123): with it, no
 * request would be made in most of the versions that this package supports.
 *
 * @throws UserError where there is none, or one that the path would lose: nothing, `.` and `..` cannot be encoded
 */
export function toPathSegment(id: unknown): string {
	const text = id === null || id === undefined ? '' : String(id);
	if (['', '.', '..'].includes(text))
		throw new UserError(
			text === '' ? 'An ID is missing' : `'${text}' cannot be the ID of anything in 100Hires`,
		);
	return encodeURIComponent(text);
}
