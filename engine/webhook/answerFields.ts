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
