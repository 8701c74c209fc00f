import { firstDay } from '../../../../../nodes/SrsSips/polling/snapshot';
import { DAY_MS, invoiceRow, MINUTE_MS, NOON, orderRow, queuedOrder, RULES, TODAY, waitingOrder, WatchTrial, type Sight } from '../../../../support/polling/watchWorld';

/** A watch that has had its first look. */
function begun(first: Sight = {}, rules: ConstructorParameters<typeof WatchTrial>[0] = {}): WatchTrial {
	const trial = new WatchTrial(rules);
	expect(trial.look(first).events).toEqual([]);
	return trial;
}

const at = (minutes: number) => NOON + minutes * MINUTE_MS;
const onDay = (days: number) => NOON + days * DAY_MS;
const brief = ({ events }: ReturnType<WatchTrial['look']>) => events.map(({ event, orderId, previousStatus, status }) => [event, orderId, previousStatus, status]);

describe('the first look', () => {
	it('is quiet, and the second one as well where nothing has changed', () => {
		const sight = { orders: [orderRow(1, 'Submitted')], invoices: [invoiceRow('0000000001-001')] };
		expect(begun(sight).look(sight).events).toEqual([]);
	});

	it('tells what is there where a person wants that', () => {
		const trial = new WatchTrial({ tellsExisting: true });
		const sight = { orders: [orderRow(1, 'En Route')], invoices: [invoiceRow('0000000001-001')] };
		expect(trial.look(sight).events).toMatchObject([
			{ event: 'statusChanged', orderId: '1', status: 'shipped', previousStatus: null },
			{ event: 'newInvoice', invoiceNumber: '0000000001-001', status: 'invoiced', previousStatus: null },
		]);
		expect(trial.look(sight).events).toEqual([]);
	});
});

describe('a change of status', () => {
	it('is told once, with what was before', () => {
		const trial = begun({ orders: [orderRow(1, 'Submitted')] });
		const { events } = trial.look({ orders: [orderRow(1, 'En Route', { transactionID: 'tx-9' })], now: at(1) });
		expect(events).toEqual([
			{
				event: 'statusChanged', eventKey: expect.stringMatching(/^[0-9a-f]{32}$/) as string, foundAt: '2026-03-02T12:01:00.000Z',
				orderId: '1', poNumber: 'PO-1', transactionId: 'tx-9', customerCode: 'DEMO100', branchCode: 'SBDEN',
				status: 'shipped', statusText: 'En Route', previousStatus: 'submitted', previousStatusText: 'Submitted',
				invoiceNumber: null, invoiceDate: null, invoiceTotal: null, queueId: null, queuedAt: null,
				answer: orderRow(1, 'En Route', { transactionID: 'tx-9' }),
			},
		]);
		expect(trial.look({ orders: [orderRow(1, 'En Route')], now: at(2) }).events).toEqual([]);
	});

	it('is told for an order that was not there before', () => {
		expect(brief(begun().look({ orders: [orderRow(1, 'Submitted')] }))).toEqual([['statusChanged', '1', null, 'submitted']]);
	});

	it('is told where other words mean the same to us: SIPS has no public list of them', () => {
		const { events } = begun({ orders: [orderRow(1, 'Confirmed')] }).look({ orders: [orderRow(1, 'Processing')] });
		expect(events).toMatchObject([{ status: 'accepted', statusText: 'Processing', previousStatus: 'accepted', previousStatusText: 'Confirmed' }]);
	});

	it.each([
		['capitals or blanks', 'SUBMITTED  '],
		['a missing status', null],
	])('is none where only %s differ', (_what, words) => {
		const trial = begun({ orders: [orderRow(1, 'Submitted')] });
		expect(trial.look({ orders: [orderRow(1, words)] }).events).toEqual([]);
		expect(trial.look({ orders: [orderRow(1, 'Submitted')] }).events).toEqual([]);
	});

	it('is seen in long words, too, though only their hash is kept', () => {
		const long = (end: string) => `Waiting at the branch until the roof has been measured again, ${end}`;
		const trial = begun({ orders: [orderRow(1, long('by Monday'))] });
		expect(trial.look({ orders: [orderRow(1, long('by MONDAY'))] }).events).toEqual([]);
		expect(trial.look({ orders: [orderRow(1, long('by Tuesday'))] }).events).toMatchObject([
			{ statusText: long('by Tuesday'), previousStatus: 'unknown', previousStatusText: null },
		]);
	});

	it('has a key of its own each time, also where the same states follow each other again', () => {
		const trial = begun({ orders: [orderRow(1, 'Confirmed')] });
		const keys = ['On Hold', 'Confirmed', 'On Hold', 'Confirmed'].flatMap((words) => trial.look({ orders: [orderRow(1, words)] }).events.map(({ eventKey }) => eventKey));
		expect(new Set(keys).size).toBe(4);
	});

	it('has the same key where the state was not saved and it is found again', () => {
		const trial = begun({ orders: [orderRow(1, 'Submitted')] });
		const saved = trial.json;
		const changed = { orders: [orderRow(1, 'Confirmed')] };
		const [first] = trial.look({ ...changed, now: at(1) }).events;
		trial.json = saved;
		const [again] = trial.look({ ...changed, now: at(5) }).events;
		expect(again?.eventKey).toBe(first?.eventKey);
		expect(again?.foundAt).not.toBe(first?.foundAt);
	});

	it('of an order that is missing from one answer is neither told nor lost', () => {
		const trial = begun({ orders: [orderRow(1, 'Submitted')] });
		expect(trial.look({ orders: [] }).events).toEqual([]);
		expect(trial.look({ orders: [orderRow(1, 'Submitted')] }).events).toEqual([]);
		expect(trial.look({ orders: [] }).events).toEqual([]);
		expect(brief(trial.look({ orders: [orderRow(1, 'Delivered')] }))).toEqual([['statusChanged', '1', 'submitted', 'delivered']]);
	});
});

describe('an invoice', () => {
	it('is told once', () => {
		const trial = begun({ invoices: [invoiceRow('0000000001-001')] });
		const two = { invoices: [invoiceRow('0000000001-001'), invoiceRow('0000000002-001', { paymentStatus: 'Open' })] };
		expect(trial.look(two).events).toMatchObject([
			{
				event: 'newInvoice', invoiceNumber: '0000000002-001', invoiceDate: '2026-03-01T00:00:00', invoiceTotal: 1105, statusText: 'Open',
				orderId: '41200001', customerCode: 'DEMO100', status: 'invoiced', answer: two.invoices[1],
			},
		]);
		expect(trial.look(two).events).toEqual([]);
	});

	it('is forgotten when it has left the window, and not before', () => {
		const trial = begun({ invoices: [invoiceRow('1')] });
		trial.lookOn({ now: onDay(31) });
		expect(trial.state?.invoices?.size).toBe(1);
		trial.look({ now: onDay(32) });
		expect(trial.state?.invoices?.size).toBe(0);
	});
});

describe('a list that cannot be read', () => {
	it('does not hold back the events of the other one, and loses none of its own', () => {
		const trial = begun({ orders: [orderRow(1, 'Submitted')], invoices: [] });
		expect(trial.look({ orders: 'unread', invoices: [invoiceRow('1')] }).events.map(({ event }) => event)).toEqual(['newInvoice']);
		expect(trial.look({ orders: [orderRow(1, 'Confirmed')], invoices: 'unread' }).events.map(({ event }) => event)).toEqual(['statusChanged']);
		expect(trial.look({ orders: [orderRow(1, 'Confirmed')], invoices: [invoiceRow('1')] }).events).toEqual([]);
	});

	it('does not make a queued order lost', () => {
		const trial = begun();
		trial.look({ queued: [queuedOrder()] });
		expect(trial.look({ orders: 'unread', now: at(60) }).events).toEqual([]);
		expect(brief(trial.look({ now: at(61) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
	});
});

describe('what is wanted', () => {
	it('comes out, and nothing else', () => {
		const trial = begun({}, { wanted: new Set(['newInvoice']) });
		expect(trial.look({ orders: [orderRow(1, 'Submitted')], invoices: [invoiceRow('1')] }).events.map(({ event }) => event)).toEqual(['newInvoice']);
	});

	it('is not told of the time in which it was not wanted', () => {
		const trial = begun({ orders: 'unwanted' });
		expect(trial.look({ orders: [orderRow(1, 'Submitted')] }).events).toEqual([]);
		expect(brief(trial.look({ orders: [orderRow(1, 'Confirmed')] }))).toEqual([['statusChanged', '1', 'submitted', 'accepted']]);
	});
});

describe('another view', () => {
	it('of the same account is quiet about what comes into it, tells what changes, and must be saved', () => {
		const trial = begun({ orders: [orderRow(1, 'Submitted')] });
		const wider = { scope: 'wider', orders: [orderRow(1, 'Confirmed'), orderRow(2, 'Delivered')], invoices: [invoiceRow('1')] };
		const outcome = trial.look(wider);
		expect(brief(outcome)).toEqual([['statusChanged', '1', 'submitted', 'accepted']]);
		expect(outcome.mustBeSaved).toBe(true);
		expect(trial.look(wider)).toEqual({ events: [], mustBeSaved: false });
	});

	it('of another account forgets all that was, quietly', () => {
		const trial = begun({ orders: [orderRow(1, 'Submitted')], queued: [queuedOrder()] });
		const other = { account: 'other', orders: [orderRow(1, 'Delivered'), orderRow(2, 'Delivered')], now: at(60) };
		expect(trial.look(other)).toEqual({ events: [], mustBeSaved: true });
		expect(trial.look(other)).toEqual({ events: [], mustBeSaved: false });
	});
});

describe('the window', () => {
	const old = (status: string) => orderRow(1, status, { orderDate: '2026-02-01' });

	it('reaches back as far as a person says', () => {
		expect(firstDay(undefined, TODAY.day, RULES)).toBe(TODAY.day - 30);
	});

	it.each([
		['an open order', 'Confirmed', 29 + 20],
		['no closed one', 'Completed', 30],
		['one that is closed by a guess only', 'Delivered', 29 + 20],
		['one whose words hold known ones', 'Scheduled for Delivery', 29 + 20],
	])('is stretched for %s', (_what, status, days) => {
		const trial = begun({ orders: [old(status)] });
		// 1 February is 29 days before 2 March.
		expect(firstDay(trial.state, TODAY.day + 20, RULES)).toBe(TODAY.day + 20 - days);
	});

	it('is not stretched beyond the time for open orders', () => {
		expect(firstDay(begun({ orders: [old('Confirmed')] }).state, TODAY.day + 80, RULES)).toBe(TODAY.day + 80 - 90);
	});

	it('is stretched by a look back more where SIPS gives no day: the order may be as old', () => {
		const trial = begun({ orders: [orderRow(1, 'Confirmed', { orderDate: null })] });
		expect(firstDay(trial.state, TODAY.day + 10, RULES)).toBe(TODAY.day - 30);
	});

	it('forgets closed orders that have left it, and goes on with open ones', () => {
		const trial = begun({ orders: [orderRow(1, 'Completed'), orderRow(2, 'Confirmed')] });
		trial.lookOn({ now: onDay(40) });
		expect([...(trial.state?.orders?.keys() ?? [])]).toEqual(['2']);
		expect(brief(trial.look({ now: onDay(50), orders: [orderRow(2, 'Completed')] }))).toEqual([['statusChanged', '2', 'accepted', 'delivered']]);
		trial.lookOn({ now: onDay(52) });
		expect(trial.state?.orders?.size).toBe(0);
	});

	it('gives an open order up in the end', () => {
		const trial = begun({ orders: [orderRow(2, 'Confirmed')] });
		trial.lookOn({ now: onDay(94) });
		expect(trial.state?.orders?.size).toBe(0);
	});

	it('that is stretched shows older orders of others; they are no news', () => {
		const trial = begun({ orders: [orderRow(1, 'Confirmed')] });
		const older = [orderRow(2, 'Completed', { orderDate: '2026-03-01' }), orderRow(3, 'Confirmed', { orderDate: '2026-03-01' })];
		expect(trial.lookOn({ now: onDay(40), orders: [orderRow(1, 'Confirmed'), ...older] }).events).toEqual([]);
		const changed = [orderRow(2, 'Invoiced', { orderDate: '2026-03-01' }), orderRow(3, 'Completed', { orderDate: '2026-03-01' })];
		expect(brief(trial.look({ now: onDay(41), orders: [orderRow(1, 'Confirmed'), ...changed] }))).toEqual([['statusChanged', '3', 'accepted', 'delivered']]);
	});

	it('does not make an order old whose date says nothing', () => {
		const trial = begun({ orders: [orderRow(1, 'Confirmed')] });
		const odd = ['0001-01-01T00:00:00', '9999-12-31', 'soon', 7, null].map((orderDate, n) => orderRow(10 + n, 'Delivered', { orderDate }));
		expect(trial.look({ now: onDay(40), orders: [orderRow(1, 'Confirmed'), ...odd] }).events).toHaveLength(5);
		expect(trial.look({ now: onDay(41), orders: [orderRow(1, 'Confirmed'), ...odd] }).events).toEqual([]);
	});
});

describe('a queued order', () => {
	const row = (more = {}) => orderRow(7, 'Submitted', { PONumber: 'PO-Q', orderDate: '2026-03-02', ...more });
	const own = (more = {}) => row({ transactionID: 'tx-1', ...more });

	it('is told once, with what Submit put out, and must be saved', () => {
		const trial = begun();
		const outcome = trial.look({ queued: [queuedOrder()], now: at(1) });
		expect(outcome.events).toMatchObject([
			{
				event: 'orderQueued', orderId: null, poNumber: 'PO-Q', transactionId: 'tx-1', customerCode: 'DEMO100', branchCode: 'SBDEN',
				status: 'queued', statusText: 'Order Queued', previousStatus: null, queueId: 'queue-1', queuedAt: '2026-03-02T12:00:00.000Z', answer: { message: 'Order Queued' },
			},
		]);
		expect(outcome.mustBeSaved).toBe(true);
		expect(trial.look({ queued: [queuedOrder()], now: at(2) }).events).toEqual([]);
	});

	it('must be saved also where its event is not wanted: no later process knows of it', () => {
		const trial = begun({}, { wanted: new Set(['orderLost']) });
		expect(trial.look({ queued: [queuedOrder()] })).toEqual({ events: [], mustBeSaved: true });
		expect(brief(trial.look({ now: at(15) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
	});

	it('that is listed has gone from queued to what it is', () => {
		const trial = begun();
		trial.look({ queued: [queuedOrder()] });
		const { events } = trial.look({ orders: [own()], now: at(2) });
		expect(events).toMatchObject([
			{ event: 'statusChanged', orderId: '7', transactionId: 'tx-1', status: 'submitted', previousStatus: 'queued', previousStatusText: null, queueId: 'queue-1' },
		]);
		expect(trial.look({ orders: [own()], now: at(60) }).events).toEqual([]);
		expect(trial.state?.waiting.size).toBe(0);
	});

	it.each([
		['its queue ID in the place of a number', { orderId: 'a06489ff-ee73-421d-a1b8-a4128aa7f37a' }],
		['a word there', { orderId: 'TBD' }],
	])('that is listed with %s waits on: it is neither lost nor told as taken over', (_what, changes) => {
		const trial = begun();
		trial.look({ queued: [queuedOrder()] });
		const listed = own({ orderStatus: 'Pending', ...changes });
		expect(trial.look({ orders: [listed], now: at(2) }).events).toMatchObject([{ event: 'statusChanged', orderId: changes.orderId, previousStatus: null, queueId: null }]);
		for (const minutes of [20, 60]) expect(trial.look({ orders: [listed], now: at(minutes) }).events).toEqual([]);
		expect(brief(trial.look({ orders: [own()], now: at(70) }))).toEqual([['statusChanged', '7', 'queued', 'submitted']]);
	});

	it('that is listed by the time of the look is told as such only', () => {
		expect(brief(begun().look({ queued: [queuedOrder()], orders: [own()], now: at(1) }))).toEqual([['statusChanged', '7', 'queued', 'submitted']]);
	});

	it('is lost after so many minutes, once, and not a minute earlier', () => {
		const trial = begun();
		trial.look({ queued: [queuedOrder()] });
		expect(trial.look({ now: at(14) }).events).toEqual([]);
		expect(trial.look({ now: at(15) }).events).toMatchObject([
			{ event: 'orderLost', poNumber: 'PO-Q', transactionId: 'tx-1', queueId: 'queue-1', status: 'lost', previousStatus: 'queued', answer: null },
		]);
		for (const minutes of [16, 60, 60 * 24 * 40]) expect(trial.look({ now: at(minutes) }).events).toEqual([]);
	});

	it('that was lost and is listed later changes its status all the same', () => {
		const trial = begun();
		trial.look({ queued: [queuedOrder()] });
		trial.look({ now: at(20) });
		expect(brief(trial.look({ orders: [own()], now: at(600) }))).toEqual([['statusChanged', '7', 'lost', 'submitted']]);
	});

	it('is asked for before it is told lost, and found outside of the window by its transaction id', () => {
		const trial = begun();
		trial.look({ queued: [queuedOrder()] });
		const found = own({ orderDate: '2026-03-01' });
		expect(brief(trial.look({ findable: [found], now: at(20) }))).toEqual([['statusChanged', '7', 'queued', 'submitted']]);
	});

	it('goes on waiting where asking finds an order of its PO number without a transaction id: that one is told once, as itself', () => {
		const trial = begun();
		trial.look({ queued: [queuedOrder()] });
		for (const orderDate of ['2026-03-01', '2026-03-02', null]) {
			const found = row({ orderDate });
			const told = trial.look({ findable: [found], now: at(20) });
			expect(brief(told)).toEqual(orderDate === '2026-03-01' ? [['statusChanged', '7', null, 'submitted']] : []);
			expect(trial.look({ findable: [found], now: at(40) }).events).toEqual([]);
		}
		expect(trial.state?.waiting.size).toBe(1);
	});

	it('is not told lost while it cannot be asked for', () => {
		const trial = begun();
		trial.look({ queued: [queuedOrder()] });
		expect(trial.look({ findable: 'unread', now: at(20) }).events).toEqual([]);
		expect(brief(trial.look({ now: at(21) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
	});

	it('that was there before the watch is quiet at first, and lost at the second look', () => {
		const trial = begun({ queued: [queuedOrder()], now: at(60) });
		expect(brief(trial.look({ now: at(61) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
	});

	describe('is known by', () => {
		it.each([
			['its transaction id, whatever the PO number', { PONumber: 'OTHER', transactionID: 'TX-1' }, true],
			['no PO number under another transaction id', { transactionID: 'tx-2' }, false],
			['no PO number of another customer', { customerCode: 'DEMO200' }, false],
		])('%s', (_what, more, isIt) => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			expect(brief(trial.look({ orders: [row(more)], now: at(2) }))).toEqual([['statusChanged', '7', isIt ? 'queued' : null, 'submitted']]);
			expect(trial.look({ orders: [row(more)], now: at(20) }).events.map(({ event }) => event)).toEqual(isIt ? [] : ['orderLost']);
		});

		it.each([
			['no transaction id', {}],
			['no transaction id, and the PO number in other capitals', { PONumber: ' po-q ' }],
			['no transaction id and no customer', { customerCode: null }],
		])('no PO number where the row has %s: it is told as itself, and the queued order goes on waiting while it is listed', (_what, more) => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			expect(trial.look({ orders: [row(more)], now: at(2) }).events).toMatchObject([
				{ event: 'statusChanged', orderId: '7', previousStatus: null, transactionId: null, queueId: null, queuedAt: null },
			]);
			expect(trial.look({ orders: [row(more)], now: at(20) }).events).toEqual([]);
			expect([...(trial.state?.waiting.values() ?? [])]).toMatchObject([{ transactionId: 'tx-1', phase: 'waiting' }]);
			expect(brief(trial.look({ now: at(21) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
		});

		it('its own row beside one of its PO number that came up before', () => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			trial.look({ orders: [row()], now: at(2) });
			const both = [row(), orderRow(8, 'Submitted', { PONumber: 'PO-Q', transactionID: 'tx-1' })];
			expect(trial.look({ orders: both, now: at(20) }).events).toMatchObject([{ event: 'statusChanged', orderId: '8', previousStatus: 'queued', transactionId: 'tx-1' }]);
			expect(trial.state?.waiting.size).toBe(0);
		});

		it('its transaction id, where that row is listed without it at first', () => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			trial.look({ orders: [row()], now: at(2) });
			expect(trial.look({ orders: [own()], now: at(20) }).events).toEqual([]);
			expect(trial.state?.waiting.size).toBe(0);
		});

		it('nothing after the days that are looked back: what may be it has been told, and SIPS is asked no longer', () => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			trial.look({ orders: [row()], now: at(2) });
			expect(trial.lookOn({ findable: [row()], now: onDay(29) }).events).toEqual([]);
			expect(trial.state?.waiting.size).toBe(1);
			expect(trial.look({ findable: [row()], now: onDay(30) }).events).toEqual([]);
			expect(trial.state?.waiting.size).toBe(0);
		});

		it('no older order of the same PO number', () => {
			const trial = begun({ orders: [row()], now: at(-60) });
			trial.look({ orders: [row()], queued: [queuedOrder()] });
			expect(brief(trial.look({ orders: [row()], now: at(20) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
		});

		it('no order of last year that asking for the PO number brings up', () => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			expect(brief(trial.look({ findable: [row({ orderDate: '2025-03-02' })], now: at(20) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
		});

		it.each([
			['its transaction id', own(), [], 0],
			['nothing, without one: it is not told lost either', row(), ['orderQueued'], 1],
		])('in an order that came up while Submit waited for its answer: %s', (_what, listed, told, stillWaiting) => {
			const trial = begun({ now: at(-5) });
			expect(brief(trial.look({ orders: [listed], now: at(-1) }))).toEqual([['statusChanged', '7', null, 'submitted']]);
			expect(trial.look({ orders: [listed], queued: [queuedOrder()], now: at(1) }).events.map(({ event }) => event)).toEqual(told);
			expect(trial.look({ orders: [listed], now: at(30) }).events).toEqual([]);
			expect(trial.state?.waiting.size).toBe(stillWaiting);
		});

		it('no PO number that two of them have: the listed order is told as itself, and neither is told lost', () => {
			const trial = begun();
			trial.look({ queued: [queuedOrder(), queuedOrder({ transactionId: 'tx-2', queueId: 'queue-2', queuedAt: at(1) })], now: at(1) });
			expect(trial.look({ orders: [row()], now: at(2) }).events).toMatchObject([{ event: 'statusChanged', orderId: '7', queueId: null, previousStatus: null }]);
			expect(trial.look({ orders: [row()], now: at(20) }).events).toEqual([]);
			expect(trial.state?.waiting.size).toBe(2);
		});

		it('no order of its PO number that this process sent under another transaction id, also after a restart', () => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			const told = trial.look({ orders: [row()], ownOrders: { 7: 'tx-2' }, now: at(2) });
			expect(told.events).toMatchObject([{ event: 'statusChanged', orderId: '7', queueId: null, previousStatus: null }]);
			expect(trial.look({ orders: [row()], now: at(14) }).events).toEqual([]);
			expect(trial.look({ orders: [row()], now: at(15) }).events).toMatchObject([{ event: 'orderLost', transactionId: 'tx-1' }]);
		});

		it('the number that a later Submit of its transaction id has told this process, with zeros in front or without', () => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			const outcome = trial.look({ orders: [orderRow('007', 'Submitted', { PONumber: null })], ownOrders: { 7: 'TX-1' }, now: at(2) });
			expect(outcome.events).toMatchObject([{ event: 'statusChanged', previousStatus: 'queued', queueId: 'queue-1' }]);
		});

		it('no order of its PO number with an older date that comes up', () => {
			const trial = begun();
			trial.look({ queued: [queuedOrder()] });
			expect(trial.look({ orders: [row({ orderDate: '2026-02-20' })], now: at(2) }).events).toMatchObject([{ event: 'statusChanged', queueId: null }]);
			expect(brief(trial.look({ orders: [row({ orderDate: '2026-02-20' })], now: at(20) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
		});

		it('no order of its PO number that was there at the first look: it is not told lost either', () => {
			const trial = begun({ orders: [row()], queued: [queuedOrder()], now: at(1) });
			expect(trial.look({ orders: [row()], now: at(30) }).events).toEqual([]);
			expect(trial.state?.waiting.size).toBe(1);
		});
	});
});

describe('an order that a person names', () => {
	const named = [waitingOrder({ transactionId: null, customerCode: null, branchCode: null, queueId: null, isNamed: true })];
	const row = orderRow(7, 'Submitted', { PONumber: 'PO-Q', orderDate: '2026-03-02' });

	it('is lost once, for as long as it is named and longer', () => {
		const trial = begun({ named });
		expect(trial.look({ named, now: at(14) }).events).toEqual([]);
		expect(brief(trial.look({ named, now: at(15) }))).toEqual([['orderLost', null, 'queued', 'lost']]);
		expect(trial.look({ named, now: onDay(1) }).events).toEqual([]);
		expect(trial.look({ now: onDay(2) }).events).toEqual([]);
		expect(trial.look({ named, now: onDay(3) }).events).toEqual([]);
		expect(trial.look({ named, now: onDay(100) }).events).toEqual([]);
	});

	it('that is listed is not lost, though it stays named', () => {
		const byId = [waitingOrder({ isNamed: true })];
		const own = { ...row, transactionID: 'tx-1' };
		const trial = begun({ named: byId });
		expect(brief(trial.look({ named: byId, orders: [own], now: at(2) }))).toEqual([['statusChanged', '7', 'queued', 'submitted']]);
		expect(trial.look({ named: byId, orders: [own], now: at(30) }).events).toEqual([]);
		expect(trial.look({ named: byId, orders: [], now: at(40) }).events).toEqual([]);
	});

	it('by its PO number alone is not lost while one is listed under it, which is told as itself', () => {
		const trial = begun({ named });
		expect(brief(trial.look({ named, orders: [row], now: at(2) }))).toEqual([['statusChanged', '7', null, 'submitted']]);
		expect(trial.look({ named, orders: [row], now: at(30) }).events).toEqual([]);
		expect(trial.look({ named, findable: [row], now: at(40) }).events).toEqual([]);
		expect(trial.lookOn({ named, findable: [row], now: onDay(40) }).events).toEqual([]);
		expect(trial.look({ named, now: onDay(41) }).events).toEqual([]);
	});

	it('may be listed for long before it is named', () => {
		const trial = begun({ orders: [row] });
		expect(trial.look({ named, orders: [row], now: at(300) }).events).toEqual([]);
		expect(trial.look({ named, orders: [row], now: at(301) }).events).toEqual([]);
	});

	it('is known by its order number', () => {
		const byNumber = [waitingOrder({ transactionId: null, poNumber: null, orderId: '7', isNamed: true })];
		const trial = begun({ named: byNumber });
		expect(brief(trial.look({ named: byNumber, orders: [row], now: at(2) }))).toEqual([['statusChanged', '7', 'queued', 'submitted']]);
	});

	it('is one with the order that this process queued', () => {
		const trial = begun();
		const both = { named: [waitingOrder({ isNamed: true })], queued: [queuedOrder()] };
		expect(trial.look(both).events.map(({ event }) => event)).toEqual(['orderQueued']);
		expect(trial.look({ ...both, now: at(20) }).events.map(({ event }) => event)).toEqual(['orderLost']);
	});

	it('is forgotten when it is named no longer', () => {
		const trial = begun({ named });
		trial.look({ now: at(1) });
		expect(trial.state?.waiting.size).toBe(0);
	});
});
