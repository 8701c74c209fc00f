import { liesOfWatches } from '../../soak/chaos/ledgerWatch';
import type { Upset } from '../../soak/chaos/upsets';
import { watchFigures } from '../../soak/chaos/watchFigures';
import type { ToldChange, WatchBooks, WatchExecution } from '../../soak/chaos/watchRecords';
import { CHANGE, execution, NO_WATCHES, ORDER } from './watchBooks';

const ELSEWHERE = { ...ORDER, at: 'http://two', transactionId: 't-2', poNumber: 'CHAOS-2' };
const KILLED: Upset = { what: 'n8n start', from: 40_000, to: 45_000 };
const CUT: Upset = { what: 'database cut', from: 40_000, to: 42_000 };

function lies(changes: Partial<WatchBooks>): string[] {
	return liesOfWatches({ ...NO_WATCHES, orders: [ORDER], ...changes }).map(({ what }) => what);
}

describe('what a watch told of an order', () => {
	const cases: Array<[string, Partial<ToldChange>, Partial<WatchExecution>, string[]]> = [
		['its last change', {}, {}, []],
		['with its transaction id', { transactionId: 't-1' }, {}, []],
		['that it is new', { previousStatusText: null }, {}, []],
		['its invoice', { event: 'newInvoice', statusText: 'Open', previousStatusText: null, invoiceNumber: '0041200001-001' }, {}, []],
		['an invoice that was there before the run', { event: 'newInvoice', orderId: '1', invoiceNumber: 'past' }, {}, []],
		['a number that nobody has', { orderId: '41299999' }, {}, ['a watch told of an order that nobody holds']],
		['another PO number', { poNumber: 'CHAOS-9' }, {}, ['a watch told of an order that nobody holds']],
		['the transaction id of another one', { transactionId: 't-2' }, {}, ['a watch told of an order that nobody holds']],
		['another customer', { customerCode: 'DEMO100' }, {}, ['a watch told of an order that nobody holds']],
		['that of another environment', { poNumber: 'CHAOS-2' }, {}, ['a watch told of an order of another account']],
		['that of another environment, where it may look there', { poNumber: 'CHAOS-2' }, { flow: 'moved' }, []],
		['a status that it had only later', {}, { seenAt: 20_000 }, ['a watch told a status that the order had not had by then']],
		['a status that it never had', { statusText: 'Cancelled' }, {}, ['a watch told a status that the order had not had by then']],
		['no status at all', { statusText: null }, {}, ['a watch told a status that the order had not had by then']],
		['a change from what it never was', { previousStatusText: 'Cancelled' }, {}, ['a watch told a change from a status that the order had not had before']],
		['a change back', { statusText: 'Order Received' }, {}, ['a watch told a change from a status that the order had not had before']],
		['another invoice', { event: 'newInvoice', invoiceNumber: '0041200002-001' }, {}, ['a watch told of an invoice that there was not']],
		['its invoice, before it had one', { event: 'newInvoice', invoiceNumber: '0041200001-001' }, { seenAt: 20_000 }, ['a watch told of an invoice that there was not']],
		['lost', { event: 'orderLost' }, {}, ['a watch told orderLost of an order that it cannot know']],
		['queued', { event: 'orderQueued' }, {}, ['a watch told orderQueued of an order that it cannot know']],
	];

	it.each(cases)('%s', (_name, change, more, expected) => {
		// What is to be told of it all the same comes from another execution.
		const whole = execution('9', [{ eventKey: 'first', previousStatusText: 'Order Received' }]);
		expect(lies({ orders: [ORDER, ELSEWHERE], pastInvoices: new Map([['past', 'DEMO100']]), executions: [whole, execution('1', [change], more)] })).toEqual(expected);
	});

	it('of a customer that the watch is not about', () => {
		const orders = [{ ...ORDER, customerCode: 'DEMO100' }];
		const whole = execution('9', [{ customerCode: 'DEMO100' }]);
		expect(lies({ orders, executions: [whole, execution('1', [{ customerCode: 'DEMO100' }], { flow: 'moved' })] })).toEqual(['a watch told of an order of another account']);
		const past = execution('1', [{ event: 'newInvoice', invoiceNumber: 'past' }], { flow: 'moved' });
		expect(lies({ orders, pastInvoices: new Map([['past', 'DEMO100']]), executions: [whole, past] })).toEqual(['a watch told of an order of another account']);
	});
});

describe('the same change told twice', () => {
	const twice = (second: Partial<ToldChange>, upsets: readonly Upset[], more: Partial<WatchExecution> = {}): Partial<WatchBooks> => ({
		executions: [execution('1', [{}]), execution('2', [second], { seenAt: 60_000, ...more })],
		upsets,
	});

	it('is a lie, also within one execution', () => {
		expect(lies(twice({}, []))).toEqual(['a change told twice by a watch']);
		expect(lies({ executions: [execution('1', [{}, {}])] })).toEqual(['a change told twice by a watch']);
	});

	it('is allowed to a new process that looks, and counted', () => {
		expect(lies(twice({}, [KILLED]))).toEqual([]);
		const figures = new Map(watchFigures({ ...NO_WATCHES, orders: [ORDER], ...twice({}, [KILLED]) }));
		expect(figures.get('of these: told again by a new process')).toBe(1);
		expect(figures.get('events that the watches told')).toBe('2, 0');
	});

	it('is not allowed for the end of another process, or at another time, or under another key', () => {
		for (const upset of [CUT, { ...KILLED, what: 'n8n worker 1' }, { ...KILLED, from: 10_000, to: 20_000 }, { ...KILLED, from: 61_000, to: 65_000 }]) {
			expect(lies(twice({}, [upset]))).toEqual(['a change told twice by a watch']);
		}
		expect(lies(twice({ eventKey: 'key-2' }, [KILLED]))).toEqual(['a change told twice by a watch']);
	});

	it('is none where another watch told it, or where it is another change or an invoice', () => {
		expect(lies(twice({}, [], { flow: 'moved' }))).toEqual([]);
		expect(lies(twice({ previousStatusText: 'Order Received', eventKey: 'key-2' }, []))).toEqual([]);
		expect(lies(twice({ event: 'newInvoice', invoiceNumber: ORDER.invoiceNumber }, []))).toEqual([]);
	});
});

describe('what a watch did not tell', () => {
	const first = execution('1', [{ statusText: 'Order Received', previousStatusText: null }]);

	it('of an order at all', () => {
		expect(lies({})).toEqual(['an order lost from the sight of a watch']);
		// The other watch begins anew now and then, quietly: it makes up for nothing.
		expect(lies({ executions: [execution('1', [{}], { flow: 'moved' })] })).toEqual(['an order lost from the sight of a watch']);
		expect(lies({ orders: [ELSEWHERE] })).toEqual([]);
	});

	it('of its last state', () => {
		expect(lies({ executions: [first] })).toEqual(['the last state of an order that a watch never told']);
		expect(lies({ executions: [first, execution('2', [{ event: 'newInvoice', invoiceNumber: ORDER.invoiceNumber }])] })).toEqual(['the last state of an order that a watch never told']);
		expect(lies({ executions: [first, execution('2', [{}])] })).toEqual([]);
		expect(lies({ executions: [first, execution('2', [{ previousStatusText: 'Order Received' }])] })).toEqual([]);
	});

	/** The second was the first that could tell the first state, the last one the last state. */
	const looks = [9_000, 12_000, 20_000, 35_000];

	it('is counted where n8n had no database, or did not run, when it was to be told', () => {
		for (const upset of [CUT, KILLED, { ...CUT, what: 'database stall' }]) {
			const upsets = [{ ...upset, from: 36_000 }];
			expect(lies({ upsets, looks })).toEqual([]);
			expect(new Map(watchFigures({ ...NO_WATCHES, orders: [ORDER], upsets, looks })).get('of these: never told, n8n upset meanwhile')).toBe(1);
			expect(new Map(watchFigures({ ...NO_WATCHES, orders: [ORDER], executions: [first], upsets, looks })).get('of these: last state not told, n8n upset meanwhile')).toBe(1);
		}
	});

	it('is a lie where that was before, long after, of another process, or no more than slow', () => {
		for (const upset of [{ ...CUT, from: 0, to: 20_000 }, { ...CUT, from: 90_000, to: 95_000 }, { ...KILLED, what: 'n8n webhook' }, { ...CUT, what: 'database slow' }]) {
			expect(lies({ upsets: [upset], looks, executions: [first] })).toEqual(['the last state of an order that a watch never told']);
			expect(lies({ upsets: [upset], looks })).toEqual(['an order lost from the sight of a watch']);
		}
	});

	it('is a lie where the order was seen in quiet before, or where no look came any more', () => {
		const early = [12_000, 35_000];
		expect(lies({ upsets: [{ ...CUT, from: 39_000 }], looks: early })).toEqual(['an order lost from the sight of a watch']);
		expect(lies({ upsets: [{ ...CUT, from: 39_000 }], looks: early, executions: [first] })).toEqual([]);
		expect(lies({ upsets: [CUT], looks: [9_000, 12_000] })).toEqual(['an order lost from the sight of a watch']);
	});

	it('of a state in between is a figure, where the next change shows it', () => {
		const untold = (changes: ReadonlyArray<Partial<ToldChange>>) =>
			new Map(watchFigures({ ...NO_WATCHES, orders: [ORDER], executions: [first, execution('2', changes)] })).get('of these: a change from a state that was not told');
		expect(untold([{}])).toBe(1);
		expect(untold([{ statusText: 'En Route', previousStatusText: 'Order Received' }, {}])).toBe(0);
	});
});

it('each lie carries what shows it', () => {
	const [lie] = liesOfWatches({ ...NO_WATCHES, orders: [ORDER], executions: [execution('1', [{ statusText: 'Cancelled' }, {}])] });
	expect(lie?.evidence).toEqual({ executionId: '1', flow: 'all', seenAt: 30_000, change: { ...CHANGE, statusText: 'Cancelled' }, held: [ORDER] });
});
