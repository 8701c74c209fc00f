import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import tseslint from 'typescript-eslint';

/** Of the whole, and of the package of each single service. */
const MANIFESTS = ['package.json', 'packages/*/package.json'];

/**
 * The rules that n8n's own package scanner runs, with the same five switched off that the scanner switches off, and
 * without inline exceptions: the scanner ignores them.
 */
const n8nRules = [
	{ ...n8nCommunityNodesPlugin.configs.recommended, files: ['nodes/**/*.ts', 'credentials/**/*.ts', ...MANIFESTS] },
	{
		files: ['nodes/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.nodes.rules,
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	{
		files: ['credentials/**/*.ts'],
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		rules: {
			...n8nNodesBase.configs.credentials.rules,
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: MANIFESTS,
		plugins: { 'n8n-nodes-base': n8nNodesBase },
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
		rules: n8nNodesBase.configs.community.rules,
	},
	{
		// The engine is published as well, so it is held to the same rules but one: it knows no node, so it fails in a
		// class of its own, which `engine/items/nodeErrors.ts` turns into n8n's errors.
		...n8nCommunityNodesPlugin.configs.recommended,
		files: ['engine/**/*.ts'],
		rules: {
			...n8nCommunityNodesPlugin.configs.recommended.rules,
			'@n8n/community-nodes/require-node-api-error': 'off',
		},
	},
];

export default tseslint.config(
	{ ignores: ['dist/', '.build/', 'node_modules/', 'openapi/generated/', 'coverage/'] },
	{ linterOptions: { noInlineConfig: true } },
	...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
	{
		files: ['**/*.ts'],
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
		},
	},
	{
		// What a person starts in a terminal talks to that person.
		files: ['demo/**/*.ts', 'host/report.ts', 'host/prepare.ts', 'sandbox/cli.ts', 'test/bench/**/*.ts', 'test/soak/**/*.ts'],
		rules: { 'no-console': 'off' },
	},
	...n8nRules,
);
