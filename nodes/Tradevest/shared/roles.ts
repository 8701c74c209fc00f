import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { readId } from './fields';

/** Roles that are onboarded and offboarded (api-guidelines/onboarding, api-reference/roles/offboarding; PROXY is known from notes). */
const ROLE_TYPES = ['CUSTOMER', 'PROXY'] as const;

/** A role. */
export interface Role {
	roleType: (typeof ROLE_TYPES)[number];
	roleId: string;
}

export const roleFields: INodeProperties[] = [
	{
		displayName: 'Role Type',
		name: 'roleType',
		type: 'options',
		options: [
			{ name: 'Customer', value: 'CUSTOMER' },
			{ name: 'Proxy', value: 'PROXY' },
		],
		default: 'CUSTOMER',
		description: 'What the role is',
	},
	{ displayName: 'Role ID', name: 'roleId', type: 'string', required: true, default: '', placeholder: 'e.g. 7a2e5d34-55b0-4c3e-8f0a-98c1b6f0d2e7', description: 'The role, as Tradevest knows it: customerId or proxyId' },
];

/** Reads them. Faults are noted in `fields`. */
export function readRole(fields: FieldReader): Role {
	return { roleType: fields.oneOf('roleType', { label: 'Role Type' }, ROLE_TYPES), roleId: readId(fields, 'roleId', 'Role ID') };
}
