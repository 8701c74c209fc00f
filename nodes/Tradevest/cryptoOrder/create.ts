import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { ExactNumber } from '../../../engine/http/exactNumber';
import type { FieldReader } from '../../../engine/items/fields';
import { path } from '../../../engine/transport/path';
import { creation } from '../shared/creation';
import { readId } from '../shared/fields';
import { byExternalId } from '../shared/lookUps';
import { pageQuery } from '../shared/reads';
import { actingAs, activeRequestor } from '../shared/requestor';
import { CRYPTO_ORDER } from '../shared/things';
import { CASH, cashProduct, productField, readCashProduct, readSide, tradeSide, type Side } from '../shared/trade';

const QUANTITY_TYPES = ['AMOUNT', 'UNIT'] as const;
const WALLET = { name: 'walletCustomerProductId', label: 'Wallet Product ID' } as const;

/** Amounts go in steps of 0.01 (digital-assets/create-order). Of units no step is documented; Ethereum has 18 digits. */
const DECIMALS = { AMOUNT: 2, UNIT: 18 };

interface Content {
	tradeSide: Side;
	cryptoSymbol: string;
	quantityType: (typeof QUANTITY_TYPES)[number];
	quantity: string;
	wallet: string;
	cash: string;
}

function read(fields: FieldReader): Content {
	const quantityType = fields.oneOf('quantityType', { label: 'Quantity Type' }, QUANTITY_TYPES);
	return {
		tradeSide: readSide(fields),
		cryptoSymbol: fields.code('cryptoSymbol', { label: 'Crypto Symbol' }).toUpperCase(),
		quantityType,
		quantity: fields.kind('quantity', { label: 'Quantity' }, (value) => exactDecimal(value, { decimals: DECIMALS[quantityType] }), ''),
		wallet: readId(fields, WALLET.name, WALLET.label),
		cash: readCashProduct(fields),
	};
}

/** Places an order for a crypto asset, `POST /digital/orders/market` (digital-assets/create-order). Its list can be asked for the External ID. */
export const create = creation<Content>({
	action: 'Create a crypto order',
	description: 'Buy or sell a crypto asset at the next price; the same External ID is sent at most once',
	source: { call: 'POST /digital/orders/market', standing: 'documented' },
	thing: CRYPTO_ORDER,
	hasExternalId: true,
	hasRequestor: true,
	properties: [
		tradeSide,
		{ displayName: 'Crypto Symbol', name: 'cryptoSymbol', type: 'string', required: true, default: '', placeholder: 'e.g. ETH', description: 'What is traded' },
		{
			displayName: 'Quantity Type',
			name: 'quantityType',
			type: 'options',
			options: [
				{ name: 'Amount', value: 'AMOUNT', description: 'So many euros, in steps of 0.01' },
				{ name: 'Unit', value: 'UNIT', description: 'So many units of the asset' },
			],
			default: 'AMOUNT',
			description: 'What the quantity counts',
		},
		{ displayName: 'Quantity', name: 'quantity', type: 'string', required: true, default: '', placeholder: 'e.g. 50.00', description: 'A decimal number above 0, with a point before the decimals' },
		productField(WALLET.name, WALLET.label, 'The currency wallet of the customer that holds the asset'),
		cashProduct,
	],
	read,
	label: ({ tradeSide: side, quantity, quantityType, cryptoSymbol }) => `${side} ${quantity} (${quantityType.toLowerCase()}) of ${cryptoSymbol}`,

	request: ({ tradeSide: side, cryptoSymbol, quantityType, quantity, wallet, cash, externalId, requestorId }) => ({
		method: 'POST',
		path: '/digital/orders/market',
		body: { cryptoSymbol, tradeSide: side, quantityType, quantity: new ExactNumber(quantity), externalId, [WALLET.name]: wallet, [CASH.name]: cash },
		...actingAs({ requestorId }),
	}),

	beforehand: activeRequestor,
	lookUp: byExternalId(
		CRYPTO_ORDER,
		({ wallet, externalId }, cursor) => ({ method: 'GET', path: path`/products/${wallet}/digital/orders`, query: pageQuery(cursor, { externalId }) }),
		({ cash }) => [['cash product', CASH.name, cash]],
	),
	whereToLook: 'Look with Crypto Order: Get Many.',
});
