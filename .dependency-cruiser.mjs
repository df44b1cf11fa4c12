/**
 * The floors of the house, which `npm test` holds: a room imports rooms of lower floors, and itself. Type imports count.
 * docs/architecture.md says what each room is for, and its picture is made from what this finds.
 */

/** From the top. Rooms of one floor do not import one another. */
export const FLOORS = [
	['[^/]+\\.node\\.ts'],
	['runner'],
	['resources'],
	['listSearch', 'polling', 'webhooks'],
	['transport', 'triggers'],
	['events'],
	['shared'],
];

const NODES = '^nodes/HundredHires/';
const pathOf = (rooms) => `${NODES}(${rooms.join('|')})${rooms === FLOORS[0] ? '$' : '/'}`;

/** One rule a room: what it may not import of ours is everything but itself and the floors below. */
const floors = FLOORS.flatMap((rooms, index) =>
	rooms.map((room) => ({
		name: `floor of ${index === 0 ? '*.node.ts' : room}`,
		severity: 'error',
		from: { path: pathOf(index === 0 ? rooms : [room]) },
		to: {
			path: '^(nodes|credentials)/',
			pathNot: [
				...(index === 0 ? [] : [pathOf([room])]),
				...(index === FLOORS.length - 1 ? [] : [pathOf(FLOORS.slice(index + 1).flat())]),
			],
		},
	})),
);

export default {
	forbidden: [
		...floors,
		{
			name: 'every file has a room',
			severity: 'error',
			from: { path: NODES, pathNot: FLOORS.map(pathOf) },
			to: {},
		},
		{
			name: 'credentials import only shared',
			severity: 'error',
			from: { path: '^credentials/' },
			to: { path: '^(nodes|credentials)/', pathNot: '^nodes/HundredHires/shared/' },
		},
		{
			name: 'no circle',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { circular: true },
		},
		{
			name: 'what ships needs nothing but n8n-workflow and node:crypto',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: {
				pathNot: ['^(nodes|credentials)/', '^node_modules/n8n-workflow/', '^(node:)?crypto$'],
			},
		},
		{
			name: 'tests import no dist',
			severity: 'error',
			from: { path: '^test/' },
			// An import of a dist/ that is not built yet keeps its path as written.
			to: { path: '(^|/)dist/nodes/' },
		},
	],
	options: {
		doNotFollow: { path: ['node_modules', '^dist/'] },
		tsConfig: { fileName: 'tsconfig.json' },
		tsPreCompilationDeps: true,
		combinedDependencies: false,
	},
};
