import type { FoundOrder } from '../order/orderSearch';
import { meaningOfWords } from '../order/orderStatus';
import { orderIdKey } from '../shared/codes';
import type { Difference } from './difference';
import type { ToldOrder } from './readOrder';

/** What has become of one part of an order, by all that is said of it. */
export interface PartState {
	part: FoundOrder;
	/** Different words of the list: it may have a row for each shipment. */
	words: string[];
	/** Whether all of them say that nothing comes of it. */
	isOver: boolean;
	/** Whether words that say so are a guess. */
	isInferred: boolean;
	/** Whether all of them say that it is invoiced. */
	isInvoiced: boolean;
}

/** @param listed all rows of the list */
export function partState(part: FoundOrder, listed: readonly FoundOrder[]): PartState {
	const { orderId } = part.row;
	const rows = orderId === null ? [part] : listed.filter(({ row }) => row.orderId !== null && orderIdKey(row.orderId) === orderIdKey(orderId));
	const words = [...new Set(rows.map(({ row }) => row.status))].flatMap((status) => status ?? []);
	const meanings = words.map(meaningOfWords);
	return {
		part,
		words,
		isOver: words.length > 0 && words.every(isEnd),
		isInferred: meanings.some(({ isInferred }) => isInferred),
		isInvoiced: words.length > 0 && meanings.every(({ status }) => status === 'invoiced'),
	};
}

/** Words for an order that came to nothing. */
function isEnd(words: string): boolean {
	return ['cancelled', 'rejected'].includes(meaningOfWords(words).status);
}

/** Whether no more invoices of it are to come: it is invoiced by all that is said of it, or nothing comes of it for certain. */
export function isSettled({ part, isOver, isInferred, isInvoiced }: PartState, orders: readonly ToldOrder[]): boolean {
	if (isOver) return !isInferred;
	const told = orders.find(({ orderId }) => orderId === part.row.orderId)?.status ?? null;
	return isInvoiced && (told === null || meaningOfWords(told).status === 'invoiced');
}

/** That an order came to nothing. */
export function overDifference({ part, words, isInferred }: PartState): Difference {
	const { orderId } = part.row;
	const said = `Order ${orderId ?? ''} is listed as ${quoted(words)}`;
	const message = isInferred ? `${said}, which seems to mean that nothing comes of it.` : `${said}: nothing comes of it.`;
	return statusDifference(orderId, isInferred ? 'possible' : 'certain', message, words);
}

/** Where one place says that nothing comes of an order, and another one does not. */
export function halfOver({ part, words, isOver }: PartState, orders: readonly ToldOrder[]): Difference[] {
	const { orderId } = part.row;
	if (isOver) return [];
	const told = orders.find((order) => order.orderId === orderId)?.status ?? null;
	const all = [...words, ...(told === null ? [] : [told])];
	if (!all.some(isEnd)) return [];
	const isSure = words.length === 0 && told !== null && !meaningOfWords(told).isInferred;
	const message = isSure ? `Order Details of order ${orderId ?? ''} says ${quoted([told])}: nothing comes of it.` : `Order ${orderId ?? ''} is told as ${quoted(all)}. It may be that nothing comes of it, or of a part.`;
	return [statusDifference(orderId, isSure ? 'certain' : 'possible', message, all)];
}

function statusDifference(orderId: string | null, standing: Difference['standing'], message: string, words: readonly string[]): Difference {
	return { kind: 'status', standing, message, line: null, asked: null, told: { status: words.join(', ') }, seenIn: 'order', orderId, invoiceNumber: null };
}

function quoted(words: readonly string[]): string {
	return [...new Set(words)].map((each) => `"${each}"`).join(' and ');
}
