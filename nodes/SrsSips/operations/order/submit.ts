import type { OnceOperation } from '../../../../engine/items/operation';
import { orderFacts, orderFaults } from '../../order/orderCheck';
import { orderFields, orderOptions } from '../../order/orderFields';
import { explainOrderFailure, orderContent, orderLabel, orderOutcome } from '../../order/orderOutcome';
import { readOrder, type OrderParameters } from '../../order/orderParameters';
import { orderRequest } from '../../order/orderRequest';
import { TIMEOUT_MS } from '../../sips';

/**
 * Submit Order (V2), `POST /orders/v2/Submit` (submit-order-v2-21007252e0). An order is money and a truck: it is
 * checked before it is sent, sent once, and an answer that does not say what became of it is an error that says so.
 */
export const submit: OnceOperation<OrderParameters> = {
	name: 'submit',
	displayName: 'Submit',
	action: 'Submit an order',
	description: 'Order material; the order is checked first and sent once',
	effect: 'once',
	properties: orderFields,
	options: orderOptions,
	timeoutMs: TIMEOUT_MS.submit,
	parameters: readOrder,
	key: ({ transactionId }) => transactionId,
	content: orderContent,
	label: orderLabel,
	facts: orderFacts,
	check: orderFaults,
	request: orderRequest,
	items: (answer, order) => [orderOutcome(answer, order)],
	explain: explainOrderFailure,
};
