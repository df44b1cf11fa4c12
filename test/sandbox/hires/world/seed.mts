import type { World } from './world.mts';

/** A small company: three jobs in two pipelines, people to interview, a form and an e-mail template. */
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
	const { library, clock } = world;
	const [, , , phone, , linkedin] = library.questions.all();
	library.forms.add({
		name: 'Phone screen',
		questions: [
			{ questionId: phone.id, status: 'required' },
			{ questionId: linkedin.id, status: 'optional' },
		],
	});
	library.templates.add({
		name: 'Invitation',
		subject: 'Talk to us',
		body: '<p>We would like to talk to you.</p>',
		createdAt: clock.now(),
		updatedAt: clock.now(),
	});
}
