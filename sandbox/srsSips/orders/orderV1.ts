import { findBranchById } from '../data/branches';
import { findCustomer, shipTosOf } from '../data/customers';
import { findItem } from '../data/itemCodes';
import type { ErrorCode, Refusal } from '../errors';
import type { OrderRequest, OrderV1Request } from '../types';

/**
 * An order of the first edition in the terms of V2, so that one set of rules judges both (submit-order-21007241e0).
 * Its lines are in no copy seen; an item code without an option means the colour that has this code.
 */
export function orderFromV1(order: OrderV1Request): { request: OrderRequest } | { refusal: Refusal } {
	const { branchId, shipToSequenceNumber, orderLineItemDetails } = order;
	const customer = findCustomer(order.customerCode);
	if (!customer) return no('CustomerNotFound', 'customerCode', `No customer ${order.customerCode}`, 404);
	const branch = findBranchById(Number(branchId));
	if (!branch) return no('BranchNotFound', 'branchId', `No branch ${branchId}`, 404);
	const place = shipTosOf(customer).find(({ sequenceNumber }) => sequenceNumber === shipToSequenceNumber);
	if (!place) return no('JobAccountInvalid', 'shipToSequenceNumber', `No ship-to ${shipToSequenceNumber} of ${customer.customerCode}`);

	const unknownAt = orderLineItemDetails.findIndex(({ itemCode }) => !findItem(itemCode));
	if (unknownAt >= 0) {
		const message = `No item ${orderLineItemDetails[unknownAt]?.itemCode}`;
		return no('ItemNotFound', `orderLineItemDetails[${unknownAt}].itemCode`, message);
	}
	const lines = orderLineItemDetails.flatMap(({ itemCode, option, quantity, price, customerItem, uom }) => {
		const item = findItem(itemCode);
		if (!item) return [];
		const { productId, name: productName } = item.product;
		const line = { productId, productName, option: option ?? item.option, quantity, uom, customerItem: customerItem ?? itemCode };
		return [price === undefined ? line : { ...line, price }];
	});
	const { sourceSystem, customerCode, accountNumber, transactionID, transactionDate, notes, shipTo, poDetails, customerContactInfo } = order;
	const request = {
		sourceSystem,
		customerCode,
		jobAccountNumber: place.account.number,
		branchCode: branch.branchCode,
		accountNumber,
		transactionID,
		transactionDate,
		notes,
		shipTo,
		poDetails,
		orderLineItemDetails: lines,
		customerContactInfo,
	};
	return { request };
}

function no(code: ErrorCode, field: string, message: string, status: 400 | 404 = 400): { refusal: Refusal } {
	return { refusal: { status, code, field, message } };
}
