const { join } = require('node:path');

/**
 * An n8n whose engine the engine tests run on, in the place of the one of the development dependencies: the folder that it is installed
 * in (`host/install.ts`). `npm run test:engine` sets it.
 */
const { ENGINE_N8N_FOLDER } = process.env;

const ofOtherN8n = ENGINE_N8N_FOLDER && {
	moduleNameMapper: Object.fromEntries(['n8n-core', 'n8n-workflow', '@n8n/di'].map((name) => [`^${name}$`, join(ENGINE_N8N_FOLDER, 'node_modules', name)])),
};

/** One project a kind of test: what is pure, what needs n8n's engine, what needs a whole n8n. */
function project(name, folders, more = {}) {
	return {
		displayName: name,
		testEnvironment: 'node',
		testMatch: folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
		modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.build/'],
		// Types are checked by `npm run check`, once for all, not again by every test file.
		transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.check.json' }] },
		...more,
	};
}

/** @type {import('jest').Config} */
module.exports = {
	// Ends a test that hangs, and promises nothing about speed: what is fast is measured beside an alternative (`npm run bench`), and
	// jest's five seconds were too few for 1,000 items on a build server with other work, and four files of engine tests run at once there.
	testTimeout: 60_000,
	testSequencer: '<rootDir>/test/support/longestFirst.cjs',
	projects: [project('unit', ['unit', 'property']), project('engine', ['engine'], ofOtherN8n), project('e2e', ['e2e'], { testEnvironment: '<rootDir>/test/support/e2e/environment.ts' })],
};
