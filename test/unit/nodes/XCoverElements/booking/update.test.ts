import type { IDataObject } from 'n8n-workflow';

import { jsonText } from '../../../../../engine/http/exactNumber';
import { BOOKING, Filled, POLICY } from './support';

const OTHER = '82e5b6f1-0c9d-4a37-b1e8-6f4d2a7093c5';
const changes = (...policy: object[]) => ({ policyChanges: { policy } });
const CHANGE = { bookingId: BOOKING, ...changes({ id: POLICY, updateFields: '{ "trip_end_date": "2026-09-04T00:00:00.000Z", "total_tickets_price": 150.00 }' }) };
const signed = new Filled('signature', 'booking.update', CHANGE);
const withToken = new Filled('elements', 'booking.update', CHANGE);

describe('a change of a booking', () => {
	it('is sent under the word for policies of each kind of access, its money digit by digit', () => {
		const fields = `{"trip_end_date":"2026-09-04T00:00:00.000Z","total_tickets_price":150.00}`;
		expect(withToken.request()).toMatchObject({ method: 'PATCH', path: `/api/partners/{partner_id}/bookings/${BOOKING}` });
		expect(jsonText(withToken.request().body)).toBe(`{"policies":[{"id":"${POLICY}","update_fields":${fields}}]}`);
		expect(signed.request()).toMatchObject({ method: 'PATCH', path: `/partners/{partner_code}/bookings/${BOOKING}/`, keyed: { firstAnswer: 409, underWay: 423 } });
		expect(jsonText(signed.request().body)).toBe(`{"quotes":[{"id":"${POLICY}","update_fields":${fields}}]}`);
	});

	it('may be one of the policyholder with signed requests, and of that alone', () => {
		const policyholder = { phone: '+420255501234', country: 'cz', birthDate: '1987-04-19', email: 'ines.marek@example.com', city: '' };
		const held = { phone: '+420255501234', country: 'CZ', birth_date: '1987-04-19', email: 'ines.marek@example.com' };
		expect(signed.with({ ...changes(), policyholder }).request().body).toEqual({ policyholder: held });
		expect(signed.with({ policyholder }).request().body).toMatchObject({ quotes: [{ id: POLICY }], policyholder: held });
		expect(withToken.with({ policyholder }).request().body).not.toHaveProperty('policyholder');
	});

	it.each<[string, object, string[]]>([
		['nothing', changes(), ['Policy Changes: must have a policy, or Policyholder a field']],
		['a policy without fields', changes({ id: POLICY, updateFields: '{}' }), ['Policy Changes 1: Fields to Set: must have at least one field']],
		['no JSON', changes({ id: POLICY, updateFields: '{ "a": 01 }' }), ['Policy Changes 1: Fields to Set: must be a JSON object']],
		['a policy without an ID', changes({ id: '', updateFields: '{ "a": 1 }' }), ['Policy Changes 1: Policy ID: must not be empty']],
		['a policy twice', changes({ id: POLICY, updateFields: '{ "a": 1 }' }, { id: POLICY.toUpperCase(), updateFields: '{ "b": 1 }' }), ['Policy Changes: must not name the same policy twice']],
		['a phone that XCover refuses', { policyholder: { phone: '0255501234' } }, ['Phone: must begin with +']],
		['a country in words', { policyholder: { country: 'Czechia' } }, ['Country: "Czechia" is no country']],
		['no address of mail', { policyholder: { email: 'ines' } }, ['Email: "ines" is no email address']],
	])('is not sent with %s', (_what, wrong, faults) => {
		expect(signed.with({ ...wrong }).faults()).toEqual(faults.map((fault) => expect.stringContaining(fault) as string));
	});

	it('is meant anew by each execution, and the same by each try of one', () => {
		for (const filled of [signed, withToken]) {
			expect(filled.key('2')).not.toBe(filled.key('1'));
			expect(filled.key('1')).toBe(filled.key('1'));
			expect(filled.with(changes({ id: POLICY, updateFields: '{ "total_tickets_price": 150.01 }' })).key('1')).not.toBe(filled.key('1'));
		}
		expect(signed.request('2').headers).not.toEqual(signed.request('1').headers);
		expect(signed.once.partnersKey?.keptMs).toBe(47 * 60 * 60_000);
	});

	it('comes out as the booking with what it costs more, and without links to personal data', () => {
		const booking = { id: BOOKING, status: 'CONFIRMED', currency: 'EUR', total_price: '20.00', total_price_diff: '1.60', updated_at: 'then', quotes: [], security_token: 'x', coi: { url: 'x' }, fast_quote_id: 'q' };
		expect(signed.items(booking)).toEqual([{ id: BOOKING, status: 'CONFIRMED', currency: 'EUR', total_price: '20.00', total_price_diff: '1.60', updated_at: 'then', quotes: [] }]);
		expect(signed.with({ simplify: false }).items(booking)[0]).toHaveProperty('fast_quote_id');
		expect(signed.with({ simplify: false }).items(booking)[0]).not.toHaveProperty('coi');
		expect(signed.with({ simplify: false, options: { includeLinks: true } }).items(booking)[0]).toMatchObject({ coi: { url: 'x' }, security_token: 'x' });
	});

	it('answered with no booking is never told as done', () => {
		for (const body of ['', {}, { ok: true }, [], { id: 'N8QVB-6HJWC-INS', status: 'CONFIRMED' }, { id: BOOKING, status: 'CONFIRMED', errors: ['Not changed'] }]) expect(() => signed.items(body)).toThrow(/XCover answered/);
		expect(() => signed.items('', 409)).toThrow(/XCover answered/);
	});
});

describe('a change of which no answer came', () => {
	const NEW = { trip_end_date: '2026-09-04T00:00:00.000000+00:00', total_tickets_price: 150 };
	const OLD = { ...NEW, total_tickets_price: 120 };
	const ofElements = (fields: IDataObject, further: IDataObject = {}) => ({ data: [{ id: 'other' }, { id: 'x', provider_reference: BOOKING.toLowerCase(), policies: [{ id: OTHER }, { id: POLICY.toUpperCase(), ...fields }], ...further }] });
	const ofSignature = (fields: IDataObject) => ({ id: BOOKING, status: 'CONFIRMED', quotes: [{ id: POLICY, extra_fields: fields }] });

	describe.each([
		['with a token', withToken, ofElements],
		['with signed requests', signed, ofSignature],
	] as const)('%s', (_what, filled, booking) => {
		it.each<[string, IDataObject, IDataObject | undefined, string[]]>([
			['shows as asked for, and did not before', NEW, OLD, ['same']],
			['shows as asked for, and did so before', NEW, NEW, ['maybe']],
			['shows as asked for, and nobody knows what was before', NEW, undefined, ['maybe']],
			['shows another value', OLD, OLD, []],
			['shows a field not at all', { total_tickets_price: 150 }, OLD, []],
		])('is judged by the booking: one that %s', (_case, now, before, likeness) => {
			expect(filled.seen(booking(now), true, before && booking(before))).toEqual(likeness);
		});

		it('that was carried out is overwritten where the booking showed it, and shows it no more', () => {
			const shown = (fields: IDataObject): IDataObject => {
				const body: IDataObject = booking(fields);
				return Array.isArray(body.data) ? (body.data as IDataObject[])[1]! : body;
			};
			expect(filled.isUndone(booking(OLD), [shown(NEW)])).toBe(true);
			expect(filled.isUndone(booking(NEW), [shown(NEW)])).toBe(false);
			expect(filled.isUndone(booking({}), [shown({})])).toBe(false);
		});

		it('is not held to be there before it was sent', () => {
			expect(filled.seen(booking(NEW), false)).toEqual([]);
		});
	});

	it('is not that of another booking, or of one that the list did not show before', () => {
		expect(withToken.seen({ data: [{ id: 'other', policies: [{ id: POLICY, ...NEW }] }] }, true, ofElements(OLD))).toEqual([]);
		expect(withToken.seen(ofElements(NEW), true, { data: [] })).toEqual(['maybe']);
	});

	it('of a policyholder is seen in the policyholder', () => {
		const filled = signed.with({ ...changes(), policyholder: { phone: '+420255501234' } });
		const held = (phone: string | null) => ({ ...ofSignature({}), policyholder: { phone } });
		expect(filled.seen(held('+420255501234'), true, held(null))).toEqual(['same']);
		expect(filled.seen(held(null), true, held(null))).toEqual([]);
		expect(filled.seen(ofSignature({}), true, held(null))).toEqual([]);
	});
});
