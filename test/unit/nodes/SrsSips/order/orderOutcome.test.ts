import { Failure, type FailureDetails, type FailureKind } from '../../../../../engine/failure';
import { explainOrderFailure, orderContent, orderLabel, orderFigures, orderOutcome } from '../../../../../nodes/SrsSips/order/orderOutcome';
import { answer, failureOf } from '../../../../support/panels/pure';
import { LINE, order } from '../support';

const QUEUE_ID = '6a6e3c1e-0d0b-4a39-9a57-1c2f6d1f5a10';
const read = order({ 'options.transactionId': 'T-1' });

function outcome(body: unknown, status = 200) {
	return orderOutcome(answer(body, status), read, orderFigures(read));
}

describe('what became of an order', () => {
	it('is accepted with a sales order number', () => {
		expect(outcome({ message: 'Order Submitted', transactionID: 'T-1', orderID: '41200987', queueID: null })).toEqual({
			state: 'accepted', orderId: '41200987', queueId: null, transactionId: 'T-1', poNumber: '7731-2', customerCode: 'DEMO100', branchCode: 'SBDEN',
			jobAccountNumber: 43, lineCount: 1, expectedTotal: null, message: 'Order Submitted',
			answer: { message: 'Order Submitted', transactionID: 'T-1', orderID: '41200987', queueID: null },
		});
	});

	it.each([
		['status 201', { orderID: '41200987', queueID: null }, 201],
		['a number for the id', { orderID: 41200987, queueID: null }, 200],
		['no queue id', { orderID: '41200987' }, 200],
		['an empty queue id', { orderID: '41200987', queueID: '' }, 200],
		['a queue id of zeros', { orderID: '41200987', queueID: '00000000-0000-0000-0000-000000000000' }, 200],
		['0 for the queue id', { orderID: '41200987', queueID: 0 }, 200],
		['0 as text for the queue id', { orderID: '41200987', queueID: '0' }, 200],
	])('is accepted with %s', (_name, body, status) => {
		expect(outcome(body, status)).toMatchObject({ state: 'accepted', orderId: '41200987', queueId: null });
	});

	it.each([
		['a queue id', { message: 'OK', orderID: '41200987', queueID: QUEUE_ID }],
		['an order id that equals it', { message: 'OK', orderID: QUEUE_ID, queueID: QUEUE_ID }],
		['the word alone', { message: 'Order Queued', orderID: QUEUE_ID, queueID: null }],
		['a queue id alone', { queueID: QUEUE_ID }],
		['an order id that is no number', { message: 'OK', orderID: QUEUE_ID, queueID: null }],
		['an order id that is no number, alone', { orderID: QUEUE_ID }],
	])('is queued by %s, and then it has no order number', (_name, body) => {
		expect(outcome(body)).toMatchObject({ state: 'queued', orderId: null, queueId: QUEUE_ID });
	});

	it.each<[string, unknown, string]>([
		['letters and digits', { message: 'Order Queued', queueID: 'Q-48213' }, 'Q-48213'],
		['eight digits and letters', { message: 'Order Queued', queueID: '6a6e3c1e' }, '6a6e3c1e'],
		['letters and digits, without the word', { queueID: 'Q-48213' }, 'Q-48213'],
		['an order number with a part', { orderID: '41200987-001' }, '41200987-001'],
		['an order number with letters', { orderID: 'SO41200987' }, 'SO41200987'],
		['no digit at all, beside the word', { message: 'Order Queued', queueID: 'abcdef' }, 'abcdef'],
		['a word for the queue id, beside an order number', { message: 'Order Queued', orderID: '41200987', queueID: 'N/A' }, '41200987'],
	])('is queued by an id of %s', (_name, body, queueId) => {
		expect(outcome(body)).toMatchObject({ state: 'queued', orderId: null, queueId });
	});

	it.each(['Order not queued; submitted', 'Not queued', 'Could not be queued, submitted at once', 'Dequeued', 'Unqueued'])('is not queued by the words %p', (message) => {
		expect(outcome({ message, orderID: '41200987' })).toMatchObject({ state: 'accepted', orderId: '41200987' });
	});

	it.each(['Order Queued. It was not sent', 'QUEUED', 'Order queued', 'Queued; not yet submitted', 'Order Queued: not processed yet'])('is queued by the words %p', (message) => {
		expect(outcome({ message, orderID: '41200987' })).toMatchObject({ state: 'queued', queueId: '41200987' });
	});

	it.each([
		['Rejected: branch closed', { orderID: '41200987' }], ['Order declined', { orderID: 41200987 }], ['Cancelled', { orderID: '41200987' }],
		['Order not accepted', { orderID: '41200987' }], ['Order failed', { queueID: QUEUE_ID }], ['Rejected, not queued', { queueID: 'Q-1' }],
		['See number', { orderID: 'REJECTED-9' }], ['Unable to place order', { orderID: 41200987 }], ['Error: see the branch', { orderID: 41200987 }],
		['Internal error', { orderID: 'ERR-500' }], ['Customer on credit hold', { orderID: 'E1001' }], ['OK', { orderID: 'ERR-500' }],
	])('is unknown with the words %p beside a number, and tells them', (message, ids) => {
		const failure = failureOf(() => outcome({ message, ...ids }));
		expect(failure).toMatchObject({ kind: 'unknownOutcome', details: { partnerMessage: expect.stringContaining(message) as string } });
		expect(failure.message).toContain(message);
		expect(failure.message).toContain(String(Object.values(ids)[0]));
	});

	it.each<[string, Record<string, unknown>, string]>([
		['success: false', { success: false }, '41200987'],
		['a list of errors', { success: false, errors: ['credit hold'] }, 'credit hold'],
		['an error', { error: { message: 'No credit' } }, 'No credit'],
	])('is unknown with %s beside a number', (_name, more, words) => {
		const failure = failureOf(() => outcome({ orderID: 41200987, ...more }));
		expect(failure.kind).toBe('unknownOutcome');
		expect(failure.message).toContain(words);
	});

	it('is accepted where SIPS says that there was no error', () => {
		expect(outcome({ orderID: 41200987, message: 'Submitted with no errors', success: true, errors: [], error: null })).toMatchObject({ state: 'accepted' });
		expect(outcome({ queueID: QUEUE_ID, message: 'Order Queued, branch unable to answer yet' })).toMatchObject({ state: 'queued' });
	});

	it('has the same content in whichever letters the codes are written, as the transaction ID has', () => {
		expect(orderContent(order({ customerCode: 'demo100', branchCode: 'sbden' }))).toBe(orderContent(order()));
		expect(orderContent(order({ poNumber: '7731-3' }))).not.toBe(orderContent(order()));
	});

	it.each<[string, unknown]>([
		['no ids', { message: 'Thank you' }],
		['ids that are null', { orderID: null, queueID: null }],
		['empty ids', { orderID: '', queueID: ' ' }],
		['ids of another type', { orderID: { id: 1 }, queueID: true }],
		['the word queued without an id', { message: 'Order Queued' }],
		['zeros for both ids', { orderID: 0, queueID: '00000000-0000-0000-0000-000000000000' }],
		['a word for the order number', { orderID: 'REJECTED' }],
		['the word queued in both places', { message: 'Order Queued', queueID: 'Queued' }],
		['a word for the order number, and a queue id', { orderID: 'REJECTED', queueID: QUEUE_ID }],
		['words for both ids', { orderID: 'On hold', queueID: 'N/A' }],
		['an error body', { code: 'GeneralError', message: 'Failed' }],
		['null', null],
		['text', 'Order Submitted'],
		['nothing', ''],
		['a list', [{ orderID: '41200987' }]],
	])('is unknown with %s', (_name, body) => {
		const failure = failureOf(() => outcome(body));
		expect(failure.kind).toBe('unknownOutcome');
		expect(failure.details).toMatchObject({ status: 200, subject: { transactionId: 'T-1', poNumber: '7731-2' } });
		expect(failure.details.advice).toMatch(/Do not send it again/);
	});

	it.each([['0'], [0]])('is unknown with %p for the order number', (orderID) => {
		expect(failureOf(() => outcome({ orderID, queueID: null })).kind).toBe('unknownOutcome');
	});

	it('is queued where a word in the place of the queue id says so', () => {
		expect(outcome({ orderID: QUEUE_ID, queueID: 'Queued' })).toMatchObject({ state: 'queued', queueId: QUEUE_ID });
	});

	it('tells the words that stand in the place of an id', () => {
		expect(failureOf(() => outcome({ message: 'See orderID', orderID: 'REJECTED', queueID: null })).message).toBe(
			'SIPS answered 200 without an order number or queue id: See orderID, REJECTED',
		);
	});

	// Of what takes time by the square, a megabyte takes an hour.
	it.each<[string, unknown]>([
		['digits for the order number', { orderID: '1'.repeat(1_000_000) }],
		['digits, and something else, for the order number', { orderID: `${'1'.repeat(1_000_000)}!` }],
		['letters for the order number', { orderID: 'a'.repeat(1_000_000) }],
		['text for the queue id, beside the word', { message: 'Order Queued', queueID: 'q1'.repeat(500_000) }],
		['words that say no', { orderID: 41200987, message: 'rejected '.repeat(100_000) }],
		['words without a number', { message: `queued ${'not '.repeat(250_000)}` }],
	])('is unknown at once with a megabyte of %s, and tells no more of it than can be read', (_name, body) => {
		const failure = failureOf(() => outcome(body));
		expect(failure.kind).toBe('unknownOutcome');
		expect(failure.message.length).toBeLessThan(1_000);
		expect(failure.details.partnerMessage?.length ?? 0).toBeLessThan(1_000);
	});

	it('is read at once beside a megabyte of words', () => {
		expect(outcome({ orderID: 41200987, message: `queued ${'not '.repeat(250_000)}` })).toMatchObject({ state: 'queued' });
		expect(outcome({ orderID: 41200987, message: `${'not '.repeat(250_000)} queued` })).toMatchObject({ state: 'accepted' });
	});

	it('keeps the words of SIPS where it is unknown', () => {
		expect(failureOf(() => outcome({ message: 'Branch is closed' }))).toMatchObject({
			message: 'SIPS answered 200 without an order number or queue id: Branch is closed', details: { partnerMessage: 'Branch is closed' },
		});
	});

	it.each([
		['all prices', [{ ...LINE, quantity: 3, price: '0.10' }, { ...LINE, quantity: 30, price: 35.4 }], 1062.3],
		['not all prices', [{ ...LINE, price: 1 }, LINE], null],
	])('has a total to expect with %s', (_name, lines, expectedTotal) => {
		expect(orderFigures(order({ 'lines.line': lines }))).toMatchObject({ expectedTotal, lineCount: 2 });
	});
});

describe('a failure of Submit, told as what it means for the order', () => {
	function told(kind: FailureKind, details: Partial<FailureDetails> = {}) {
		return explainOrderFailure(new Failure(kind, 'Something happened', { advice: 'Do this.', ...details }), read);
	}

	it('is findable: by PO number and transaction id', () => {
		expect(orderLabel(read)).toBe('PO 7731-2, transaction T-1');
		expect(told('outage').details.subject).toEqual({ transactionId: 'T-1', poNumber: '7731-2' });
	});

	it('says of an unknown outcome how to find out', () => {
		const failure = told('unknownOutcome', { status: 500 });
		expect(failure.message).toBe('It is not known whether the order was placed (PO 7731-2, transaction T-1): Something happened');
		expect(failure.details.advice).toMatch(/^Do this\. To find it: Order: Find with PO Number 7731-2/);
	});

	it.each<[FailureKind, number]>([
		['validation', 400], ['permission', 403], ['notFound', 404], ['conflict', 409], ['validation', 422], ['rateLimit', 429],
	])('says of %s (%i) that SIPS refused and no order was placed', (kind, status) => {
		const failure = told(kind, { status, partnerMessage: 'On credit hold' });
		expect(failure.kind).toBe(kind);
		expect(failure.message).toContain('PO 7731-2, transaction T-1');
		expect(failure.message).toContain('On credit hold');
		expect(failure.details.advice).toContain('No order was placed');
		expect(failure.details.advice).toContain('Do this.');
	});

	it.each<[FailureKind, number]>([['validation', 400], ['permission', 403], ['notFound', 404], ['validation', 405]])(
		'does not say of a page of a gateway (%s, %i) that SIPS refused; no order was placed', (kind, status) => {
			const failure = told(kind, { status, partnerMessage: 'nginx', isPartnersOwn: false });
			expect(failure.message).toBe('The order was not taken (PO 7731-2, transaction T-1): Something happened');
			expect(failure.details.advice).toContain('No order was placed');
		},
	);

	it.each<FailureKind>(['configuration', 'authentication', 'outage', 'brokenAnswer', 'cancelled'])('keeps kind and words of %s', (kind) => {
		expect(told(kind)).toMatchObject({ kind, message: expect.stringContaining('Something happened') });
	});
});
