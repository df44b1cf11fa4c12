import { USER } from '../../shared/locators';
import { inPath, locator } from '../fields';

export const userPath = inPath(
	'id',
	locator({
		name: 'userId',
		displayName: 'User',
		kind: USER,
		required: true,
		description: 'The user of 100Hires',
	}),
);
