import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';

/** The option that what was sent is read back. */
export const verify: INodeProperties = {
	displayName: 'Verify',
	name: 'verify',
	type: 'boolean',
	default: false,
	description:
		'Whether to read what Su holds once all items are sent, and say for each of them whether that is what was sent. Su puts updates into a queue: what it has not carried out yet comes out as different.',
};

/** Whether it is wanted. Faults are noted in `fields`. */
export function isVerifyWanted(fields: FieldReader): boolean {
	return fields.optionalFlag('options.verify', { label: verify.displayName }) ?? false;
}
