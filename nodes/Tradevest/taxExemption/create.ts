import type { IDataObject } from 'n8n-workflow';

import { ExactNumber } from '../../../engine/http/exactNumber';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';
import { numberOf, textOf } from '../../../engine/values';
import { creation, type Creating } from '../shared/creation';
import { readId } from '../shared/fields';
import { alikeIn } from '../shared/lookUps';
import { openChoice, readOpenChoice } from '../shared/openChoice';
import { pageQuery } from '../shared/reads';
import { actingAs } from '../shared/requestor';
import { TAX_EXEMPTION } from '../shared/things';
import { amountField, exemptAmount, readValidUntil, validUntilField } from './exemptionFields';

interface Content {
	entityId: string;
	entityType: string;
	fsaType: 'INDIVIDUAL' | 'JOINT';
	fsaAmount: string;
	fsaValidFrom: string;
	fsaValidUntil: string;
}

function read(fields: FieldReader, run: RunContext): Content {
	return {
		entityId: readId(fields, 'entityId', 'Entity ID'),
		entityType: readOpenChoice(fields, 'entityType', 'Entity Type'),
		fsaType: fields.oneOf('fsaType', { label: 'Type' }, ['INDIVIDUAL', 'JOINT']),
		fsaAmount: fields.kind('fsaAmount', { label: amountField.displayName }, exemptAmount, ''),
		fsaValidFrom: fields.optionalDay('options.fsaValidFrom', { label: 'Valid From' }, run.timezone) ?? '',
		fsaValidUntil: readValidUntil(fields, 'options.fsaValidUntil', run),
	};
}

/** Whether a row may be it. What is not shown, or was not asked for, tells nothing; what ends before the other begins is another one. */
function isLike(row: IDataObject, { entityId, fsaType, fsaAmount, fsaValidFrom, fsaValidUntil }: Content): boolean {
	const [from, until] = [textOf(row.fsaValidFrom)?.slice(0, 10), textOf(row.fsaValidUntil)?.slice(0, 10)];
	const isApart = (fsaValidUntil !== '' && from !== undefined && fsaValidUntil < from) || (fsaValidFrom !== '' && until !== undefined && until < fsaValidFrom);
	const isOfEntity = textOf(row.entityId)?.toLowerCase() === entityId.toLowerCase();
	return isOfEntity && !isApart && (row.fsaType === undefined || row.fsaType === fsaType) && (row.fsaAmount === undefined || numberOf(row.fsaAmount) === Number(fsaAmount));
}

/** Exempts income from tax, `POST /taxes/tax-exemption-orders` (api-reference/taxes/exemption). */
export const create = creation<Content>({
	action: 'Create a tax exemption',
	description: 'Place a tax exemption order for a person or company; where one of the kind is listed already, nothing is sent unless that is wanted',
	source: { call: 'POST /taxes/tax-exemption-orders', standing: 'documented' },
	thing: TAX_EXEMPTION,
	hasExternalId: false,
	hasRequestor: true,
	properties: [
		{ displayName: 'Entity ID', name: 'entityId', type: 'string', required: true, default: '', placeholder: 'e.g. 0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11', description: 'The person or company, as Tradevest knows it' },
		openChoice('entityType', 'Entity Type', ['NATURAL_PERSON', 'LEGAL_ENTITY', 'JOINT_PERSON'], 'What the ID is one of'),
		{
			displayName: 'Type',
			name: 'fsaType',
			type: 'options',
			options: [
				{ name: 'Individual', value: 'INDIVIDUAL' },
				{ name: 'Joint', value: 'JOINT', description: 'Of a married couple' },
			],
			default: 'INDIVIDUAL',
			description: 'Whose income is exempt',
		},
		{ ...amountField, required: true },
	],
	options: [{ displayName: 'Valid From', name: 'fsaValidFrom', type: 'string', default: '', placeholder: 'e.g. 2027-01-01', description: 'The first of January unless given' }, validUntilField],
	read,
	label: ({ entityId, fsaAmount }) => `tax exemption of ${fsaAmount} EUR for ${entityId}`,
	sameAs: ({ entityId, fsaType, fsaAmount, fsaValidFrom, fsaValidUntil }) => [entityId.toLowerCase(), fsaType, fsaAmount, fsaValidFrom, fsaValidUntil],

	request: ({ entityId, entityType, fsaType, fsaAmount, fsaValidFrom, fsaValidUntil, requestorId }) => ({
		method: 'POST',
		path: '/taxes/tax-exemption-orders',
		body: { entityId, entityType, fsaType, fsaAmount: new ExactNumber(fsaAmount), ...(fsaValidFrom === '' ? {} : { fsaValidFrom }), ...(fsaValidUntil === '' ? {} : { fsaValidUntil }) },
		...actingAs({ requestorId }),
	}),

	lookUp: alikeIn<Creating<Content>>(
		TAX_EXEMPTION,
		({ entityId }, cursor) => ({ method: 'GET', path: '/taxes/tax-exemption-orders', query: pageQuery(cursor, { entityId }) }),
		isLike,
		'all',
	),
	stopsWhenListed: true,
	whenInTheWay: () => 'If it is for other years, give Valid From and Valid Until under Options. If this is another one all the same, turn on Send Even If Already Sent there. Nothing was sent.',
	whereToLook: 'Look with Tax Exemption: Get Many.',
});
