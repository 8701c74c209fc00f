import { isFailure } from '../../../../../engine/failure';
import { lookUpMatch, lookUpRequest } from '../../../../../nodes/SrsSips/order/orderLookUp';
import { orderFigures } from '../../../../../nodes/SrsSips/order/orderOutcome';
import { answer, failureOf } from '../../../../support/panels/pure';
import { order } from '../support';

const own = order();
const row = (changes: Record<string, unknown> = {}) => ({ orderId: 41200987, PONumber: '7731-2', orderStatus: 'Confirmed', ...changes });
const likeness = (rows: unknown) => lookUpMatch(answer({ orderList: rows }), own, {}).map(({ id, likeness: how }) => [id, how]);

describe('the look-up of a submitted order', () => {
	it('asks by PO number alone: what the other filters take is not certain', () => {
		expect(lookUpRequest(own)).toEqual({ method: 'POST', path: '/orders/List', body: { PONumber: '7731-2' } });
	});

	it.each([
		['the PO number, and nothing else to go by', row(), 'maybe'],
		['the PO number in other letters', row({ PONumber: ' 7731-2 ' }), 'maybe'],
		['the PO number and the customer', row({ customerNumber: 'demo100' }), 'maybe'],
		['the transaction id', row({ transactionID: own.transactionId, PONumber: undefined }), 'same'],
		['the transaction id in capitals', row({ transactionID: own.transactionId.toUpperCase(), PONumber: undefined }), 'same'],
		['the transaction id of another customer: the id says more', row({ transactionID: own.transactionId, customerCode: '004711' }), 'same'],
		['the PO number and a customer number of another kind', row({ customerNumber: '004711', accountNumber: 'A-9' }), 'maybe'],
		['the PO number and another transaction id', row({ transactionId: 'T-9' }), 'other'],
	])('counts a row with %s', (_what, one, how) => {
		expect(likeness([one])).toEqual([['41200987', how]]);
	});

	it.each([
		['another PO number', row({ PONumber: '7731-20' })],
		['the PO number of another customer', row({ customerCode: 'DEMO200' })],
	])('does not count a row with %s', (_what, one) => {
		expect(likeness([one])).toEqual([]);
	});

	it.each([
		['customer number', row({ customerNumber: 'OTHER99', accountNumber: 'OTHER99' })],
		['account number', row({ accountNumber: 'OTHER99' })],
		['customer number, and a transaction id of its own', row({ customerNumber: 'OTHER99', transactionId: 'T-9' })],
	])('tells a row of another customer by its %s, which neither stops nor is it', (_what, one) => {
		expect(lookUpMatch(answer([one]), own, {})).toMatchObject([{ id: '41200987', likeness: 'foreign', doubt: 'customer number OTHER99' }]);
	});

	// The run is on 2026-03-02 in the workflow's zone.
	it.each<[string, Record<string, unknown>, string | undefined]>([
		['a customer number of another kind', { customerNumber: '50123' }, 'customer number 50123'],
		['a day before the order', { orderDate: '2026-02-27' }, 'dated 2026-02-27'],
		['a sure word for delivered', { orderStatus: 'Completed' }, 'status Completed'],
		['a sure word for invoiced', { orderStatus: 'Invoiced' }, 'status Invoiced'],
		['several of these', { orderStatus: 'Completed', customerNumber: 50123 }, 'customer number 50123, status Completed'],
		['nothing', {}, undefined],
		['the customer', { customerNumber: 'DEMO100' }, undefined],
		['the day of the order', { orderDate: own.orderDate }, undefined],
		['a date that stands for none', { orderDate: '0001-01-01T00:00:00' }, undefined],
		['a day that cannot be read', { orderDate: 'soon' }, undefined],
		['a guessed word for delivered', { orderStatus: 'Delivered' }, undefined],
		['a sure word of an order that is on its way', { orderStatus: 'En Route' }, undefined],
	])('is in doubt of a row without an id by %s', (_what, changes, doubt) => {
		expect(lookUpMatch(answer([row(changes)]), own, {})).toMatchObject([{ likeness: 'maybe', ...(doubt === undefined ? {} : { doubt }) }]);
		expect(lookUpMatch(answer([row(changes)]), own, {})[0]?.doubt).toBe(doubt);
	});

	it('is in no doubt of a row with its own transaction id', () => {
		const one = row({ transactionId: own.transactionId, customerNumber: 'OTHER99', orderStatus: 'Completed', orderDate: '2026-01-01' });
		expect(lookUpMatch(answer([one]), own, {})[0]).not.toHaveProperty('doubt');
		expect(likeness([one])).toEqual([['41200987', 'same']]);
	});

	it('knows the order by an id of the person\'s own that is a time', () => {
		const timed = order({ 'options.transactionId': '2026-03-05T08:15:27.120' });
		expect(lookUpMatch(answer([row({ transactionId: '2026-03-05T08:15:27.120' })]), timed, {}).map(({ likeness: how }) => how)).toEqual(['same']);
	});

	it('takes the day that the order says, where a person dates it back', () => {
		const dated = order({ 'options.orderDate': '2026-02-20' });
		expect(lookUpMatch(answer([row({ orderDate: '2026-02-20' })]), dated, {})[0]).not.toHaveProperty('doubt');
	});

	it('counts a row with the transaction id as one that may be it, where a person sends the order once more under an id of their own', () => {
		const again = order({ 'options.transactionId': 'T-1', 'options.sendAgain': true });
		const derived = order({ 'options.sendAgain': true });
		const judged = (one: typeof again) => lookUpMatch(answer([row({ transactionId: one.transactionId })]), one, {}).map(({ likeness: how }) => how);
		expect([judged(again), judged(derived)]).toEqual([['maybe'], ['same']]);
	});

	it('has no number for a row without one, and says that a queued one waits', () => {
		const [found] = lookUpMatch(answer([row({ orderId: undefined, orderStatus: 'Queued' })]), own, {});
		expect(found).toMatchObject({ id: null, isWaiting: true });
	});

	it('finds nothing in an empty list', () => {
		expect(likeness([])).toEqual([]);
	});

	it('does not claim to have looked where no row has a field it knows', () => {
		expect(failureOf(() => likeness([{ a: 1 }, { b: 2 }])).kind).toBe('brokenAnswer');
	});

	it.each([
		['a row of quite another PO number', [row({ PONumber: '9001' })]],
		['several of them', [row({ PONumber: '9001' }), row({ orderId: 41200988, PONumber: undefined, transactionId: 'T-9' })]],
	])('does not claim to have looked where the list was not filtered: %s', (_what, rows) => {
		const failure = failureOf(() => likeness(rows));
		expect(failure.kind).toBe('brokenAnswer');
		expect(failure.message).toMatch(/PO number 7731-2 and lists others only, so its list was not filtered/);
	});

	it.each([
		['a longer number that contains it', [row({ PONumber: '7731-20' })], 0],
		['its own beside others', [row(), row({ orderId: 41200988, PONumber: '9001' })], 1],
		['one of another customer', [row({ customerCode: 'DEMO200' })], 0],
	])('has looked where SIPS lists %s', (_what, rows, found) => {
		expect(likeness(rows)).toHaveLength(found);
	});

	it.each([
		['another PO number', { PONumber: '9001' }, 'PO number 9001'],
		["another customer's code", { customerCode: 'DEMO200' }, 'customer DEMO200'],
	])('never takes a row with an id of the person’s own for the order where it has %s: the id was used twice', (_what, changes, doubt) => {
		const given = order({ 'options.transactionId': 'T-1' });
		expect(lookUpMatch(answer([row({ transactionId: 'T-1', ...changes })]), given, {})).toMatchObject([{ id: '41200987', likeness: 'maybe', doubt }]);
	});

	it('tells of an order that an earlier run sent under an id of the person’s own no figures of this item', () => {
		const given = order({ 'options.transactionId': 'T-1' });
		const [found] = lookUpMatch(answer([row({ transactionId: 'T-1' })]), given, orderFigures(given));
		expect(found?.items).toMatchObject([{ branchCode: 'SBDEN', jobAccountNumber: 43, lineCount: 1 }]);
		expect(found?.itemsOfEarlier).toMatchObject([{ poNumber: '7731-2', transactionId: 'T-1', branchCode: null, jobAccountNumber: null, lineCount: null, expectedTotal: null }]);
	});

	it.each([['HTML', '<html></html>'], ['nothing', ''], ['null', null], ['a refusal', { message: 'No' }]])('is a failure where the answer is %s', (_what, body) => {
		let caught: unknown;
		try {
			lookUpMatch(answer(body), own, {});
		} catch (error) {
			caught = error;
		}
		expect(isFailure(caught)).toBe(true);
	});

	it.each([
		['Confirmed', 'accepted', 'accepted'], ['Delivered', 'accepted', 'delivered'], ['Order Cancelled', 'rejected', 'cancelled'],
		['Rejected', 'rejected', 'rejected'], ['Queued', 'queued', 'queued'], [undefined, 'accepted', 'unknown'],
	])('tells an order that is listed as %s: state %s, status %s', (words, state, status) => {
		const [found] = lookUpMatch(answer([row({ orderStatus: words })]), own, orderFigures(own));
		expect(found?.items).toEqual([{
			state, status, orderId: '41200987', queueId: null, transactionId: own.transactionId, poNumber: '7731-2', customerCode: 'DEMO100', branchCode: 'SBDEN',
			jobAccountNumber: 43, lineCount: 1, expectedTotal: null, message: words ?? '', matchedBy: 'transactionId', answer: row({ orderStatus: words }),
		}]);
	});

	it.each([
		['no number', {}, null],
		['0 for a number', { orderId: 0 }, null],
		['zeros as a UUID', { orderId: '00000000-0000-0000-0000-000000000000' }, null],
		['a queue id in the place of the number', { orderId: 'a06489ff-ee73-421d-a1b8-a4128aa7f37a' }, 'a06489ff-ee73-421d-a1b8-a4128aa7f37a'],
		['a word for a number', { orderId: 'TBD' }, null],
		['100,000 digits for a number', { orderId: '1'.repeat(100_000) }, null],
	])('takes a row with its own transaction id and %s for one that waits', (_what, more, queueId) => {
		const judged = (orderStatus: string) => lookUpMatch(answer([{ PONumber: '7731-2', transactionID: own.transactionId, orderStatus, ...more }]), own, {})[0];
		for (const words of ['Pending', 'Confirmed', 'En Route']) {
			expect(judged(words)).toMatchObject({ likeness: 'same', isWaiting: true, isRefused: false, items: [{ state: 'queued', orderId: null, queueId }] });
		}
		expect(judged('Cancelled')).toMatchObject({ isWaiting: false, isRefused: true, items: [{ state: 'rejected', orderId: null, queueId }] });
	});

	it('takes the order number that a row has beside zeros or a queue id', () => {
		const found = lookUpMatch(answer([row({ orderId: 'a06489ff-ee73-421d-a1b8-a4128aa7f37a', orderNumber: '41200987' })]), own, {});
		expect(found).toMatchObject([{ id: '41200987', items: [{ state: 'accepted', orderId: '41200987' }] }]);
		expect(lookUpMatch(answer([row({ orderId: 0, orderNumber: 41200987 })]), own, {})).toMatchObject([{ id: '41200987' }]);
	});
});
