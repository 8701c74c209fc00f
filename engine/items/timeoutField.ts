import type { INodeProperties } from 'n8n-workflow';

/** The option with which a person waits longer for an answer, or less long. @param usualMs in milliseconds */
export function timeoutField(usualMs: number): INodeProperties {
	return {
		displayName: 'Timeout (Ms)',
		name: 'timeoutMs',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: usualMs,
		description: 'How long to wait for an answer, in milliseconds',
	};
}
