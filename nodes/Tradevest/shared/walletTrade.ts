import type { INodeProperties } from 'n8n-workflow';

import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { ExactNumber } from '../../../engine/http/exactNumber';
import type { FieldReader } from '../../../engine/items/fields';
import { readId } from './fields';
import type { Compared } from './lookUps';
import { CASH, cashProduct, productField, readCashProduct, readSide, tradeSide, type Side } from './trade';

/** What orders of crypto assets and of tokenized ones share: both go through a wallet. */

const QUANTITY_TYPES = ['AMOUNT', 'UNIT'] as const;
export const WALLET = { name: 'walletCustomerProductId', label: 'Wallet Product ID' } as const;

/** Amounts go in steps of 0.01 (digital-assets/create-order). Of units no step is documented; Ethereum has 18 digits. */
const DECIMALS = { AMOUNT: 2, UNIT: 18 };

/** What is traded. */
export interface WalletTrade {
	tradeSide: Side;
	symbol: string;
	quantityType: (typeof QUANTITY_TYPES)[number];
	/** Decimal text, digit by digit. */
	quantity: string;
	wallet: string;
	cash: string;
}

/** The wallet that orders go through. */
export const walletProduct = productField(WALLET.name, WALLET.label, 'The wallet of the customer that holds the asset');

export function readWallet(fields: FieldReader): string {
	return readId(fields, WALLET.name, WALLET.label);
}

/** The fields of such an order. @param symbol what the panel calls what is traded, and where it stands */
export function walletTradeFields(symbol: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder'>): INodeProperties[] {
	return [
		tradeSide,
		{ type: 'string', required: true, default: '', description: 'What is traded', ...symbol },
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
		walletProduct,
		cashProduct,
	];
}

/** Reads them. Faults are noted in `fields`. */
export function readWalletTrade(fields: FieldReader, symbol: Pick<INodeProperties, 'displayName' | 'name'>): WalletTrade {
	const quantityType = fields.oneOf('quantityType', { label: 'Quantity Type' }, QUANTITY_TYPES);
	return {
		tradeSide: readSide(fields),
		symbol: fields.code(symbol.name, { label: symbol.displayName }).toUpperCase(),
		quantityType,
		quantity: fields.kind('quantity', { label: 'Quantity' }, (value) => exactDecimal(value, { decimals: DECIMALS[quantityType] }), ''),
		wallet: readWallet(fields),
		cash: readCashProduct(fields),
	};
}

/** What of an order that is listed must be as it was asked for (digital-assets/schemas): an External ID may have been given to another one before. */
export const comparedTrade: Compared<WalletTrade> = ({ tradeSide: side, symbol, quantityType, quantity, wallet, cash }) => [
	['trade side', 'side', side],
	['symbol', 'marketOrderData.symbol', symbol],
	['quantity type', 'marketOrderData.quantityType', quantityType],
	['quantity', 'marketOrderData.quantity', new ExactNumber(quantity)],
	['wallet product', WALLET.name, wallet],
	['cash product', CASH.name, cash],
];

/** A line for a person to find it by. */
export function walletTradeLabel({ tradeSide: side, quantity, quantityType, symbol }: WalletTrade): string {
	return `${side} ${quantity} (${quantityType.toLowerCase()}) of ${symbol}`;
}
