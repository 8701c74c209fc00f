import type { RunContext } from '../../../../engine/operation/operation';
import { readOrder, type OrderParameters } from '../../../../nodes/SrsSips/order/orderParameters';
import { panel, RUN } from '../../../support/panels/pure';
import { SHIP_TO } from '../../../support/orders/shipTo';

export const LINE: Record<string, unknown> = {
	productId: '6000', productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 30, uom: 'BD', customerItem: 'SH-01', price: '',
};

/** The panel of Submit, filled in well. */
export const ORDER: Record<string, unknown> = {
	customerCode: 'DEMO100',
	branchCode: 'SBDEN',
	jobAccountNumber: '43',
	poNumber: '7731-2',
	lineSource: 'table',
	'lines.line': [LINE],
	expectedDeliveryDate: '2026-03-05T00:00:00',
	...SHIP_TO,
};

export function order(changes: Record<string, unknown> = {}, run: RunContext = RUN): OrderParameters {
	return readOrder(panel({ ...ORDER, ...changes }), run);
}

export function orderWithLine(changes: Record<string, unknown>): OrderParameters {
	return order({ 'lines.line': [{ ...LINE, ...changes }] });
}
