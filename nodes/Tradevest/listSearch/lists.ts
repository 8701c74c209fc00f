import type { IDataObject } from 'n8n-workflow';

import { partnerList, type ReadList } from '../../../engine/listSearch/partnerList';
import type { PartnerRequest } from '../../../engine/http/request';
import { textOf } from '../../../engine/values';
import { PAGE_SIZE, pageIn } from '../shared/answers';
import { TRADEVEST } from '../shared/tradevest';

/** What there is to choose. */
export interface Named {
	id: string;
	/** `''` where it has none. */
	name: string;
	/** Further words by which it is found. */
	also?: string;
	/** Its state; undefined where the list shows none. */
	status?: string | undefined;
}

/** A list of Tradevest to choose from. The editor gets its first page: a partner may have 100,000 persons, and an ID can be typed in. */
function list<A>(what: string, request: (asked: A) => PartnerRequest, read: (row: IDataObject) => Named | undefined): ReadList<A, Named> {
	return partnerList<A, Named>({
		partner: TRADEVEST,
		what,
		most: 20,
		request,
		rows: (answer) => pageIn(answer, what).rows,
		read,
		unknown: () => ({ message: `${TRADEVEST} does not know what this list is of`, advice: 'Check the fields above this one.' }),
	});
}

/** Natural persons; of a status where one is asked for (api-reference/entities/natural-persons-directory). */
export const naturalPersons = list<{ status?: string }>(
	'List of Natural Persons',
	({ status }) => ({ method: 'GET', path: '/entities/natural-persons', query: { limit: PAGE_SIZE, ...(status === undefined ? {} : { status }) } }),
	(row) => {
		const id = textOf(row.naturalPersonId);
		if (id === undefined) return undefined;
		const name = [textOf(row.firstName), textOf(row.lastName)].filter((each) => each !== undefined).join(' ');
		return { id, name, status: textOf(row.status), ...(textOf(row.externalId) === undefined ? {} : { also: textOf(row.externalId)! }) };
	},
);

/** Customer roles, by the name of none: Tradevest lists no names with them (api-reference/roles/customers). */
export const customers = list<object>(
	'List of Customers',
	() => ({ method: 'GET', path: '/roles/customers', query: { limit: PAGE_SIZE } }),
	(row) => {
		const id = textOf(row.customerId);
		if (id === undefined) return undefined;
		const words = [textOf(row.entityType), textOf(row.customerStatus)].filter((each) => each !== undefined).join(', ');
		return { id, name: words, ...(textOf(row.entityId) === undefined ? {} : { also: textOf(row.entityId)! }) };
	},
);
