import type { FormPart } from '../internet/index.mts';

/** A file as the stand-in keeps it; `employeeId` is null for a file of the company. */
export interface StoredFile {
	id: string;
	employeeId: string | null;
	category: string;
	fileName: string;
	contentType: string;
	shared: boolean;
	content: Buffer;
}

/** The categories that files are put under; BambooHR refuses others. */
const categories = [
	{ id: '16', name: 'Resumes and Applications' },
	{ id: '18', name: 'Signed Documents' },
];

/** The files of one company and of its employees, in memory. */
export function fileStore() {
	const files = new Map<string, StoredFile>();
	let nextId = 301;
	const of = (employeeId: string | null) =>
		[...files.values()].filter((file) => file.employeeId === employeeId);

	return {
		all: (): StoredFile[] => [...files.values()],
		get: (employeeId: string | null, id: string) => of(employeeId).find((file) => file.id === id),
		/**
		 * @returns the file, or a sentence on what is missing. BambooHR's form has the fields category, fileName, share
		 * ("yes" or "no") and file (BambooHR reference, "Upload Employee File").
		 */
		add(employeeId: string | null, parts: readonly FormPart[]): StoredFile | string {
			const part = (name: string) => parts.find((one) => one.name === name);
			const text = (name: string) => part(name)?.data.toString('utf8') ?? '';
			const file = part('file');
			if (!file) return 'The form has no part named file.';
			if (!text('fileName')) return 'The form has no fileName.';
			if (!categories.some(({ id }) => id === text('category'))) {
				return `There is no category ${text('category') || '(empty)'}.`;
			}
			const stored: StoredFile = {
				id: String(nextId++),
				employeeId,
				category: text('category'),
				fileName: text('fileName'),
				contentType: file.type ?? 'application/octet-stream',
				shared: text('share') === 'yes',
				content: file.data,
			};
			files.set(stored.id, stored);
			return stored;
		},
		/** What `files/view` answers: every category with the files in it. */
		view: (employeeId: string | null) => ({
			categories: categories.map((category) => ({
				...category,
				files: of(employeeId)
					.filter((file) => file.category === category.id)
					.map((file) => ({
						id: file.id,
						name: file.fileName,
						originalFileName: file.fileName,
						size: String(file.content.length),
						shareWithEmployee: file.shared ? 'yes' : 'no',
					})),
			})),
		}),
	};
}
