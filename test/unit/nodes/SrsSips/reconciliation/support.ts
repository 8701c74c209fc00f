import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../../engine/failure';
import type { Ask } from '../../../../../engine/operation/reads';
import { reconcile } from '../../../../../nodes/SrsSips/order/reconcile';
import { answer, panel, RUN, SEAL } from '../../../../support/panels/pure';

export const SHINGLES = { productId: 6000, productName: 'Ridgeway Heritage Shingles', option: 'Black Shadow', quantity: 30, uom: 'BD', price: 35.4 };
export const VENTS = { productId: 6100, productName: 'Ridge Vent', option: 'N/A', quantity: 8, uom: 'PC', price: 11.2 };

export type Answers = Record<string, unknown>;

/** SIPS, answering each path with what the test says; a Failure where it refuses. */
function sips(answers: Answers): { ask: Ask; paths: string[] } {
	const paths: string[] = [];
	const ask: Ask = async ({ path, body }) => {
		const key = path === '/invoices/list' ? `${path} ${String((body as IDataObject).orderNumber)}` : path;
		paths.push(key);
		const byNumber = path === '/orders/List' ? answers[`${path} ${String((body as IDataObject).orderId)}`] : undefined;
		const found = byNumber ?? answers[key];
		return await Promise.resolve(found instanceof Failure ? found : found === undefined ? new Failure('notFound', 'Not here', { advice: '', isPartnersOwn: true }) : answer(found));
	};
	return { ask, paths };
}

export const row = (changes: IDataObject = {}) => ({ orderId: 41200001, PONumber: '7731-2', orderStatus: 'Invoiced', customerCode: 'DEMO100', ...changes });
export const header = (changes: IDataObject = {}) => ({ invoiceNumber: '0041200001-001', orderNumber: 41200001, customerCode: 'DEMO100', ...changes });

/** An order with one invoice, both with these lines. */
export function soundOrder(lines: readonly object[] = [SHINGLES, VENTS]): Answers {
	return {
		'/orders/List': { orderList: [row()] },
		'/orders/41200001': { ...row(), orderLineItemDetails: lines },
		'/invoices/list 41200001': { invoiceList: [header()] },
		'/invoices/0041200001-001': { invoiceHeader: header(), invoiceLines: lines },
	};
}

export async function run(answers: Answers, values: Record<string, unknown> = {}) {
	const { ask, paths } = sips(answers);
	const given = { findBy: 'poNumber', poNumber: '7731-2', linesJson: [SHINGLES, VENTS], ...values };
	const items = await reconcile.consult(reconcile.parameters(panel(given), RUN), ask, SEAL);
	return { differences: items.slice(0, -1), summary: items.at(-1)!, paths };
}
