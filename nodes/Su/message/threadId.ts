import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';

/** The talk with a guest. */
export const threadId: INodeProperties = {
	displayName: 'Thread ID',
	name: 'threadId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. 991460001',
	description: 'The threadid of a message of the guest',
};

/** Reads it. Faults are noted in `fields`. */
export function readThreadId(fields: FieldReader): string {
	return fields.code(threadId.name, { label: threadId.displayName });
}
