import { tradevestTokenFlow } from '../../../credentials/TradevestApi.credentials';
import { senderOptions } from '../../../engine/transport/senderOptions';

/** The partner's name in messages. */
export const TRADEVEST = tradevestTokenFlow.partner;

/**
 * Members of answers that hold money, prices, quantities and shares, also among costs (ex-ante) and in the values of a changelog. They are put out as text, digit by digit: `25.00` stays `25.00`
 * (tv:api-reference/products/schemas, asset-management/schemas, taxes/exemption).
 */
const AMOUNTS = [
	'amount',
	'annualIncomeNet',
	'availableAssets',
	'availableBalance',
	'availableQuantity',
	'averageProfit',
	'averageRevenue',
	'avgBuyPrice',
	'churchTax',
	'currentPrice',
	'executionAmount',
	'executionPrice',
	'executionQuantity',
	'feeAmount',
	'fromYear2',
	'fsaAmount',
	'germanCit',
	'grantsAmount',
	'grossAmount',
	'limitPrice',
	'liquidAssets',
	'oldValue',
	'percent',
	'price',
	'pricePerUnit',
	'quantity',
	'remainingQuantity',
	'savingsAmount',
	'share',
	'solidaritySurcharge',
	'stopPrice',
	'ter',
	'tradeVolume',
	'value',
	'votingRights',
	'withdrawableBalance',
	'year1',
	'yearOfSale',
];

/** Milliseconds for the answer of a write that happens once: longer than for a read, as its outcome is not known otherwise. */
export const ONCE_TIMEOUT_MS = 60_000;

/** How requests to Tradevest are sent. */
export const tradevestSender = senderOptions(tradevestTokenFlow, { credentialType: 'tradevestApi', timeoutMs: 30_000, accountFields: ['clientId'], amounts: AMOUNTS });
