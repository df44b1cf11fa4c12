import { boards, buildOperation } from './fields';

export const publish = buildOperation(
	'POST',
	{
		value: 'publish',
		name: 'Publish',
		action: 'Publish job on job boards',
		description: 'Put a job on job boards, as soon as each of them takes it',
		task: 'publish job {id} on the job boards',
	},
	[boards],
);
