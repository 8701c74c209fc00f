/** One project a kind of test: what is pure, what needs n8n's engine, what needs a whole n8n. */
function project(name, folders) {
	return {
		displayName: name,
		testEnvironment: 'node',
		testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
		modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.build/'],
		// Types are checked by `npm run check`, once for all, not again by every test file.
		transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.check.json' }] },
	};
}

/** @type {import('jest').Config} */
module.exports = {
	projects: [project('unit', ['unit', 'property']), project('engine', ['engine']), project('e2e', ['e2e'])],
};
