import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { resourceLocatorField } from '../../../engine/listSearch/resourceLocator';
import type { ListName } from '../listSearch';

/** Fields that several operations share: one name, one meaning, one description. */
export const LABELS = {
	customerId: 'Customer ID',
	customerProductId: 'Product ID',
	legalEntityId: 'Legal Entity ID',
	naturalPersonId: 'Natural Person ID',
} as const;

type IdName = keyof typeof LABELS;

const EXAMPLE_ID = '0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11';

/** An id that is chosen from a list, or typed in. */
function chosen(name: IdName, list: ListName, description: string): INodeProperties {
	return chosenAs(name, LABELS[name], list, description);
}

/** The same under a name of its own, where an operation has several of a kind. */
export function chosenAs(name: string, displayName: string, list: ListName, description: string): INodeProperties {
	return {
		displayName,
		name,
		required: true,
		...resourceLocatorField<ListName>(list, { displayName: 'By ID', name: 'id', placeholder: `e.g. ${EXAMPLE_ID}` }),
		description,
	};
}

export const naturalPersonId = chosen('naturalPersonId', 'searchNaturalPersons', 'The natural person, as Tradevest knows it. The list shows the newest 100.');
export const customerId = chosen('customerId', 'searchCustomers', 'The customer role of a person or company, as Tradevest knows it');
/** No call lists companies, so it is typed in. */
export const legalEntityId: INodeProperties = {
	displayName: LABELS.legalEntityId,
	name: 'legalEntityId',
	type: 'string',
	required: true,
	default: '',
	placeholder: `e.g. ${EXAMPLE_ID}`,
	description: 'The company, as Tradevest knows it: legalEntityId of Legal Entity: Create',
};
/** Its list needs `customerId` in the operation. */
export const customerProductId: INodeProperties = {
	displayName: LABELS.customerProductId,
	name: 'customerProductId',
	type: 'string',
	required: true,
	default: '',
	placeholder: `e.g. ${EXAMPLE_ID}`,
	description: 'The account or wallet of a customer, as Tradevest knows it: customerProductId of Product: Get Many',
};

/** What is wrong with an id that is none. */
export const mustBeId = `must be an ID as Tradevest makes them, such as ${EXAMPLE_ID}`;

/** Whether a text is an id: a UUID (openapi, `Id`). */
export function isId(text: string): boolean {
	return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** Reads an id. Faults are noted in `fields`. */
export function readId(fields: FieldReader, name: string, label: string): string {
	const id = fields.code(name, { label });
	return id === '' || isId(id) ? id : fields.fault(label, mustBeId, '');
}
