import type { World } from './world.mts';

/** A small company: three jobs in two pipelines, and people to interview. */
export function seed(world: World): void {
	const rita = world.addUser({ fullName: 'Rita Recruiter', email: 'rita@northwind.example' });
	const henk = world.addUser({
		fullName: 'Henk Hiring',
		email: 'henk@northwind.example',
		role: 'hiring_manager',
	});
	const [engineering, sales, operations] = world.lists.departments;
	world.addWorkflow('Standard');
	world.addJob({
		title: 'Backend Developer',
		internalJobId: '7',
		departmentId: engineering.id,
		hiringTeam: [rita.id, henk.id],
	});
	world.addJob({
		title: 'Account Executive',
		locationCity: 'Lisbon',
		locationCountry: 'Portugal',
		departmentId: sales.id,
		hiringTeam: [rita.id],
	});
	world.addJob({
		title: 'Customer Support Agent',
		isRemote: true,
		departmentId: operations.id,
		stages: ['Applied', 'Test task', 'Interview', 'Hired'],
	});
}
