import { boards, buildOperation } from './fields';

export const remove = buildOperation(
	'DELETE',
	{
		value: 'remove',
		name: 'Remove',
		action: 'Remove job from job boards',
		description: 'Take a job off job boards; the job itself stays as it is',
		task: 'remove job {id} from the job boards',
	},
	[boards],
);
