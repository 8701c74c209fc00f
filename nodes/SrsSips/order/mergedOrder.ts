import { validationFailure, type Fault } from '../../../engine/failure';
import { withTransactionId, type OrderParameters } from './orderParameters';

/** What has to be the same in all items that make up one order, as the panel calls it. */
const SHARED: ReadonlyArray<readonly [keyof OrderParameters, string]> = [
	['customerCode', 'Customer Code'],
	['branchCode', 'Branch Code'],
	['jobAccountNumber', 'Job Account Number'],
	['poNumber', 'PO Number'],
	['shipTo', 'Ship-to address'],
	['contact', 'Contact'],
	['expectedDeliveryDate', 'Expected Delivery Date'],
	['expectedDeliveryTime', 'Expected Delivery Time'],
	['shippingMethod', 'Shipping Method'],
	['orderType', 'Order Type'],
	['notes', 'Notes'],
	['reference', 'Reference'],
	['jobNumber', 'Job Number'],
	['transactionId', 'Transaction ID'],
	['orderDate', 'Order Date'],
	['expectedTotal', 'Expected Total'],
	['sentAgainIn', 'Send Even If Already Sent'],
	['checkFirst', 'Check Against Branch First'],
	['stopWithoutPrice', 'Stop if a Line Has No Price'],
	['mostDifferencePercent', 'Stop if a Price Differs by More Than (%)'],
	['stopsWhenListed', 'When PO Number Is Listed'],
	['lookUpMs', 'Look-Up Time (Seconds)'],
	['orderLimit', 'Order Limit'],
	['submitGate', 'Preview Token'],
];

/**
 * One order with a line from each item, where the lines come from the input items; undefined otherwise.
 *
 * @throws Failure of kind `validation` where items disagree on anything but their line
 */
export function mergedOrder(all: readonly OrderParameters[]): OrderParameters | undefined {
	const [first] = all;
	if (first?.lineSource !== 'items') return undefined;
	const faults = SHARED.flatMap(([name, label]): Fault[] => {
		// A derived id comes of the item's one line.
		if (name === 'transactionId' && !first.hasOwnTransactionId) return [];
		const at = all.findIndex((order) => JSON.stringify(order[name]) !== JSON.stringify(first[name]));
		return at < 0 ? [] : [{ field: label, expected: `must be the same in all items; item ${at + 1} differs from item 1` }];
	});
	if (faults.length > 0) throw validationFailure('The order', faults);
	return withTransactionId({ ...first, lines: all.flatMap(({ lines }) => lines) });
}
