import type { PersonalField } from '../../../engine/operation/personalField';

/** What an order says of people. City, state and ZIP code alone say nothing of one. */
export const orderPersonalFields: readonly PersonalField[] = [
	{ name: 'shipToName', label: 'Ship-to Name', kind: 'name' },
	{ name: 'shipToAddressLine1', label: 'Ship-to Street', kind: 'street' },
	{ name: 'options.shipToAddressLine2', label: 'Ship-to Street 2', kind: 'text' },
	{ name: 'options.shipToAddressLine3', label: 'Ship-to Street 3', kind: 'text' },
	{ name: 'customerContactName', label: 'Contact Name', kind: 'name' },
	{ name: 'customerContactPhone', label: 'Contact Phone', kind: 'phone' },
	{ name: 'customerContactEmail', label: 'Contact Email', kind: 'list' },
	{ name: 'options.customerContactAddressLine1', label: 'Contact Street', kind: 'street' },
	{ name: 'options.additionalContactEmails', label: 'Additional Contact Emails', kind: 'list' },
	{ name: 'options.notes', label: 'Notes', kind: 'text' },
	{ name: 'options.reference', label: 'Reference', kind: 'text' },
];
