import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { isObject, textOf } from '../../../engine/values';
import { creation, type Creating } from '../shared/creation';
import { entityIdField, entityTypeField, readEntityType, type EntityType } from '../shared/entityTypes';
import { readId } from '../shared/fields';
import { onlyOneIn } from '../shared/lookUps';
import { pageQuery } from '../shared/reads';
import { actingAs } from '../shared/requestor';
import { CUSTOMER } from '../shared/things';
import { areSameLabels, readOptionalLabels } from './labels';
import { readRefAccounts, refAccounts, type RefAccount } from './refAccounts';

interface Content {
	entityId: string;
	entityType: EntityType;
	refAccounts: RefAccount[];
	labels: string[];
}

const PATH = '/roles/customers';

const labels: INodeProperties = { displayName: 'Labels', name: 'labels', type: 'string', default: '', placeholder: 'e.g. retail, newsletter', description: 'For grouping: at most 16, with commas between them' };

function read(fields: FieldReader): Content {
	return { entityId: readId(fields, 'entityId', 'Entity ID'), entityType: readEntityType(fields), refAccounts: readRefAccounts(fields), labels: readOptionalLabels(fields, 'labels', 'Labels') };
}

/** What the role that is there has otherwise than is asked for. What a list leaves out tells nothing. */
function othersIn(row: IDataObject, content: Content): string[] {
	return [
		...(Array.isArray(row.refAccounts) && !areSameAccounts(row.refAccounts, content.refAccounts) ? ['reference accounts'] : []),
		...(Array.isArray(row.labels) && !areSameLabels(row.labels, content.labels) ? ['labels'] : []),
	];
}

function areSameAccounts(there: readonly unknown[], wanted: readonly RefAccount[]): boolean {
	return there.length === wanted.length && wanted.every((account) => there.filter(isObject).some((one) => isSameAccount(one, account)));
}

/** What is not shown of an account tells nothing. */
function isSameAccount(there: IDataObject, { iban, ownerName, type }: RefAccount): boolean {
	return plain(there.iban)?.replaceAll(' ', '') === iban && [undefined, plain(ownerName)].includes(plain(there.ownerName)) && [undefined, type as string].includes(plain(there.type));
}

function plain(value: unknown): string | undefined {
	return textOf(value)?.trim().replace(/\s+/g, ' ').toUpperCase();
}

/**
 * Makes a person or company a customer, `POST /roles/customers` (api-reference/roles/customers). Tradevest takes no key, and an entity has one such role:
 * what is listed of it is it.
 */
export const create = creation<Content>({
	action: 'Create a customer',
	description: 'Make a person or company a customer; one that is a customer already is found, and nothing is sent',
	source: { call: `POST ${PATH}`, standing: 'documented' },
	thing: CUSTOMER,
	hasExternalId: false,
	hasRequestor: 'ifGiven',
	properties: [entityIdField('Who becomes a customer'), entityTypeField('What that is'), refAccounts, labels],
	read,
	label: ({ entityId }) => `customer role of ${entityId}`,
	sameAs: ({ entityId }) => entityId.toLowerCase(),

	request: ({ entityId, entityType, refAccounts: accounts, labels: words, requestorId }) => ({
		method: 'POST',
		path: PATH,
		body: { entityId, entityType, ...(accounts.length > 0 ? { refAccounts: accounts } : {}), ...(words.length > 0 ? { labels: words } : {}) },
		...actingAs({ requestorId }),
	}),

	lookUp: onlyOneIn<Creating<Content>>(
		CUSTOMER,
		({ entityId }) => ({ method: 'GET', path: PATH, query: pageQuery(undefined, { entityId }) }),
		(row, { entityId }) => textOf(row.entityId)?.toLowerCase() === entityId.toLowerCase(),
		othersIn,
	),
	stopsWhenListed: true,
	whenInTheWay: () => 'An entity has one customer role, and one was made or asked for already, not with all that is asked for here. Customer: Set Labels changes its labels. If it came to nothing (INVALID or REJECTED), turn on Send Even If Already Sent under Options. Nothing was sent.',
	whereToLook: 'Look with Customer: Get Many, filtered by Entity ID.',
});
