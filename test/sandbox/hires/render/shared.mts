import type { FileRecord, IdName } from '../world/records.mts';
import type { World } from '../world/world.mts';

/** What the answers of the API depend on besides the record that is shown. */
export interface View {
	world: World;
	/** Base URL of the API, for links to files. */
	baseUrl: string;
	/** Unix seconds, for the fields that say how long ago something was. */
	now: number;
}

export const BACK_OFFICE = 'https://app.100hires.com';

const SECONDS_A_DAY = 86_400;

const UNITS = [
	['day', SECONDS_A_DAY],
	['hour', 3600],
	['minute', 60],
] as const;

/** "1 minute ago", as in the vendor's examples. */
export function relativeTime(at: number, now: number): string {
	const unit = UNITS.find(([, seconds]) => now - at >= seconds);
	if (!unit) return 'just now';
	const count = Math.floor((now - at) / unit[1]);
	return `${count} ${unit[0]}${count === 1 ? '' : 's'} ago`;
}

export function daysSince(at: number | null, now: number): number | null {
	return at === null ? null : Math.floor((now - at) / SECONDS_A_DAY);
}

export function named(list: readonly IdName[], id: number | null): IdName | null {
	const entry = list.find((candidate) => candidate.id === id);
	return entry ? { id: entry.id, name: entry.name } : null;
}

/** What `view=summary` gives of a long text: its first 200 characters (100Hires OpenAPI 3.1, 2.0.0). */
export function preview(text: string): string {
	return text.slice(0, 200);
}

/**
 * Where a file is fetched from. The vendor's examples have both forms of address; which file gets which is the sandbox's
 * choice: résumés the short one.
 */
function urlOf({ uuid, category, fileName }: FileRecord, { baseUrl }: View): string {
	return category === null
		? `${baseUrl}/files/${uuid}/download`
		: `${baseUrl}/attachments/${category}/${uuid}/${encodeURIComponent(fileName)}`;
}

/** An `ApiAttachment` (100Hires OpenAPI 3.1, 2.0.0). */
export function attachment(file: FileRecord, view: View) {
	return {
		url: urlOf(file, view),
		uuid: file.uuid,
		relative_time: relativeTime(file.createdAt, view.now),
		file: {
			is_image: file.mimeType.startsWith('image/'),
			orig_file_name: file.fileName,
			file_ext: file.fileName.split('.').pop() ?? '',
			file_type: file.mimeType,
			readable_size: `${Math.max(1, Math.round(file.data.length / 1024))}kB`,
		},
	};
}
