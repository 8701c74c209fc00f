import { resolve } from 'node:path';

import { loadContracts } from '../../../../sandbox/core/contract';

const openapi = (name: string): string => resolve(__dirname, `../../../../openapi/${name}.yaml`);
const both = () => loadContracts([{ file: openapi('xcover-elements') }, { file: openapi('xcover-signature'), basePath: '/x' }]);

describe('several documents as one', () => {
	it('have all calls, each with what stands before its path', async () => {
		const { operations } = await both();
		const of = (wanted: string) => operations.find(({ operationId }) => operationId === wanted);
		expect([of('cancelBooking'), of('cancelBookingSigned')]).toMatchObject([{ path: '/api/partners/{partner_id}/bookings/{booking_id}' }, { basePath: '/x', path: '/partners/{partner_code}/bookings/{booking_id}/cancel' }]);
		expect(of('cancelBooking')).not.toHaveProperty('basePath');
	});

	it('check a call against the one that has it', async () => {
		const { checkAnswer } = await both();
		const error = { type: 'api_error', message: 'Quote package does not exist' };
		expect([checkAnswer('getBooking', 404, error), checkAnswer('getBooking', 404, { message: 'No' }).length]).toEqual([[], 1]);
	});

	it('may not both have a call of one name', async () => {
		await expect(loadContracts([{ file: openapi('xcover-elements') }, { file: openapi('tradevest') }])).rejects.toThrow('getToken is in two documents');
	});

	it('are asked for calls that one of them has', async () => {
		const { checkAnswer } = await both();
		expect(() => checkAnswer('getProperty', 200, {})).toThrow('getProperty is in no document');
	});
});

describe('a request', () => {
	const request = (method: string, path: string, body?: unknown) => ({ method, path, query: {}, headers: { 'content-type': 'application/json' }, body });

	it.each([
		['may lack a body that is not required', 'cancelBookingSigned', request('post', '/partners/P/bookings/B/cancel'), []],
		['must have one that is', 'createOffer', request('post', '/partners/P/offers/'), ['requestBody']],
		['is held against the document where it has one that is not required', 'cancelBookingSigned', request('post', '/partners/P/bookings/B/cancel', { preview: 'yes' }), ['preview']],
		['has its values in a path that ends in a slash', 'getBooking', request('get', '/partners/P/bookings/B/'), []],
	])('%s', async (_promise, operationId, asked, fields) => {
		const { checkRequest } = await both();
		expect(checkRequest(operationId, asked).problems.map(({ field }) => field)).toEqual(fields);
	});
});
