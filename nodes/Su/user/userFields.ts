import type { INodeProperties } from 'n8n-workflow';

/** What the panel calls the fields, for messages. */
export const USER_LABELS = {
	name: 'Name',
	email: 'Email',
	countryCode: 'Country Code',
	phoneNumber: 'Phone Number',
	status: 'Status',
	type: 'Type',
	propertyIds: 'Property IDs',
	chainId: 'Chain ID',
	contactPerson: 'Contact Person',
} as const;

function typed(name: keyof typeof USER_LABELS, placeholder: string, description: string, type?: 'Chain' | 'Global'): INodeProperties {
	const shown: Partial<INodeProperties> = type === undefined ? {} : { displayOptions: { show: { type: [type] } } };
	return { displayName: USER_LABELS[name], name, type: 'string', required: true, default: '', placeholder, ...shown, description };
}

/** The fields of a user of Su's extranet (users/global-users, users/chain-users). */
export const userFields: INodeProperties[] = [
	typed('name', 'e.g. Mai Nguyen', 'Name of the user'),
	typed('email', 'e.g. jane@example.com', 'By this address Su knows the user. Su sends a link to it with which a password is set; whether it does so at each change is not documented.'),
	typed('countryCode', 'e.g. +64', 'Country code of the telephone number'),
	typed('phoneNumber', 'e.g. 211234567', 'Telephone number without the country code: digits; blanks and hyphens are left out'),
	{
		displayName: USER_LABELS.status,
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Active', value: 'Active', description: 'The user can enter the extranet' },
			{ name: 'Inactive', value: 'Inactive', description: 'The user cannot enter the extranet any more' },
		],
		default: 'Active',
		description: 'Whether the user can enter the extranet',
	},
	{
		displayName: USER_LABELS.type,
		name: 'type',
		type: 'options',
		options: [
			{ name: 'Chain', value: 'Chain', description: 'Sees all properties of a chain, also those that come later' },
			{ name: 'Global', value: 'Global', description: 'Sees the properties that are named' },
		],
		default: 'Global',
		description: 'Which properties the user sees. One who is to be both needs two email addresses.',
	},
	typed('propertyIds', 'e.g. HVIEW-1, PINE-2', 'Your own IDs of the properties that the user sees, with commas between them. Whether the user goes on seeing others is not documented: name all of them.', 'Global'),
	typed('chainId', 'e.g. HVCHAIN', 'ID of the chain: letters and digits, less than 40', 'Chain'),
	typed('contactPerson', 'e.g. Lan Tran', 'Name of the person of the property whom the user can ask', 'Chain'),
];
