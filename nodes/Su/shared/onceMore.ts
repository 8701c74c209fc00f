import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';

/** A field that asks for an id a second time, typed in: a wrong row of a list would hit another thing. */
export interface OnceMore {
	readonly field: INodeProperties;
	/** Notes a fault unless the id stands there again. @param id as it was read from its own field, `''` where that is faulty */
	read(fields: FieldReader, id: string): void;
}

/**
 * @param label of the field that asks for the id first
 * @param name of this one
 * @param whose the id is, such as `the property that is to be deleted`
 */
export function onceMore(label: string, name: string, placeholder: string, whose: string): OnceMore {
	const displayName = `${label} Once More`;
	return {
		field: {
			displayName,
			name,
			type: 'string',
			required: true,
			default: '',
			placeholder,
			description: `The ID of ${whose}, typed in again. Nothing is sent unless both are the same.`,
		},
		read(fields, id) {
			const again = fields.code(name, { label: displayName });
			if (id !== '' && again !== '' && again !== id) fields.fault(displayName, `must be the same as ${label} (${id})`);
		},
	};
}
