import type { FileRecord, IdName } from '../world/records.mts';
import type { World } from '../world/world.mts';

/** What the answers of the API depend on besides the record that is shown. */
export interface View {
	world: World;
	/** Base URL of the API, for links to files. */
	baseUrl: string;
	/** Unix seconds, for the fields that tell how long ago something was. */
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

/** An `ApiAttachment` (100Hires OpenAPI 3.1, 2.0.0). */
export function attachment(file: FileRecord, view: View) {
	return {
		url: `${view.baseUrl}/files/${file.uuid}/download`,
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
