import type { IDataObject } from 'n8n-workflow';

import { LAST_ON_EARTH } from '../../../engine/fieldKinds/day';
import { ExactNumber } from '../../../engine/http/exactNumber';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { creation } from '../shared/creation';
import { readId } from '../shared/fields';
import { actingAs, activeRequestor } from '../shared/requestor';
import { SECURITIES_ORDER } from '../shared/things';
import { CASH, cashProduct, productField, readCashProduct, readSide, tradeSide, type Side } from '../shared/trade';
import { readTrade, tradeFields, type Trade } from './orderFields';

interface Content extends Trade {
	tradeSide: Side;
	depository: string;
	cash: string;
	expiryDate: string;
	exAnteId: string;
}

const DEPOSITORY = { name: 'depositoryCustomerProductId', label: 'Depository Product ID' } as const;

function read(fields: FieldReader, run: RunContext): Content {
	return {
		tradeSide: readSide(fields),
		...readTrade(fields),
		depository: readId(fields, DEPOSITORY.name, DEPOSITORY.label),
		cash: readCashProduct(fields),
		expiryDate: fields.optionalDayAhead('options.expiryDate', { label: 'Expiry Date' }, run, LAST_ON_EARTH) ?? '',
		exAnteId: fields.optionalText('options.exAnteId', { label: 'Ex-Ante ID' }) === '' ? '' : readId(fields, 'options.exAnteId', 'Ex-Ante ID'),
	};
}

/**
 * Places an order for a security, `POST /trading/order/{market|limit|stop}` (asset-management/trading/orders; two members of the body are
 * documented, the others are those of the order that is read). No list shows orders, so one whose answer is lost stays unknown.
 */
export const create = creation<Content>({
	action: 'Create a securities order',
	description: 'Buy or sell a security for a customer; the same External ID is sent at most once',
	source: { call: 'POST /trading/order/{market|limit|stop}', standing: 'path documented; most members are inferred from the order that is read' },
	thing: SECURITIES_ORDER,
	hasExternalId: true,
	hasRequestor: true,
	properties: [tradeSide, ...tradeFields, productField(DEPOSITORY.name, DEPOSITORY.label, 'The depository account of the customer that holds the security'), cashProduct],
	options: [
		{ displayName: 'Ex-Ante ID', name: 'exAnteId', type: 'string', default: '', placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33', description: 'Of the costs that were shown to the customer before: exAnteId of Estimate Costs' },
		{ displayName: 'Expiry Date', name: 'expiryDate', type: 'string', default: '', placeholder: 'e.g. 2026-12-31', description: 'Last day of the order; a year from now unless given' },
	],
	read,
	label: ({ tradeSide: side, quantity, isin }) => `${side} ${quantity} of ${isin}`,

	request({ tradeSide: side, isin, exchangeCode, orderType, quantity, price, depository, cash, expiryDate, exAnteId, externalId, requestorId }) {
		const body: IDataObject = {
			depositoryCustomerProductId: depository,
			[CASH.name]: cash,
			tradeSide: side,
			isin,
			exchangeCode,
			quantityType: 'UNIT',
			quantity,
			...(orderType === 'LIMIT' ? { limitPrice: new ExactNumber(price) } : {}),
			...(orderType === 'STOP' ? { stopPrice: new ExactNumber(price) } : {}),
			...(expiryDate === '' ? {} : { expiryDate }),
			...(exAnteId === '' ? {} : { exAnteId }),
			externalId,
		};
		return { method: 'POST', path: `/trading/order/${orderType.toLowerCase()}`, body, ...actingAs({ requestorId }) };
	},

	beforehand: activeRequestor,
	whereToLook: 'No list of Tradevest shows orders: look in its panel, or at the products of the customer, or ask Tradevest for the External ID.',
});
