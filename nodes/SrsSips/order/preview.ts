import type { IDataObject } from 'n8n-workflow';

import { isFailure, orInstead, validationFailure, type Failure } from '../../../engine/failure';
import { contentToken } from '../../../engine/idempotency/contentToken';
import { gather, orRefusal, type Ask } from '../../../engine/operation/reads';
import type { RepeatableOperation, SeveralReads } from '../../../engine/operation/operation';
import { isPartnersNotFound } from '../../../engine/transport/notFound';
import { completeOrder } from './completeOrder';
import { isWithinLimit } from './limitCheck';
import { mergedOrder } from './mergedOrder';
import { orderFacts, orderFaults } from './orderCheck';
import { orderFields } from './orderFields';
import { previewedHints } from './orderHints';
import { lookUpMatch, lookUpRequest } from './orderLookUp';
import { orderOptions } from './orderOptions';
import { orderFigures, orderLabel } from './orderOutcome';
import { readOrder, type OrderParameters } from './orderParameters';
import { orderParts } from './orderParts';
import { orderPriceRequests, pricedLines, totalOf } from './orderPrices';
import { orderPersonalFields } from './personalFields';
import { sumOf } from '../shared/price/price';

/**
 * All that Submit checks, and what the order costs now, without sending it. The fields are those of Submit, so that one
 * can be put in the place of the other.
 */
export const preview: RepeatableOperation<OrderParameters> & SeveralReads<OrderParameters> = {
	name: 'preview',
	displayName: 'Preview',
	action: 'Preview an order',
	description: 'Check an order and read what it costs now, without sending it; gives the token that Submit asks an agent for',
	effect: 'read',
	source: { call: 'the reads of Submit, POST /products/v2/price', standing: 'as Get Prices and Submit' },
	properties: orderFields,
	options: orderOptions,
	personalFields: orderPersonalFields,
	parameters: readOrder,
	together: mergedOrder,
	complete: completeOrder,

	async consult(order, ask, seal) {
		const faults = orderFaults(order, await gather(orderFacts(order), ask));
		if (faults.length > 0) throw validationFailure(`The order (${orderLabel(order)})`, faults);
		const lines = pricedLines(order, await Promise.all(orderPriceRequests(order).map(ask)));
		const total = totalOf(lines);
		const figures = orderFigures(order);
		const expectedTotal = figures.expectedTotal as number | null;
		const withinLimit = isWithinLimit(order, total);
		// Above the limit, or where nobody knows, Submit would refuse.
		const isSendable = order.orderLimit === undefined || withinLimit === true;
		const { token, validUntil } = contentToken(orderParts(order), seal, Date.now());
		return [{
			total,
			// Of the lines that have one: what is known where not all is.
			pricedTotal: totalOf(lines.filter(({ lineTotal }) => lineTotal !== null)),
			linesWithoutPrice: lines.filter(({ lineTotal }) => lineTotal === null).length,
			differenceFromExpected: total === null || expectedTotal === null ? null : sumOf([total, -expectedTotal]),
			orderLimit: order.orderLimit ?? null,
			withinLimit,
			previewToken: isSendable ? token : null,
			previewTokenValidUntil: isSendable ? new Date(validUntil).toISOString() : null,
			...figures,
			...(await listed(order, ask)),
			lines: lines as unknown as IDataObject[],
		}];
	},

	explain(failure: Failure) {
		if (failure.kind !== 'validation') return failure;
		return failure.retold({ message: failure.message.replace(' was not sent: ', ' would not be sent: ') });
	},

	hints: previewedHints,
};

/** Orders of this customer under the same PO number; null where the list could not be read or understood. */
async function listed(order: OrderParameters, ask: Ask): Promise<IDataObject> {
	const answer = await orRefusal(ask(lookUpRequest(order)));
	if (isFailure(answer)) return { alreadyListed: isPartnersNotFound(answer) ? [] : null };
	return { alreadyListed: orInstead(() => lookUpMatch(answer, order, {}).flatMap(({ id, likeness }) => (likeness === 'foreign' ? [] : [id])), null) };
}
