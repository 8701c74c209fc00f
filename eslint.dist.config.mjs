import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';

/**
 * What is published is judged as it is published: n8n's rules on the compiled code, and nothing in it that reaches for
 * timers, the process, the console, the file system or the environment.
 */
export default [
	{ linterOptions: { noInlineConfig: true } },
	{
		...n8nCommunityNodesPlugin.configs.recommended,
		files: ['dist/**/*.js'],
		languageOptions: { sourceType: 'commonjs' },
		rules: {
			...n8nCommunityNodesPlugin.configs.recommended.rules,
			'no-console': 'error',
			'no-restricted-globals': [
				'error',
				...['process', 'globalThis', 'global', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'clearTimeout', 'clearInterval', 'clearImmediate', 'queueMicrotask', '__dirname', '__filename'],
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: "CallExpression[callee.name='require'][arguments.0.value=/^(?!crypto$|n8n-workflow$|\\.)/]",
					message: 'Only crypto, n8n-workflow and files of this package may be loaded: nothing else is there once it is installed.',
				},
			],
		},
	},
];
