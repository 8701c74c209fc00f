import { ExactNumber } from '../../../engine/http/exactNumber';
import { path } from '../../../engine/transport/path';
import { creation, type Creating } from '../shared/creation';
import { byExternalId } from '../shared/lookUps';
import { pageQuery } from '../shared/reads';
import { actingAs, activeRequestor } from '../shared/requestor';
import { CRYPTO_ORDER } from '../shared/things';
import { CASH } from '../shared/trade';
import { comparedTrade, readWalletTrade, WALLET, walletTradeFields, walletTradeLabel, type WalletTrade } from '../shared/walletTrade';

const SYMBOL = { displayName: 'Crypto Symbol', name: 'cryptoSymbol', placeholder: 'e.g. ETH' };

/** Places an order for a crypto asset, `POST /digital/orders/market` (digital-assets/create-order). Its list can be asked for the External ID. */
export const create = creation<WalletTrade>({
	action: 'Create a crypto order',
	description: 'Buy or sell a crypto asset at the next price; the same External ID is sent at most once',
	source: { call: 'POST /digital/orders/market', standing: 'documented' },
	thing: CRYPTO_ORDER,
	hasExternalId: true,
	hasRequestor: true,
	properties: walletTradeFields(SYMBOL),
	read: (fields) => readWalletTrade(fields, SYMBOL),
	label: walletTradeLabel,

	request: ({ tradeSide: side, symbol, quantityType, quantity, wallet, cash, externalId, requestorId }) => ({
		method: 'POST',
		path: '/digital/orders/market',
		body: { cryptoSymbol: symbol, tradeSide: side, quantityType, quantity: new ExactNumber(quantity), externalId, [WALLET.name]: wallet, [CASH.name]: cash },
		...actingAs({ requestorId }),
	}),

	beforehand: activeRequestor,
	lookUp: byExternalId<Creating<WalletTrade>>(
		CRYPTO_ORDER,
		({ wallet, externalId }, cursor) => ({ method: 'GET', path: path`/products/${wallet}/digital/orders`, query: pageQuery(cursor, { externalId }) }),
		comparedTrade,
	),
	whereToLook: 'Look with Crypto Order: Get Many.',
});
