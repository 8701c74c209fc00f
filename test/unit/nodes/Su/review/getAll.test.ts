import { Failure } from '../../../../../engine/failure';
import type { PartnerRequest } from '../../../../../engine/http/request';
import { getAll } from '../../../../../nodes/Su/review/getAll';
import { answer, panel, RUN, SEAL } from '../../../../support/panels/pure';

const REVIEW = { channel_id: '19', channel_hotel_id: '1', booking_id: '5', guest_name: 'Mai', guest_info: { channel_review_id: '9', overall_score: 8.5, review: 'Good', private_feedback: 'Psst' } };

/** What comes out, and what was asked for. */
async function read(values: Record<string, unknown>, ...bodies: unknown[]) {
	if (!('consult' in getAll)) throw new Error('It has another form now.');
	const asked: PartnerRequest[] = [];
	const items = await getAll.consult(getAll.parameters(panel({ hotelId: 'HVIEW-1', ...values }), RUN), async (request) => {
		asked.push(request);
		return await Promise.resolve(answer(bodies[asked.length - 1]));
	}, SEAL);
	return { items, asked: asked.map(({ body }) => body) };
}

const page = (next_page: unknown, ...reviews: object[]) => ({ Status: 'Success', Data: { reviews, next_page } });

describe('reviews', () => {
	it.each<[limit: number, size: number]>([[50, 50], [100, 100], [101, 100]])('are asked for page by page: for %i, %i at a time', async (limit, page_size) => {
		const { asked } = await read({ limit }, page('two', REVIEW), page('', REVIEW));
		expect(asked).toEqual([{ hotel_id: 'HVIEW-1', page_size, next_page: '' }, { hotel_id: 'HVIEW-1', page_size, next_page: 'two' }]);
	});

	it.each([[undefined], [null], [''], [' ']])('end where the next page is %j', async (next) => {
		expect((await read({ returnAll: true, simplify: false }, page(next, REVIEW))).items).toEqual([REVIEW]);
	});

	it('come in a small form, with null for what Su leaves out', async () => {
		const { items } = await read({ returnAll: true }, page('', REVIEW, { guest_info: [] }));
		const none = { channel_id: null, booking_id: null, guest_name: null, channel_review_id: null, overall_score: null, review_title: null, review: null, negative_review: null, review_reply: null, received_time: null };
		expect(items).toEqual([{ ...none, channel_id: '19', booking_id: '5', guest_name: 'Mai', channel_review_id: '9', overall_score: 8.5, review: 'Good' }, none]);
	});

	it('are a failure where Su says that there is no such property', async () => {
		if (!('consult' in getAll)) throw new Error('It has another form now.');
		const refusal = new Failure('notFound', 'x', { advice: 'y' });
		await expect(getAll.consult(getAll.parameters(panel({ hotelId: 'X' }), RUN), async () => await Promise.resolve(refusal), SEAL)).rejects.toBe(refusal);
	});
});
