import { isMeantAgain } from '../../../engine/items/sendAgain';
import type { OnceOperation } from '../../../engine/operation/operation';
import { completeOrder } from './completeOrder';
import { limitFaults } from './limitCheck';
import { mergedOrder } from './mergedOrder';
import { orderFacts, orderFaults } from './orderCheck';
import { orderFields } from './orderFields';
import { submittedHints } from './orderHints';
import { isPlaced, lookUpMatch, lookUpRequest, orderIds } from './orderLookUp';
import { orderOptions } from './orderOptions';
import { explainOrderFailure, orderContent, orderLabel, orderOutcome, submittedFigures } from './orderOutcome';
import { orderKey, orderPlainKey, orderPurpose, readOrderToSend, type OrderParameters } from './orderParameters';
import { orderRequest } from './orderRequest';
import { passGate } from './passGate';
import { gateOption, previewTokenField } from './submitGate';
import { orderPersonalFields } from './personalFields';
import { submitAgainNotice, submitOptions } from './submitOptions';
import { TIMEOUT_MS } from '../shared/sips';

/**
 * Submit Order (V2), `POST /orders/v2/Submit` (submit-order-v2-21007252e0). An order is money and a truck: it is
 * checked before it is sent, sent once, and an answer that does not say what became of it is an error that says so.
 */
export const submit: OnceOperation<OrderParameters> = {
	name: 'submit',
	displayName: 'Submit',
	action: 'Submit an order',
	description: 'Order material; the order is checked first and placed at most once; an agent needs an approval or the token of Preview',
	effect: 'once',
	source: { call: 'POST /orders/v2/Submit', standing: 'documented; see Orders' },
	properties: [...orderFields, previewTokenField, submitAgainNotice],
	options: [...orderOptions, gateOption, ...submitOptions],
	timeoutMs: TIMEOUT_MS.submit,
	personalFields: orderPersonalFields,
	parameters: readOrderToSend,
	together: mergedOrder,
	complete: completeOrder,
	key: orderKey,
	plainKey: orderPlainKey,
	purpose: orderPurpose,
	content: orderContent,
	label: orderLabel,
	stands: isPlaced,
	gate: passGate,
	beforehand: { facts: orderFacts, check: (order, facts) => [...orderFaults(order, facts), ...limitFaults(order, facts)] },
	lookUp: {
		request: lookUpRequest,
		match: (answer, order) => lookUpMatch(answer, order, submittedFigures(order)),
		ids: orderIds,
		forMs: ({ lookUpMs }) => lookUpMs,
	},
	stopsWhenListed: (order) => order.stopsWhenListed && !isMeantAgain(order),
	isMeantAgain,
	request: orderRequest,
	items: (answer, order) => [orderOutcome(answer, order, submittedFigures(order))],
	explain: explainOrderFailure,
	hints: submittedHints,
};
