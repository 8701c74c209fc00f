/** What published code finds where it runs: itself, and what n8n and Node.js bring along. */
const THERE = ['^(engine|nodes|credentials)/', '^(node:)?crypto$', '^(node_modules/)?n8n-workflow(/|$)'];

/**
 * Who may import whom. The picture of it is in docs/architecture.md.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */
export default {
	forbidden: [
		{
			name: 'no-circles',
			comment: 'Two files that need each other are one thing. What both need stands in a room below them.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-circles-of-rooms',
			comment: 'The rooms of the engine are read downwards: a request goes from operation and items over once and transport to token and http.',
			severity: 'error',
			scope: 'folder',
			from: { path: '^engine/' },
			to: { circular: true },
		},
		{
			name: 'engine-knows-no-service',
			comment: 'What one service needs stands in its folder.',
			severity: 'error',
			from: { path: '^engine/' },
			to: { path: '^(nodes|credentials|openapi|sandbox)/' },
		},
		{
			name: 'services-apart',
			comment: 'Each service is published alone as well. What two of them need stands in the engine.',
			severity: 'error',
			from: { path: '^nodes/([^/]+)/' },
			to: { path: '^nodes/', pathNot: '^nodes/$1/' },
		},
		{
			name: 'credentials-stand-on-the-engine',
			comment: 'A credential works without any node.',
			severity: 'error',
			from: { path: '^credentials/' },
			to: { path: '^(nodes|sandbox|openapi)/' },
		},
		{
			name: 'sandbox-from-documents',
			comment: 'The sandbox plays the partner by its documents, not by what our client makes of them.',
			severity: 'error',
			from: { path: '^sandbox/' },
			to: { path: '^(engine|nodes|credentials|host|demo|test)/' },
		},
		{
			name: 'published-stands-alone',
			comment: 'Only dist/ is published, without dependencies: n8n brings n8n-workflow, Node.js brings crypto, and types are stripped.',
			severity: 'error',
			from: { path: '^(engine|nodes|credentials)/' },
			to: { pathNot: THERE, dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'published-types-from-documents',
			comment: 'Shapes of what partners send are generated from openapi/; nothing else is taken from outside.',
			severity: 'error',
			from: { path: '^(engine|nodes|credentials)/' },
			to: { pathNot: [...THERE, '^openapi/generated/'] },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		exclude: { path: '^dist/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
	},
};
