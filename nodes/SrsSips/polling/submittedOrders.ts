import type { IDataObject } from 'n8n-workflow';

import type { DoneWrite } from '../../../engine/idempotency/writeMemory';
import { isObject, textOf } from '../../../engine/values';
import { orderIdKey } from '../shared/codes';
import type { QueuedOrder } from './snapshot';
import { isChosen, type Filters } from './listedRows';
import { waitingKey } from './waitingOrders';
import type { WaitingOrder } from './pollState';

/**
 * The orders that were submitted in this process and have a number: each is the order of its own transaction id, whatever PO
 * number others have in common with it.
 *
 * @returns transaction ids by `orderIdKey`
 */
export function numberedOrders(done: ReadonlyArray<DoneWrite<IDataObject[]>>): Map<string, string | null> {
	const items = done.flatMap(({ result }) => result).filter(({ state }) => state !== 'queued');
	return new Map(
		items.flatMap(({ orderId, transactionId }): Array<[string, string | null]> => {
			const id = textOf(orderId)?.trim() ?? '';
			return id === '' ? [] : [[orderIdKey(id), textOf(transactionId) ?? null]];
		}),
	);
}

/**
 * The queued ones among the orders that were submitted in this process, as Submit put them out. SIPS lists no queued
 * orders, so this is the only place where they can be seen.
 */
export function queuedOrders(done: ReadonlyArray<DoneWrite<IDataObject[]>>, filters: Filters): QueuedOrder[] {
	return done.flatMap(({ result, notedAt }) =>
		result.flatMap((item): QueuedOrder[] => {
			if (item.state !== 'queued') return [];
			const text = (name: string) => textOf(item[name]) ?? null;
			const order: WaitingOrder = {
				transactionId: text('transactionId'),
				poNumber: text('poNumber'),
				orderId: null,
				customerCode: text('customerCode'),
				branchCode: text('branchCode'),
				queueId: text('queueId'),
				queuedAt: notedAt,
				phase: 'waiting',
				isNamed: false,
			};
			if (!isChosen({ ...order, customerNumbers: [] }, filters)) return [];
			return [{ key: waitingKey(order), order, statusText: text('message'), answer: isObject(item.answer) ? item.answer : null }];
		}),
	);
}
