import type { FieldReader } from '../../../engine/items/fields';
import { ExactNumber } from '../../../engine/http/exactNumber';
import type { RunContext } from '../../../engine/operation/operation';
import { numberOf } from '../../../engine/values';
import { change } from '../shared/change';
import { changeFields } from '../shared/collections';
import { readId } from '../shared/fields';
import { actingAs } from '../shared/requestor';
import { TAX_EXEMPTION } from '../shared/things';
import { amountField, exemptAmount, readValidUntil, validUntilField } from './exemptionFields';

interface Content {
	id: string;
	fsaAmount: string;
	fsaValidUntil: string;
}

function read(fields: FieldReader, run: RunContext): Content {
	const content = {
		id: readId(fields, 'taxExemptionOrderId', 'Tax Exemption Order ID'),
		fsaAmount: fields.optionalKind('updateFields.fsaAmount', { label: amountField.displayName }, exemptAmount) ?? '',
		fsaValidUntil: readValidUntil(fields, 'updateFields.fsaValidUntil', run),
	};
	if (content.fsaAmount === '' && content.fsaValidUntil === '' && !fields.isFaulty) fields.fault('Update Fields', 'must have at least one field');
	return content;
}

/** Changes a tax exemption order, `PATCH /taxes/tax-exemption-orders/{taxExemptionOrderId}` (api-reference/taxes/exemption). */
export const update = change<Content>({
	name: 'update',
	displayName: 'Update',
	action: 'Update a tax exemption',
	description: 'Ask for another amount or last day; applied is true once it is read so',
	source: { call: 'PATCH /taxes/tax-exemption-orders/{taxExemptionOrderId}', standing: 'documented' },
	thing: TAX_EXEMPTION,
	properties: [
		{ displayName: 'Tax Exemption Order ID', name: 'taxExemptionOrderId', type: 'string', required: true, default: '', placeholder: 'e.g. 5d1f8f4a-9b58-4d9e-8c52-6f4b1d0d9e33', description: 'As Tradevest knows it: of Get Many' },
		changeFields('What is to be set; the rest stays', amountField, validUntilField),
	],
	read,
	id: ({ id }) => id,
	isApplied: (row, { fsaAmount, fsaValidUntil }) => (fsaAmount === '' || numberOf(row.fsaAmount) === Number(fsaAmount)) && (fsaValidUntil === '' || row.fsaValidUntil === fsaValidUntil),
	request: ({ id, fsaAmount, fsaValidUntil, requestorId }) => ({
		method: 'PATCH',
		path: TAX_EXEMPTION.one(id),
		body: { ...(fsaAmount === '' ? {} : { fsaAmount: new ExactNumber(fsaAmount) }), ...(fsaValidUntil === '' ? {} : { fsaValidUntil }) },
		...actingAs({ requestorId }),
	}),
});
