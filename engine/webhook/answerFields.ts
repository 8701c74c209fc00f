import type { INodeProperties } from 'n8n-workflow';

import { descriptionFields } from './descriptionFields';

/** When n8n answers a call, and with what, by the field *Answer*. */
export const answerFields = descriptionFields({
	responseMode: {
		template: '={{ $parameter["responseMode"] }}',
		resolve: ({ responseMode }) => responseMode,
	},
	// n8n would answer with what the last node puts out, and that is nobody's business who calls.
	responseData: {
		template: '={{ $parameter["responseMode"] === "lastNode" ? "noData" : undefined }}',
		resolve: ({ responseMode }) => (responseMode === 'lastNode' ? 'noData' : undefined),
	},
});

/** When the partner gets its answer, of a trigger whose answer says no more than that. @param afterFailure what follows for the partner from a workflow that failed */
export function answerField(partner: string, afterFailure: string): INodeProperties {
	return {
		displayName: 'Answer',
		name: 'responseMode',
		type: 'options',
		options: [
			{ name: 'Immediately', value: 'onReceived', description: 'As soon as n8n has started the workflow' },
			{ name: 'When the Workflow Has Finished', value: 'lastNode', description: `With 500 where the workflow failed, ${afterFailure}` },
		],
		default: 'onReceived',
		description: `When ${partner} gets its answer. It never holds data of the workflow.`,
	};
}
