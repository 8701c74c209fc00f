import type { IDataObject } from 'n8n-workflow';

import { recognised } from '../recognise';

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
	const { text } = recognised(row, FRAMES);
	return {
		orderId: text(['orderid', 'ordernumber']),
		status: text(['deliverystatus', 'status']),
		poNumber: text(['ponumber']),
		customerCode: text(['customercode', 'customernumber', 'accountnumber']),
		branchCode: text(['branchcode']),
		shippingMethod: text(['shippingmethod']),
		expectedDeliveryDate: text(['expecteddeliverydate']),
		deliveredAt: text(['delivereddatetime', 'deliveredat', 'delivereddate', 'deliveredon']),
	};
}
