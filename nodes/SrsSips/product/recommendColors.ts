import type { IDataObject } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject } from '../../../engine/values';
import { detailsAnswer } from '../shared/answers';
import { endpointPathFields, pathHints, readEndpointPath } from '../shared/endpointPath';
import { SIPS } from '../shared/sips';

interface Parameters {
	path: string;
	body: IDataObject;
}

const TEMPLATE = '/products/v2/colorRecommendations';

/**
 * Color Recommendations (color-recommendations-32754860e0). It is in the list of operations; path, body and answer are in
 * no public copy. So the body is the person's, and the answer comes out untouched.
 */
export const recommendColors: RepeatableOperation<Parameters> = {
	name: 'recommendColors',
	displayName: 'Recommend Colors',
	action: 'Recommend colors of products',
	description: 'Ask which colors go together (path unconfirmed)',
	effect: 'read',
	source: { call: 'POST /products/v2/colorRecommendations', standing: 'path, body and answer unconfirmed' },
	properties: [
		{
			displayName: 'Body',
			name: 'bodyJson',
			type: 'json',
			required: true,
			default: '{}',
			placeholder: 'e.g. {}',
			description: 'What to send, as a JSON object. The public documents do not show its fields; ask SRS for them.',
		},
		...endpointPathFields(TEMPLATE),
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			body: fields.record('bodyJson', { label: 'Body' }) as IDataObject,
			path: readEndpointPath(fields, TEMPLATE, {}),
		};
		fields.done('The request');
		return parameters;
	},

	request: ({ path, body }) => ({ method: 'POST', path, body }),

	items(answer) {
		if (!Array.isArray(answer.body)) return [{ answer: detailsAnswer(answer, 'Color Recommendations') }];
		const rows = (answer.body as unknown[]).filter(isObject);
		if (rows.length < answer.body.length) throw unusableAnswer(SIPS, answer, 'Color Recommendations', 'a list of objects');
		return rows.map((row) => ({ answer: row }));
	},

	hints: (outcomes) => pathHints(TEMPLATE, outcomes, () => ({})),
};
