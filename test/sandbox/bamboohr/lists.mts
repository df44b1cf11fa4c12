/** The lists of a company whose values an employee may have; BambooHR refuses others. */
export interface CompanyLists {
	department: readonly string[];
	jobTitle: readonly string[];
	division: readonly string[];
	location: readonly string[];
}

export const defaultLists: CompanyLists = {
	department: ['Engineering', 'Human Resources', 'Marketing', 'Sales'],
	jobTitle: ['Account Executive', 'Backend Developer', 'Engineer'],
	division: ['Europe', 'North America'],
	location: ['Berlin', 'Remote', 'San Francisco'],
};

/** The numbers of these lists in `meta/lists`; n8n's BambooHR node goes by them. */
const fieldIds = { department: 4, jobTitle: 17, location: 18, division: 1355 } as const;

/** @returns what `GET meta/lists` answers, from which n8n fills its drop-downs */
export function listsForMeta(lists: CompanyLists): object[] {
	return (Object.keys(fieldIds) as Array<keyof CompanyLists>).map((alias) => ({
		fieldId: fieldIds[alias],
		alias,
		manageable: 'yes',
		multiple: 'no',
		options: lists[alias].map((name, index) => ({
			id: fieldIds[alias] * 100 + index,
			archived: 'no',
			name,
		})),
	}));
}
