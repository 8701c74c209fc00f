import type { IDataObject } from 'n8n-workflow';

import { BOOKING_LIST } from '../../../../../nodes/XCoverElements/shared/bookings';
import { answer } from '../../../../support/panels/pure';
import { BOOKING, Filled } from './support';

const ELEMENTS_ID = 'c2f1a9de-0b7e-4e0b-9a53-2f6a8e7d1c44';
const row = (id: string, further: IDataObject = {}) => ({ id, provider_reference: `${id}-INS`, status: 'Active', currency: 'AUD', price: '12.40', created_at: 'a', updated_at: 'b', policies: [], language: 'en', security_token: 'x', ...further });
const signedRow = (id: string) => ({ id, status: 'CONFIRMED', currency: 'EUR', total_price: '18.40', partner_transaction_id: null, created_at: 'a', updated_at: 'b', quotes: [{ id: 'q', coi: { url: 'x' } }], coi: { url: 'x', pdf: 'x' }, account_url: 'x', cancel_link: 'x' });

describe('one booking', () => {
	const withToken = new Filled('elements', 'booking.get', { bookingId: ELEMENTS_ID });
	const signed = new Filled('signature', 'booking.get', { bookingId: BOOKING });

	it('with a token is looked for in the list, by its ID or its reference, page by page', async () => {
		const [first, second] = [{ data: [row('another')], links: { next: 'https://elsewhere.example/api/partners/x/bookings?page=2' } }, { data: [row(ELEMENTS_ID)] }];
		for (const bookingId of [ELEMENTS_ID, `${ELEMENTS_ID.toUpperCase()}-ins`]) {
			const { items, asked } = await withToken.with({ bookingId }).consulted(first, second);
			expect(items).toEqual([{ id: ELEMENTS_ID, provider_reference: `${ELEMENTS_ID}-INS`, status: 'Active', currency: 'AUD', price: '12.40', created_at: 'a', updated_at: 'b', policies: [] }]);
			expect(asked).toEqual([{ method: 'GET', path: '/api/partners/{partner_id}/bookings' }, { method: 'GET', path: '/api/partners/{partner_id}/bookings', query: { page: '2' } }]);
		}
	});

	it('that the list does not hold is told as that, also where its pages go round in a circle', async () => {
		const round = { data: [row('another')], links: { next: '?page=2' } };
		for (const pages of [[{ data: [] }], [round, round, round]]) await expect(withToken.consulted(...pages)).rejects.toThrow(`XCover lists no booking ${ELEMENTS_ID}`);
	});

	it('with a signed request is read, in a language that is wished', () => {
		expect(signed.request()).toEqual({ method: 'GET', path: `/partners/{partner_code}/bookings/${BOOKING}/` });
		expect(signed.with({ options: { language: 'en-us' } }).request()).toMatchObject({ query: { language: 'en-us' } });
	});

	it('that is another one than was asked for is told as none', () => {
		expect(() => signed.items(signedRow('N8QVB-6HJWC-INS'))).toThrow(`another booking than ${BOOKING}`);
	});

	it('comes out without links to personal data at any depth, unless they are asked for', () => {
		const booking = signedRow(BOOKING);
		for (const simplify of [true, false]) expect(JSON.stringify(signed.with({ simplify }).items(booking))).not.toMatch(/coi|account_url|cancel_link/);
		expect(signed.with({ simplify: false, options: { includeLinks: true } }).items(booking)).toEqual([booking]);
	});
});

describe('many bookings', () => {
	const withToken = new Filled('elements', 'booking.getAll', { returnAll: true });
	const signed = new Filled('signature', 'booking.getAll', { returnAll: true });
	const page = (rows: number, count: number, next: string | null = 'https://eu-central-1.elsewhere.example/xcover/partners/X/bookings/?limit=100&offset=7') => ({ count, next, previous: null, results: Array.from({ length: rows }, (_, at) => signedRow(`${at}`)) });

	it('with a token are read by the link of each page, of which only the query counts', async () => {
		const { items, asked } = await withToken.consulted({ data: [row('a')], links: { next: 'https://evil.example/steal?page=2&per_page=1' } }, { data: [row('b')], links: { next: null } });
		expect(items.map(({ id }) => id)).toEqual(['a', 'b']);
		expect(asked[1]).toEqual({ method: 'GET', path: '/api/partners/{partner_id}/bookings', query: { page: '2', per_page: '1' } });
	});

	it('with a token are those of the only page where no link comes', async () => {
		expect((await withToken.consulted({ data: [row('a')] })).asked).toHaveLength(1);
	});

	it('with a token are read on where an answer tells of further pages in its meta alone', async () => {
		const told = (id: string, meta: object) => ({ data: [row(id)], meta });
		const { items, asked } = await withToken.consulted(told('a', { current_page: 1, last_page: 3 }), told('b', { current_page: '2', last_page: '3' }), told('c', { current_page: 3, last_page: 3 }));
		expect(items).toHaveLength(3);
		expect(asked.map(({ query }) => query)).toEqual([undefined, { page: '2' }, { page: '3' }]);
		for (const meta of [{}, { current_page: 1 }, { current_page: 1, last_page: 'many' }, { current_page: 2, last_page: 1 }, { current_page: 1.5, last_page: 3 }]) {
			expect((await withToken.consulted(told('a', meta))).asked).toHaveLength(1);
		}
		// A link that is there and names no page ends the list, whatever the meta says.
		expect((await withToken.consulted({ ...told('a', { current_page: 1, last_page: 3 }), links: { next: null } })).asked).toHaveLength(1);
	});

	it('with signed requests are read by offset, although the next page is named on another host', async () => {
		const { items, asked } = await signed.consulted(page(100, 203), page(100, 203), page(3, 203, null));
		expect(items).toHaveLength(203);
		expect(asked.map(({ path, query }) => [path, query])).toEqual([0, 100, 200].map((offset) => ['/partners/{partner_code}/bookings/', { limit: 100, offset }]));
	});

	it('with signed requests go on by what a page holds, also where XCover gives fewer than were asked for', async () => {
		const { asked } = await signed.consulted(page(20, 30), page(10, 30));
		expect(asked.map(({ query }) => query)).toEqual([{ limit: 100, offset: 0 }, { limit: 100, offset: 20 }]);
	});

	it.each<[string, object]>([
		['all are read', page(3, 3)],
		['there is no next page', page(3, 9, null)],
		['it is empty', page(0, 9)],
	])('with signed requests end with a page after which %s', (_what, last) => {
		expect(BOOKING_LIST.signature.page(answer(last), '').next).toBeUndefined();
	});

	it('are no more than the limit, and no page is read in vain', async () => {
		const { items, asked } = await signed.with({ returnAll: false, limit: 5 }).consulted(page(100, 203));
		expect([items.length, asked.length]).toEqual([5, 1]);
	});

	it('are no list where none comes', async () => {
		await expect(withToken.consulted({ bookings: [] })).rejects.toThrow('a list under "data"');
		await expect(signed.consulted({ data: [] })).rejects.toThrow('a list under "results"');
	});
});
