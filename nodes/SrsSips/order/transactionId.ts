import { createHash } from 'crypto';

/** What makes an order the same order. */
export interface OrderIdentity {
	customerCode: string;
	branchCode: string;
	poNumber: string;
	lines: ReadonlyArray<{ productId: number; option: string; quantity: number; uom: string }>;
	/** The execution in which a person sends the order once more: that is another order. */
	sentAgainIn?: string | undefined;
}

/**
 * A transaction id that is the same for the same order however often the node runs, so that a repeated run can be
 * told from a second order. Shaped as a UUID (version 8, RFC 9562), like the sample of submit-order-v2-21007252e0.
 * Prices, dates and addresses do not enter: a corrected phone number does not make another order.
 */
export function deriveTransactionId({ customerCode, branchCode, poNumber, lines, sentAgainIn }: OrderIdentity): string {
	const canonical = JSON.stringify([
		customerCode.toUpperCase(),
		branchCode.toUpperCase(),
		poNumber,
		lines.map(({ productId, option, quantity, uom }) => [productId, option, quantity, uom]),
		...(sentAgainIn === undefined ? [] : [sentAgainIn]),
	]);
	const hash = createHash('sha256').update(canonical).digest('hex');
	const variant = ((parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
	return [
		hash.slice(0, 8),
		hash.slice(8, 12),
		`8${hash.slice(13, 16)}`,
		`${variant}${hash.slice(17, 20)}`,
		hash.slice(20, 32),
	].join('-');
}
