import type { IDataObject } from 'n8n-workflow';

import { writtenDate } from '../shared/placeholders';
import { tolerantReader } from '../shared/tolerantReader';

/**
 * What could be recognised of a delivery. The answers of Deliveries List and Delivery Details are in no public copy, so
 * every field may be null. A type alias, so that it fits n8n's index signature.
 */
export type DeliveryRow = {
	/** SRS sales order number. */
	orderId: string | null;
	/** SIPS's own words for the state. Which words there are is not documented. */
	status: string | null;
	poNumber: string | null;
	/** Null as well where there is only a `customerNumber` or `accountNumber`: whether these hold the code is not documented. */
	customerCode: string | null;
	branchCode: string | null;
	shippingMethod: string | null;
	/** As SIPS writes it. */
	expectedDeliveryDate: string | null;
	/** When it was delivered, as SIPS writes it. */
	deliveredAt: string | null;
};

const FRAMES = ['deliveryheader', 'delivery', 'podetails'];

/** Reads a row of Deliveries List, or the answer of Delivery Details, as far as its fields bear a known name. */
export function readDeliveryRow(row: IDataObject): DeliveryRow {
	const { text } = tolerantReader(row, FRAMES);
	const day = (names: readonly string[]) => writtenDate(text(names));
	return {
		orderId: text(['orderid', 'ordernumber']),
		status: text(['deliverystatus', 'status']),
		poNumber: text(['ponumber']),
		customerCode: text(['customercode']),
		branchCode: text(['branchcode']),
		shippingMethod: text(['shippingmethod']),
		expectedDeliveryDate: day(['expecteddeliverydate']),
		deliveredAt: day(['delivereddatetime', 'deliveredat', 'delivereddate', 'deliveredon']),
	};
}
