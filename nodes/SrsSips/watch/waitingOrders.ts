import { DAY_MS } from './days';
import { codeKey } from '../codes';
import { mayBeOfCustomer } from '../customerMatch';
import type { OrderSighting } from './sightings';
import type { KnownOrder, WaitingOrder } from './watchState';

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

/** Queued orders of one look: which of the orders that SIPS lists they are, and which are lost. */
export class WaitingOrders {
	private readonly byTransaction = new Map<string, string>();
	private readonly byOrder = new Map<string, string>();
	private readonly byPoNumber = new Map<string, string[]>();

	/** @param orders by key; it is changed */
	constructor(private readonly orders: Map<string, WaitingOrder>) {
		// The oldest first: of two with the same PO number it is the likelier one.
		for (const [key, { phase, transactionId, orderId, poNumber }] of [...orders].sort(([, a], [, b]) => a.queuedAt - b.queuedAt)) {
			if (phase === 'appeared') continue;
			if (transactionId !== null) this.byTransaction.set(codeKey(transactionId), key);
			if (orderId !== null) this.byOrder.set(codeKey(orderId), key);
			if (poNumber !== null) this.byPoNumber.set(codeKey(poNumber), [...(this.byPoNumber.get(codeKey(poNumber)) ?? []), key]);
		}
	}

	/**
	 * The queued order that a listed one is, if it is one: by transaction id where SIPS lists it, by the order's number where
	 * a person named it, else by PO number. From then on it waits no longer.
	 *
	 * @param known what was known of the listed order before, if anything
	 * @param isFresh whether the listed order came up since the last look; else its day has to speak for it
	 */
	take(sighting: OrderSighting, known: KnownOrder | undefined, isFresh: boolean): { key: string; order: WaitingOrder } | undefined {
		const key = this.find(sighting, known, isFresh);
		const order = key === undefined ? undefined : this.orders.get(key);
		if (key === undefined || !order || order.phase === 'appeared') return undefined;
		if (order.isNamed) this.orders.set(key, { ...order, phase: 'appeared' });
		else this.orders.delete(key);
		return { key, order };
	}

	/** Those that have waited for longer than this. */
	due(now: number, lostAfterMs: number): Array<[key: string, order: WaitingOrder]> {
		return [...this.orders].filter(([, { phase, queuedAt }]) => phase === 'waiting' && now - queuedAt >= lostAfterMs);
	}

	lose(key: string): void {
		const order = this.orders.get(key);
		if (order) this.orders.set(key, { ...order, phase: 'lost' });
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

	private find({ id, row, day }: OrderSighting, known: KnownOrder | undefined, isFresh: boolean): string | undefined {
		const byNumber = this.byOrder.get(codeKey(id));
		if (byNumber !== undefined) return byNumber;
		if (row.transactionId !== null) {
			const byTransaction = this.byTransaction.get(codeKey(row.transactionId));
			if (byTransaction !== undefined) return byTransaction;
		}
		if (row.poNumber === null) return undefined;
		return this.byPoNumber.get(codeKey(row.poNumber))?.find((key) => {
			const order = this.orders.get(key);
			if (!order || order.phase === 'appeared') return false;
			// Both have one, and they differ.
			if (row.transactionId !== null && order.transactionId !== null) return false;
			if (!mayBeOfCustomer(row, order.customerCode ?? '')) return false;
			return mayBe(order, day, known, isFresh);
		});
	}
}

/** Whether a listed order of the same PO number can be the queued one: a number may be used twice. */
function mayBe({ queuedAt }: WaitingOrder, listedDay: number | undefined, known: KnownOrder | undefined, isFresh: boolean): boolean {
	if (known && known.since * MINUTE_MS < queuedAt - BEFORE_ANSWER_MS - MINUTE_MS) return false;
	if (known ? !known.wasThere : isFresh) return true;
	// It may have been there for long. A day of tolerance: SIPS's time zone is not known.
	const day = known ? known.day : listedDay;
	return day === undefined || day >= Math.floor(queuedAt / DAY_MS) - 1;
}
