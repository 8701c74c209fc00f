import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { Failure } from '../../../../engine/failure';
import { toNodeError, toOutput } from '../../../../engine/items/nodeErrors';
import { testNode } from '../../../support/tokens/hookHost';

const HELP = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/troubleshooting.md#notfound';
const ADVICE_WITH_LINK = `Check the order number. <a href="${HELP}" target="_blank">More about this</a>`;

const told = (status?: number) =>
	new Failure('notFound', 'SIPS does not know the order (404): no such order', {
		advice: 'Check the order number.',
		status,
		partnerMessage: 'no such order',
		requestId: 'r-1',
		faults: [{ field: 'Order', expected: 'must exist' }],
	});

describe('a failure as n8n shows it', () => {
	it('is an error of the API where the partner answered', () => {
		const error = toNodeError(testNode, told(404), 3);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			httpCode: '404',
			message: 'SIPS does not know the order (404): no such order',
			description: ADVICE_WITH_LINK,
			context: { itemIndex: 3 },
		});
	});

	it('is an error of the operation where it did not', () => {
		const error = toNodeError(testNode, told(), 0);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({
			message: 'SIPS does not know the order (404): no such order',
			description: ADVICE_WITH_LINK,
			context: { itemIndex: 0 },
		});
	});

	it('holds everything that a workflow could act on', () => {
		for (const failure of [told(404), told()]) {
			expect(toNodeError(testNode, failure, 0).context.data).toMatchObject({
				kind: 'notFound', advice: 'Check the order number.', partnerMessage: 'no such order', requestId: 'r-1',
				faults: [{ field: 'Order', expected: 'must exist' }],
			});
		}
		expect(toNodeError(testNode, told(), 0).context.data).not.toHaveProperty('status');
	});

	it.each([400, 401, 403, 404, 409, 429, 500, 502, 503])('keeps its own words at status %i', (status) => {
		expect(toNodeError(testNode, told(status), 0).message).toBe('SIPS does not know the order (404): no such order');
	});

	it.each(['The host said ECONNRESET', 'ENOENT: their file is gone', 'Wrong type: EPERM, GETADDRINFO'])('keeps its own words where they hold the code of a system: %s', (message) => {
		for (const status of [undefined, 500]) {
			expect(toNodeError(testNode, told(status).retold({ message }), 0).message).toBe(message);
		}
	});
});

describe('results as output', () => {
	it('are paired with the item they came of', () => {
		expect(toOutput([{ items: [{ a: 1 }, { a: 2 }] }, { items: [] }, { items: [{ a: 3 }] }])).toEqual([
			{ json: { a: 1 }, pairedItem: { item: 0 } },
			{ json: { a: 2 }, pairedItem: { item: 0 } },
			{ json: { a: 3 }, pairedItem: { item: 2 } },
		]);
	});

	it('tell of a failed item in two fields: n8n knows it by these', () => {
		const [item] = toOutput([{ failure: told(404) }]);
		expect(item).toEqual({
			pairedItem: { item: 0 },
			json: {
				message: 'SIPS does not know the order (404): no such order',
				error: {
					kind: 'notFound', advice: 'Check the order number.', status: 404, partnerMessage: 'no such order', requestId: 'r-1', help: HELP,
					faults: [{ field: 'Order', expected: 'must exist' }],
				},
			},
		});
	});
});
