import { DAY_MS } from '../../../engine/calendar';
import { codeKey, orderIdKey } from '../shared/codes';
import { mayBeOfCustomer } from '../shared/customerMatch';
import { listedState } from '../order/orderLookUp';
import { isOrderNumber } from '../order/orderNumber';
import type { ListedOrder } from './listedRows';
import type { KnownOrder, WaitingOrder } from './pollState';

/** Told orders that are remembered as lost. */
const MOST_LOST = 1_000;
/** SIPS may list an order a little before Submit has its answer: the time-out of Submit, and as much again. */
const BEFORE_ANSWER_MS = 120_000;
const MINUTE_MS = 60_000;

/** What makes a queued order the same one. */
export function waitingKey({ transactionId, orderId, customerCode, poNumber, queuedAt }: WaitingOrder): string {
	if (transactionId !== null) return `t:${codeKey(transactionId)}`;
	if (orderId !== null) return `o:${codeKey(orderId)}`;
	return `p:${codeKey(customerCode ?? '')}:${codeKey(poNumber ?? '')}:${queuedAt}`;
}

/** What a listed order is to those that wait. */
export interface Taken {
	/** The queued order that it is. */
	waited: { key: string; order: WaitingOrder } | undefined;
	/** Whether it is known which order it is, a queued one or another that this process sent. */
	isDecided: boolean;
	/** Whether it may be a queued order by its PO number, and nothing shows whether it is that one. */
	isInDoubt: boolean;
}

/** Queued orders of one poll: which of the orders that SIPS lists they are, and which are lost. */
export class WaitingOrders {
	private readonly byTransaction = new Map<string, string>();
	private readonly byOrder = new Map<string, string>();
	private readonly byPoNumber = new Map<string, string[]>();

	/** Of which a listed order may be the one, or not. */
	private readonly inDoubt = new Set<string>();

	/**
	 * @param orders by key; it is changed
	 * @param ownOrders see `Snapshot`
	 */
	constructor(
		private readonly orders: Map<string, WaitingOrder>,
		private readonly ownOrders: ReadonlyMap<string, string | null>,
	) {
		for (const [key, { phase, transactionId, orderId, poNumber }] of orders) {
			if (phase === 'appeared') continue;
			if (transactionId !== null) this.byTransaction.set(codeKey(transactionId), key);
			if (orderId !== null) this.byOrder.set(orderIdKey(orderId), key);
			if (poNumber !== null) this.byPoNumber.set(codeKey(poNumber), [...(this.byPoNumber.get(codeKey(poNumber)) ?? []), key]);
		}
	}

	/**
	 * The queued order that a listed one is, if it is one: by transaction id where SIPS lists it or this process sent the order, or by
	 * the order's number where a person named it. From then on it waits no longer. The PO number proves nothing, not even of the only
	 * row that is new (see `judge` in engine/idempotency/evidence): those that the listed one may be go on waiting.
	 *
	 * @param known what was known of the listed order before, if anything
	 */
	take(entry: ListedOrder, known: KnownOrder | undefined): Taken {
		const own = this.ownOrders.get(orderIdKey(entry.id));
		const key = this.byNumbers(entry, own);
		const order = key === undefined ? undefined : this.orders.get(key);
		// Listed, but under no order number: it is not lost, and not accepted either.
		if (key !== undefined && order?.phase === 'waiting' && order.orderId === null && !isOrderNumber(entry.row.orderId) && listedState(entry.row) === 'queued') {
			this.inDoubt.add(key);
			return { waited: undefined, isDecided: own !== undefined, isInDoubt: true };
		}
		if (key === undefined || !order || order.phase === 'appeared') {
			const possible = key === undefined && own === undefined ? this.possibleByPo(entry, known) : [];
			for (const one of possible) this.inDoubt.add(one);
			return { waited: undefined, isDecided: own !== undefined, isInDoubt: possible.length > 0 };
		}
		if (order.isNamed) this.orders.set(key, { ...order, phase: 'appeared' });
		else this.orders.delete(key);
		return { waited: { key, order }, isDecided: true, isInDoubt: false };
	}

	/** Those that have waited for longer than this, and that none of the listed orders may be. */
	due(now: number, lostAfterMs: number): Array<[key: string, order: WaitingOrder]> {
		return [...this.orders].filter(([, { phase, queuedAt }]) => phase === 'waiting' && now - queuedAt >= lostAfterMs).filter(([key]) => !this.inDoubt.has(key));
	}

	lose(key: string): void {
		const order = this.orders.get(key);
		if (order) this.orders.set(key, { ...order, phase: 'lost' });
	}

	/**
	 * Ends the waiting of those that may be a listed order and have waited for so long: what is listed was told as itself, nobody will
	 * know more, and where SIPS lists no transaction ids all of them would be asked for at each poll, for ever.
	 */
	giveUp(now: number, afterDays: number): void {
		for (const key of this.inDoubt) {
			const order = this.orders.get(key);
			if (order?.phase !== 'waiting' || now - order.queuedAt < afterDays * DAY_MS) continue;
			if (order.isNamed) this.orders.set(key, { ...order, phase: 'appeared' });
			else this.orders.delete(key);
		}
	}

	/**
	 * Forgets what nobody asks for any more. A lost order stays for a while: if SIPS lists it later, that is told as its.
	 *
	 * @param named keys of those that stand in Also Wait For now
	 */
	forget(now: number, keepLostDays: number, named: ReadonlySet<string>): void {
		for (const [key, { phase, isNamed, queuedAt }] of this.orders) {
			const isRecentlyLost = phase === 'lost' && now - queuedAt < keepLostDays * DAY_MS;
			const stays = isNamed ? named.has(key) || isRecentlyLost : phase === 'waiting' || isRecentlyLost;
			if (!stays) this.orders.delete(key);
		}
		const lost = [...this.orders].filter(([key, { phase }]) => phase === 'lost' && !named.has(key)).sort(([, a], [, b]) => a.queuedAt - b.queuedAt);
		for (const [key] of lost.slice(0, Math.max(0, lost.length - MOST_LOST))) this.orders.delete(key);
	}

	private byNumbers({ id, row }: ListedOrder, own: string | null | undefined): string | undefined {
		const byNumber = this.byOrder.get(orderIdKey(id));
		if (byNumber !== undefined) return byNumber;
		const transactionId = row.transactionId ?? own ?? null;
		return transactionId === null ? undefined : this.byTransaction.get(codeKey(transactionId));
	}

	/** The queued orders that a listed one may be, as far as its PO number says. */
	private possibleByPo({ row, day }: ListedOrder, known: KnownOrder | undefined): string[] {
		if (row.poNumber === null) return [];
		return (this.byPoNumber.get(codeKey(row.poNumber)) ?? []).filter((key) => {
			const order = this.orders.get(key);
			if (!order || order.phase === 'appeared') return false;
			// Both have one, and they differ.
			if (row.transactionId !== null && order.transactionId !== null) return false;
			if (!mayBeOfCustomer(row, order.customerCode ?? '')) return false;
			return mayBe(order, day, known);
		});
	}
}

/** Whether a listed order of the same PO number can be the queued one at all: a number may be used twice. */
function mayBe({ queuedAt }: WaitingOrder, listedDay: number | undefined, known: KnownOrder | undefined): boolean {
	if (known && known.since * MINUTE_MS < queuedAt - BEFORE_ANSWER_MS - MINUTE_MS) return false;
	// A day of tolerance: SIPS's time zone is not known. Where SIPS gives no day, that on which it was first seen speaks for it.
	const day = known ? known.day : listedDay;
	return day === undefined || day >= Math.floor(queuedAt / DAY_MS) - 1;
}
