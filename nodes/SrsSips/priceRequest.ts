import type { IDataObject } from 'n8n-workflow';

import type { PartnerRequest } from '../../engine/transport/request';
import type { PriceRequest } from './contract';

/** What is the same for all lines of a price request. */
interface PriceHeader {
	sourceSystem: string;
	customerCode: string;
	branchCode: string;
	jobAccountNumber: number;
	/** Free text that SIPS gives back; left out where empty. */
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

/** Price (V2), `POST /products/v2/price` (v2price-21007556e0, price-32656412e0). */
export function priceRequest({ sourceSystem, customerCode, branchCode, jobAccountNumber, transactionId }: PriceHeader, lines: readonly LineToPrice[]): PartnerRequest {
	const body: PriceRequest = {
		sourceSystem,
		customerCode,
		branchCode,
		...(transactionId ? { transactionId } : {}),
		jobAccountNumber,
		productList: lines.map(({ productId, productName, option, quantity, uom }) => ({
			productId,
			...(productName ? { productName } : {}),
			productOptions: [option],
			quantity,
			uom,
		})),
	};
	return { method: 'POST', path: '/products/v2/price', body: body as unknown as IDataObject };
}
