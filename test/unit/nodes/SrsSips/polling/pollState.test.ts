import type { IDataObject } from 'n8n-workflow';

import { emptyState, readState, storedState, type KnownOrder, type PollState } from '../../../../../nodes/SrsSips/polling/pollState';
import { keptWords } from '../../../../../nodes/SrsSips/polling/statusWords';
import { MINUTE_MS, NOON, TODAY, waitingOrder } from '../../../../support/polling/watchWorld';

const MEBIBYTE = 1_048_576;

function known(changes: Partial<KnownOrder> = {}): KnownOrder {
	return { words: 'Confirmed', day: TODAY.day, isDated: true, changes: 0, since: NOON / MINUTE_MS, ...changes };
}

function full(): PollState {
	return {
		...emptyState('account', 'scope'),
		orders: new Map([['41200987', known()], ['41200988', known({ words: null, isDated: false, changes: 40, since: 0 })]]),
		invoices: new Map([['0041200987-001', TODAY.day]]),
		waiting: new Map([['t:tx-1', waitingOrder()], ['p::po:1', waitingOrder({ transactionId: null, customerCode: null, phase: 'lost', isNamed: true })]]),
		mark: { life: 'one', place: 7 },
		told: new Set(['ordersCut']),
	};
}

/** What n8n's database hands back. */
function asStored(state: PollState): IDataObject {
	return JSON.parse(JSON.stringify(storedState(state))) as IDataObject;
}

describe('the state of a watch', () => {
	it.each([
		['full', full()],
		['empty', emptyState('account', 'scope')],
		['with ids that would not survive as names of fields', { ...full(), orders: new Map(['__proto__', 'constructor', 'a.b~c', '7', '#x', 'new\nline'].map((id) => [id, known()])) }],
		['with words of every kind', { ...full(), orders: new Map(['', 'a.b', '"', '{}', '~', 'Geliefert äöü 🏠'].map((words, n) => [String(n), known({ words: keptWords(words) })])) }],
		['with days before 1970', { ...full(), invoices: new Map([['1', -5]]) }],
	])('comes back from the database as it was: %s', (_what, state) => {
		expect(readState(asStored(state))).toEqual(state);
	});

	it('is read as a build before stored it, which marked orders that were there from the beginning', () => {
		const stored = { ...asStored(full()), orders: ['0.fw1.1.hd0qx~.41200987', '.fw1~.1.0~.a~.b'] };
		expect(readState(stored)).toMatchObject({ orders: new Map([['41200987', { words: 'Confirmed', changes: 1 }], ['a~.b', { words: null, isDated: false }]]) as unknown });
	});

	it('is read as a build before stored it, which kept numbers as SIPS spelt them', () => {
		const stored = { ...asStored(full()), orders: ['0.fw1.1.hd0qx.0041200987', '.fw1~.1.0.#aB-0'], invoices: ['fw1.41200987-1', 'fw1.#aB-0'] };
		const state = readState(stored) as PollState;
		expect([[...(state.orders?.keys() ?? [])], [...(state.invoices?.keys() ?? [])]]).toEqual([['41200987', '#aB-0'], ['0041200987-001', '#aB-0']]);
	});

	it('is none where nothing was stored yet', () => {
		expect([readState(undefined), readState(null)]).toEqual([undefined, undefined]);
	});

	it.each<[string, unknown]>([
		['text', 'state'],
		['a list', []],
		['an empty object', {}],
		['another version', { ...asStored(full()), version: 2 }],
		['an account that is no text', { ...asStored(full()), account: 7 }],
		['orders that are no list', { ...asStored(full()), orders: {} }],
		['orders that are missing', { ...asStored(full()), orders: undefined }],
		['an order that is no text', { ...asStored(full()), orders: [7] }],
		['an order that is cut', { ...asStored(full()), orders: ['0.fw1.0'] }],
		['an order with words that are not there', { ...asStored(full()), orders: ['z.fw1.0.hd0qx.41200987'] }],
		['an order with a number beyond all numbers', { ...asStored(full()), orders: ['0.zzzzzzzzzzzzzzzzzzzz.0.0.1'] }],
		['an invoice without a number', { ...asStored(full()), invoices: ['fw1.'] }],
		['a queued order in no known phase', { ...asStored(full()), waiting: [{ key: 'k', ...waitingOrder(), phase: 'gone' }] }],
		['a queued order with a time that is none', { ...asStored(full()), waiting: [{ key: 'k', ...waitingOrder(), queuedAt: 9e15 }] }],
		['a queued order with a field missing', { ...asStored(full()), waiting: [{ key: 'k', phase: 'lost' }] }],
		['a mark that is none', { ...asStored(full()), mark: 7 }],
		['words that are no list', { ...asStored(full()), words: 'Confirmed' }],
	])('counts as damaged where there is %s', (_what, stored) => {
		expect(readState(stored)).toBe('damaged');
	});
});

describe('the size of the state', () => {
	const WORDS = ['Submitted', 'Confirmed', 'Processing', 'Picking', 'Loaded', 'Out for Delivery', 'En Route', 'On Hold - Credit', 'Backordered', 'Partially Shipped'];
	const ids = Array.from({ length: 10_000 }, (_, n) => 41_200_001 + n);
	const stateOf = (words: (n: number) => string): PollState => ({
		...emptyState('a'.repeat(64), 'scope-hash-12'),
		orders: new Map(ids.map((id, n) => [String(id), known({ words: keptWords(words(n)), changes: n % 9 })])),
		invoices: new Map(ids.map((id) => [`00${id}-001`, TODAY.day])),
		waiting: new Map(ids.slice(0, 200).map((id) => [`t:${id}`, waitingOrder({ transactionId: `5b0c1a5e-7a2f-8a43-9d0e-0d1f${id}`, queueId: `6a6e3c1e-0d0b-4a39-9a57-1c2f${id}` })])),
	});
	const bytes = (state: PollState) => Buffer.byteLength(JSON.stringify(storedState(state)));

	it('is at most half a MiB for 10,000 open orders with an invoice each, and 200 queued ones', () => {
		expect(bytes(stateOf((n) => WORDS[n % WORDS.length]!))).toBeLessThan(MEBIBYTE / 2 + 80_000);
	});

	it.each([
		['each with words of its own', (n: number) => `Delivered 2026-03-02T08:15:27.${n}`],
		['each with long words of its own', (n: number) => `${'Waiting at the branch until the roof has been measured again '.repeat(20)}${n}`],
		['each with words of its own in a script of three bytes a letter', (n: number) => `配達済み${n}配達済み`],
		['each with words of its own that JSON has to escape', (n: number) => `"\\"${n}\u0001\u0001\u0001`],
	])('is at most one MiB for as many, %s', (_what, words) => {
		expect(bytes(stateOf(words))).toBeLessThanOrEqual(MEBIBYTE);
	});
});
