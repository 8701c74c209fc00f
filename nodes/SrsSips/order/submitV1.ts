import { isMeantAgain } from '../../../engine/items/sendAgain';
import type { OnceOperation } from '../../../engine/operation/operation';
import { submittedHints } from './orderHints';
import { isPlaced, lookUpMatch, lookUpRequest, orderIds } from './orderLookUp';
import { orderOptions } from './orderOptions';
import { explainOrderFailure, orderLabel, orderOutcome } from './orderOutcome';
import { orderPurpose, orderKey } from './orderParameters';
import { orderV1Content, orderV1Fields, orderV1Figures, orderV1Request, readOrderV1, type OrderV1Parameters } from './orderV1';
import { passV1Gate } from './passGate';
import { orderPersonalFields } from './personalFields';
import { submitAgainNotice, submitOptions } from './submitOptions';
import { TIMEOUT_MS } from '../shared/sips';

/** Options that rest on what the branch sells by product number, or on prices of the current edition. */
const NOT_IN_V1 = new Set(['checkFirst', 'expectedTotal', 'mostDifferencePercent', 'orderLimit', 'stopWithoutPrice']);

/**
 * Submit Order (V1), `POST /orders/submit` (submit-order-21007241e0). As safe as Submit where it comes to being placed at
 * most once; its lines cannot be checked first, since it names branches and items in another way.
 */
export const submitV1: OnceOperation<OrderV1Parameters> = {
	name: 'submitV1',
	displayName: 'Submit (Legacy V1)',
	action: 'Submit an order legacy v1',
	description: 'Order material by item codes; SRS has dropped this call from its current documents',
	effect: 'once',
	source: { call: 'POST /orders/submit', standing: 'legacy; lines and answer not in the copy seen' },
	properties: [...orderV1Fields, submitAgainNotice],
	options: [...orderOptions, ...submitOptions].filter(({ name }) => !NOT_IN_V1.has(name)),
	timeoutMs: TIMEOUT_MS.submit,
	personalFields: orderPersonalFields,
	parameters: readOrderV1,
	key: orderKey,
	purpose: orderPurpose,
	gate: passV1Gate,
	content: orderV1Content,
	label: orderLabel,
	stands: isPlaced,
	lookUp: {
		request: lookUpRequest,
		match: (answer, order) => lookUpMatch(answer, order, orderV1Figures(order)),
		ids: orderIds,
		forMs: ({ lookUpMs }) => lookUpMs,
	},
	stopsWhenListed: (order) => order.stopsWhenListed && !isMeantAgain(order),
	isMeantAgain,
	request: orderV1Request,
	items: (answer, order) => [orderOutcome(answer, order, orderV1Figures(order))],
	explain: explainOrderFailure,
	hints: submittedHints,
};
