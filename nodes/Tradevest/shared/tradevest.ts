import { tradevestTokenFlow } from '../../../credentials/TradevestApi.credentials';
import { senderOptions } from '../../../engine/transport/senderOptions';

/** The partner's name in messages. */
export const TRADEVEST = tradevestTokenFlow.partner;

/**
 * Members of answers that hold money, prices, quantities and shares. They are put out as text, digit by digit: `25.00` stays `25.00`
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
	'feeAmount',
	'fsaAmount',
	'germanCit',
	'limitPrice',
	'liquidAssets',
	'price',
	'quantity',
	'remainingQuantity',
	'savingsAmount',
	'share',
	'solidaritySurcharge',
	'stopPrice',
	'votingRights',
	'withdrawableBalance',
];

/** Milliseconds for the answer of a write that happens once: longer than for a read, as its outcome is not known otherwise. */
export const ONCE_TIMEOUT_MS = 60_000;

/** How requests to Tradevest are sent. */
export const tradevestSender = senderOptions(tradevestTokenFlow, { credentialType: 'tradevestApi', timeoutMs: 30_000, accountFields: ['clientId'], amounts: AMOUNTS });
