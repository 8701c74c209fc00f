import type { IDataObject } from 'n8n-workflow';

import { WriteMemory } from '../../../../../engine/idempotency/writeMemory';
import { queuedOrders } from '../../../../../nodes/SrsSips/polling/submittedOrders';
import { NO_FILTERS } from '../../../../support/polling/watchWorld';

const ABOUT = { fingerprint: '', label: '', purpose: '' };
const did = <T>(result: T) => ({ is: 'done' as const, ...ABOUT, result, ids: [], from: 'answer' as const });

describe('writes that were carried out in this process', () => {
	it('are read once, the oldest first, and only those of the account', () => {
		const memory = new WriteMemory<number>();
		memory.note('a:1', did(1));
		memory.note('b:1', did(2));
		memory.note('a:2', { is: 'unknown', sentAtMs: 0, ...ABOUT, before: [] });
		memory.note('a:3', did(3));
		const first = memory.doneSince('a:');
		expect(first.done).toEqual([
			{ key: '1', result: 1, notedAt: expect.any(Number) as number },
			{ key: '3', result: 3, notedAt: expect.any(Number) as number },
		]);
		expect(memory.doneSince('a:', first.mark).done).toEqual([]);
		memory.note('a:2', did(4));
		memory.note('a:1', did(5));
		expect(memory.doneSince('a:', first.mark).done.map(({ result }) => result)).toEqual([4, 5]);
	});

	it('are all new to a mark of another process', () => {
		const before = new WriteMemory<number>();
		for (let n = 0; n < 9; n += 1) before.note(`a:${n}`, did(n));
		const after = new WriteMemory<number>();
		after.note('a:1', did(1));
		expect(after.doneSince('a:', before.doneSince('a:').mark).done).toHaveLength(1);
	});

	it('say when they were noted', () => {
		const memory = new WriteMemory<number>();
		const earliest = Date.now();
		memory.note('a:1', did(1));
		const [write] = memory.doneSince('a:').done;
		expect(write?.notedAt).toBeGreaterThanOrEqual(earliest);
		expect(write?.notedAt).toBeLessThanOrEqual(Date.now());
	});
});

describe('queued orders of this process', () => {
	const item = (more: IDataObject = {}): IDataObject => ({
		state: 'queued', orderId: null, queueId: 'queue-1', transactionId: 'tx-1', poNumber: 'PO-1', customerCode: 'DEMO100', branchCode: 'SBDEN',
		message: 'Order Queued', answer: { message: 'Order Queued' }, ...more,
	});
	const queued = (items: IDataObject[], filters = {}) => {
		const memory = new WriteMemory<IDataObject[]>();
		memory.note('account:tx-1', did(items));
		return queuedOrders(memory.doneSince('account:').done, { ...NO_FILTERS, ...filters });
	};

	it('are what Submit put out as queued', () => {
		expect(queued([item()])).toMatchObject([
			{
				key: 't:tx-1', statusText: 'Order Queued', answer: { message: 'Order Queued' },
				order: { transactionId: 'tx-1', poNumber: 'PO-1', orderId: null, customerCode: 'DEMO100', queueId: 'queue-1', phase: 'waiting', isNamed: false },
			},
		]);
	});

	it.each(['accepted', 'rejected'])('are none that are %s', (state) => {
		expect(queued([item({ state })])).toEqual([]);
	});

	it('are those that the filters let through', () => {
		expect(queued([item()], { customerCode: 'DEMO200' })).toEqual([]);
		expect(queued([item()], { branchCode: 'sbden', poNumberPrefix: 'po' })).toHaveLength(1);
	});
});
