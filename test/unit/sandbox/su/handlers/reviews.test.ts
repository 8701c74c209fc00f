import type { Review } from '../../../../../sandbox/su/types';
import { inSuSandbox, type SuCaller } from '../support';

describe('the Su sandbox: reviews', () => {
	let su: SuCaller;
	inSuSandbox((caller) => (su = caller));

	const list = async (changes: object = {}) =>
		await su.ask<{ Data: { reviews: Review[]; next_page: string } }>('review/list', { hotel_id: 'HVIEW-1', page_size: 2, next_page: '', ...changes });

	it('come in pages, each of which names the next', async () => {
		const { body: first } = await list();
		expect(first.Data.reviews.map(({ guest_name }) => guest_name)).toEqual(['Aiko Tanaka', 'Jonas Weber']);
		const { body: last } = await list({ next_page: first.Data.next_page });
		expect([last.Data.reviews.map(({ guest_name }) => guest_name), last.Data.next_page]).toEqual([['Mai Nguyen'], '']);
		expect((await list({ page_size: 3 })).body.Data.next_page).toBe('');
	});

	it('come fewer at a time where that is set', async () => {
		su.sandbox.control.change({ reviewPageLimit: 1 });
		expect((await list()).body.Data.reviews).toHaveLength(1);
	});

	it('are none for a property without, and refused for no property and no page', async () => {
		expect((await list({ hotel_id: 'NEW-3' })).body).toEqual({ Status: 'Success', Data: { reviews: [], next_page: '' } });
		expect(await list({ hotel_id: 'NOWHERE' })).toMatchObject({ status: 400, body: { Errors: { Code: '558' } } });
		expect(await list({ next_page: 'x' })).toMatchObject({ status: 400, body: { Errors: { Code: '367' } } });
	});

	it('are answered as the document says', async () => {
		const asked = { hotel_id: 'HVIEW-1', page_size: 1, next_page: '' };
		const problems = [
			await su.problems('listReviews', 'review/list', asked),
			await su.problems('listReviews', 'review/list', { ...asked, hotel_id: 'NEW-3' }),
			await su.problems('listReviews', 'review/list', { ...asked, hotel_id: 'NOWHERE' }),
		];
		expect(problems.flat()).toEqual([]);
	});
});
