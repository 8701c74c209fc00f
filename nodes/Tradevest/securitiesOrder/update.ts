import type { IDataObject } from 'n8n-workflow';

import { LAST_ON_EARTH } from '../../../engine/fieldKinds/day';
import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import { ExactNumber } from '../../../engine/http/exactNumber';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { numberOf, textOf } from '../../../engine/values';
import { changeFields } from '../shared/collections';
import { deed } from '../shared/deed';
import { actingAs } from '../shared/requestor';
import { SECURITIES_ORDER } from '../shared/things';
import { orderId, readOrderId } from '../shared/trade';

interface Content {
	id: string;
	/** Decimal text and days, by Tradevest's names; what is not there stays. */
	set: { quantity?: string; limitPrice?: string; stopPrice?: string; expiryDate?: string };
}

const updateFields = changeFields(
	'What is to be set; the rest stays',
	{ displayName: 'Expiry Date', name: 'expiryDate', type: 'string', default: '', placeholder: 'e.g. 2026-12-31', description: 'Last day of the order' },
	{ displayName: 'Limit Price', name: 'limitPrice', type: 'string', default: '', placeholder: 'e.g. 24.350', description: 'In euros, in steps of 0.001' },
	{ displayName: 'Quantity', name: 'quantity', type: 'string', default: '', placeholder: 'e.g. 3', description: 'Units, a whole number' },
	{ displayName: 'Stop Price', name: 'stopPrice', type: 'string', default: '', placeholder: 'e.g. 24.350', description: 'In euros, in steps of 0.001' },
);

function read(fields: FieldReader, run: RunContext): Content {
	const at = (name: string) => `updateFields.${name}`;
	const decimal = (name: string, label: string, decimals: number) => fields.optionalKind(at(name), { label }, (value) => exactDecimal(value, { decimals }));
	const given = {
		quantity: decimal('quantity', 'Quantity', 0),
		limitPrice: decimal('limitPrice', 'Limit Price', 3),
		stopPrice: decimal('stopPrice', 'Stop Price', 3),
		expiryDate: fields.optionalDayAhead(at('expiryDate'), { label: 'Expiry Date' }, run, LAST_ON_EARTH),
	};
	const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Content['set'];
	if (Object.keys(set).length === 0 && !fields.isFaulty) fields.fault('Update Fields', 'must have at least one field');
	return { ...readOrderId(fields), set };
}

/** Changes an order for a security, `PATCH /trading/order/{orderId}` (asset-management/trading). */
export const update = deed<Content>({
	name: 'update',
	displayName: 'Update',
	action: 'Update a securities order',
	description: 'Ask for another quantity, price or last day of an order; applied is true once the order is read so',
	source: { call: 'PATCH /trading/order/{orderId}', standing: 'documented' },
	thing: SECURITIES_ORDER,
	properties: [orderId, updateFields],
	read,
	id: ({ id }) => id,

	request({ id, set: { expiryDate, ...numbers }, requestorId }) {
		const body: IDataObject = { ...Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, new ExactNumber(text)])), ...(expiryDate === undefined ? {} : { expiryDate }) };
		return { method: 'PATCH', path: SECURITIES_ORDER.one(id), body, ...actingAs({ requestorId }) };
	},

	isDone: (row, { set: { expiryDate, ...numbers } }) =>
		Object.entries(numbers).every(([name, text]) => numberOf(row[name]) === Number(text)) && (expiryDate === undefined || textOf(row.expiryDate)?.slice(0, 10) === expiryDate),
	whereToLook: 'Look with Securities Order: Get.',
});
