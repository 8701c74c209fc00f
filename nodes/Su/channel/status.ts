import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';

const LABEL = 'Status';

/** Whether something of a channel is in use, in Su's words. @param what such as `the connection` */
export function statusField(what: string): INodeProperties {
	return {
		displayName: LABEL,
		name: 'status',
		type: 'options',
		options: [
			{ name: 'Active', value: 'Active' },
			{ name: 'Inactive', value: 'Inactive' },
		],
		default: 'Active',
		description: `Whether ${what} is in use`,
	};
}

/** Reads it. Faults are noted in `fields`. */
export function readStatus(fields: FieldReader): 'Active' | 'Inactive' {
	return fields.oneOf('status', { label: LABEL }, ['Active', 'Inactive']);
}
