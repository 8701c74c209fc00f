import { createHash } from 'crypto';

import type { IDataObject } from 'n8n-workflow';

import type { PartnerRequest } from '../../../../engine/http/request';
import type { PriceRequest } from '../contract';

/** What is the same for all lines of a price request. */
interface PriceHeader {
	sourceSystem: string;
	customerCode: string;
	branchCode: string;
	jobAccountNumber: number;
	/** Free text that SIPS gives back; where it is empty, one is made from the request. */
	transactionId?: string;
}

/** A product to be priced. */
interface LineToPrice {
	productId: number;
	productName?: string;
	option: string;
	quantity: number;
	uom: string;
}

/**
 * Price (V2), `POST /products/v2/price` (v2price-21007556e0, price-32656412e0). It always carries a transaction id: the same for
 * the same request, so that a request that is repeated stays the same one.
 */
export function priceRequest({ sourceSystem, customerCode, branchCode, jobAccountNumber, transactionId }: PriceHeader, lines: readonly LineToPrice[]): PartnerRequest {
	const productList = lines.map(({ productId, productName, option, quantity, uom }) => ({
		productId,
		...(productName ? { productName } : {}),
		productOptions: [option],
		quantity,
		uom,
	}));
	const body: PriceRequest = {
		sourceSystem,
		customerCode,
		branchCode,
		transactionId: transactionId || madeFrom([customerCode, branchCode, jobAccountNumber, productList]),
		jobAccountNumber,
		productList,
	};
	return { method: 'POST', path: '/products/v2/price', body: body as unknown as IDataObject };
}

function madeFrom(request: unknown): string {
	return `PRICE-${createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 16)}`;
}
