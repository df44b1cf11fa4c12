/**
 * Tests are .mts: they run under Node's own type stripping when started directly (sandbox, demo) and through swc under jest,
 * and n8n's strict lint configuration, made for code that ships, leaves them alone.
 */
const shared = {
	testEnvironment: 'node',
	moduleFileExtensions: ['ts', 'mts', 'js', 'mjs', 'json'],
	transform: {
		'\\.(m?ts|mjs|js)$': [
			'@swc/jest',
			{
				jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
				module: { type: 'commonjs' },
			},
		],
	},
	// Two packages that mockttp needs are written as ES modules only, which jest does not load by itself.
	transformIgnorePatterns: ['/node_modules/(?!(get-port|milliparsec)/)'],
	restoreMocks: true,
	modulePathIgnorePatterns: ['<rootDir>/.local', '<rootDir>/dist'],
};

export default {
	// A bound on hangs, not on speed: a busy machine may take its time.
	testTimeout: 60_000,
	reporters: ['default', '<rootDir>/test/harness/slowestTests.mjs'],
	projects: ['unit', 'integration', 'package', 'e2e'].map((name) => ({
		...shared,
		displayName: name,
		testMatch: [`<rootDir>/test/${name}/**/*.test.mts`],
	})),
};
