/** An employee as the stand-in keeps it: the number that BambooHR gave it, and the fields that were sent. */
export interface Employee {
	id: string;
	[field: string]: unknown;
}

const directoryFields = [
	['displayName', 'text', 'Display name'],
	['firstName', 'text', 'First name'],
	['lastName', 'text', 'Last name'],
	['preferredName', 'text', 'Preferred name'],
	['jobTitle', 'list', 'Job title'],
	['workPhone', 'text', 'Work Phone'],
	['mobilePhone', 'text', 'Mobile Phone'],
	['workEmail', 'email', 'Work Email'],
	['department', 'list', 'Department'],
	['location', 'list', 'Location'],
	['division', 'list', 'Division'],
] as const;

/** The employees of one company, in memory. */
export function employeeStore(firstId = 501) {
	const employees = new Map<string, Employee>();
	let nextId = firstId;

	return {
		all: (): Employee[] => [...employees.values()].map((employee) => ({ ...employee })),
		get: (id: string): Employee | undefined => employees.get(id),
		add(fields: Record<string, unknown>): Employee {
			const employee = { ...known(fields), id: String(nextId++) };
			employees.set(employee.id, employee);
			return employee;
		},
		change(id: string, fields: Record<string, unknown>): void {
			employees.set(id, { ...employees.get(id), ...known(fields), id });
		},
		/** What `GET employees/directory` answers: fields that nobody filled in are null, as BambooHR has them. */
		directory: () => ({
			fields: directoryFields.map(([id, type, name]) => ({ id, type, name })),
			employees: [...employees.values()].map(directoryEntry),
		}),
	};
}

function known(fields: Record<string, unknown>): Record<string, unknown> {
	const { address, ...rest } = fields;
	return rest;
}

function directoryEntry(employee: Employee): Record<string, unknown> {
	const entry: Record<string, unknown> = { id: employee.id };
	for (const [field] of directoryFields) entry[field] = filled(employee[field]);
	entry.displayName = `${String(employee.firstName)} ${String(employee.lastName)}`;
	return entry;
}

function filled(value: unknown): unknown {
	return value === undefined || value === '' ? null : value;
}
