import { ExactNumber } from '../../../engine/http/exactNumber';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { objectIn } from '../shared/answers';
import { explainRefusal } from '../shared/refusal';
import { actingAs, readRequestor, requestorOption, type Acting } from '../shared/requestor';
import { readSide, tradeSide, type Side } from '../shared/trade';
import { readTrade, tradeFields, type Trade } from './orderFields';

interface Parameters extends Trade, Acting {
	tradeSide: Side;
}

/** The costs of an order before it is placed, `POST /trading/ex-ante` (asset-management/trading). It places nothing. */
export const estimateCosts: RepeatableOperation<Parameters> = {
	name: 'estimateCosts',
	displayName: 'Estimate Costs',
	action: 'Estimate the costs of a securities order',
	description: 'Ask for the costs that a customer is to be shown before an order; nothing is ordered',
	effect: 'repeatable',
	source: { call: 'POST /trading/ex-ante', standing: 'documented' },
	properties: [tradeSide, ...tradeFields],
	options: [requestorOption],

	parameters(read, run) {
		const fields = new FieldReader(read);
		const parameters = { tradeSide: readSide(fields), ...readTrade(fields), ...readRequestor(fields, run) };
		fields.done('The request');
		return parameters;
	},

	request: ({ tradeSide: side, isin, exchangeCode, orderType, quantity, price, requestorId }) => ({
		method: 'POST',
		path: '/trading/ex-ante',
		body: { tradeSide: side, quantityType: 'UNIT', exchangeCode, orderType, isin, quantity, ...(price === '' ? {} : { price: new ExactNumber(price) }) },
		...actingAs({ requestorId }),
	}),

	items: (answer) => [objectIn(answer, 'Ex-Ante Costs')],
	explain: explainRefusal,
};
