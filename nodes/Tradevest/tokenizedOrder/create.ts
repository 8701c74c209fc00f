import { ExactNumber } from '../../../engine/http/exactNumber';
import { creation, type Creating } from '../shared/creation';
import { byExternalId } from '../shared/lookUps';
import { actingAs, activeRequestor } from '../shared/requestor';
import { TOKENIZED_ORDER } from '../shared/things';
import { CASH } from '../shared/trade';
import { comparedTrade, readWalletTrade, WALLET, walletTradeFields, walletTradeLabel, type WalletTrade } from '../shared/walletTrade';
import { tokenizedOrders } from './orders';

const SYMBOL = { displayName: 'Symbol', name: 'symbol', placeholder: 'e.g. WWX1' };

/** Places an order for a tokenized asset, `POST /wawex/orders/market` (wawex-tokenized-assets/orders). The side is written in small letters there. */
export const create = creation<WalletTrade>({
	action: 'Create a tokenized order',
	description: 'Buy or sell a tokenized asset at the next price; the same External ID is sent at most once',
	source: { call: 'POST /wawex/orders/market', standing: 'documented; that one sells by the word sell is inferred' },
	thing: TOKENIZED_ORDER,
	hasExternalId: true,
	hasRequestor: true,
	properties: walletTradeFields(SYMBOL),
	read: (fields) => readWalletTrade(fields, SYMBOL),
	label: walletTradeLabel,

	request: ({ tradeSide: side, symbol, quantityType, quantity, wallet, cash, externalId, requestorId }) => ({
		method: 'POST',
		path: '/wawex/orders/market',
		body: { symbol, side: side.toLowerCase(), quantityType, quantity: new ExactNumber(quantity), externalId, [WALLET.name]: wallet, [CASH.name]: cash },
		...actingAs({ requestorId }),
	}),

	beforehand: activeRequestor,
	lookUp: byExternalId<Creating<WalletTrade>>(
		TOKENIZED_ORDER,
		({ wallet }, cursor) => tokenizedOrders(wallet, cursor),
		comparedTrade,
	),
	whereToLook: 'Look with Tokenized Order: Get Many.',
});
