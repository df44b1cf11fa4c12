type Library = typeof import('n8n-workflow');

const load = (instead: Partial<Library>): unknown => {
	let loaded: unknown;
	jest.isolateModules(() => {
		jest.doMock('n8n-workflow', () => ({
			...jest.requireActual<Library>('n8n-workflow'),
			...instead,
		}));
		for (const name of ['HundredHires', 'HundredHiresTrigger', 'HundredHiresPollingTrigger'])
			loaded = require(`../../../nodes/HundredHires/${name}.node.ts`);
	});
	return loaded;
};
afterEach(() => jest.dontMock('n8n-workflow'));

const { tryToParseDateTime } = jest.requireActual<Library>('n8n-workflow');
const TOO_OLD = 'needs n8n 1.94 or newer';

test('an n8n that has all that is needed loads the nodes', () => {
	expect(load({})).toHaveProperty('HundredHiresPollingTrigger');
});

test('an n8n without the names of connections is told to be too old', () => {
	expect(() => load({ NodeConnectionTypes: undefined })).toThrow(TOO_OLD);
});

test('so is one that reads every date in its own time zone', () => {
	expect(() => load({ tryToParseDateTime: (value) => tryToParseDateTime(value) })).toThrow(TOO_OLD);
});
