import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldReader } from './fields';

/** The switch for the small form of an answer, in n8n's own words. */
export const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Whether the small form is wanted. It is the default. Faults are noted in `fields`. */
export function isSimplified(fields: FieldReader): boolean {
	return fields.optionalFlag('simplify', { label: 'Simplify' }) ?? true;
}

/** The named fields of a row, those that it has. Without a list of names the row itself. */
export function fieldsOf(row: IDataObject, names: readonly string[] | undefined): IDataObject {
	if (names === undefined) return row;
	const small: IDataObject = {};
	for (const name of names) {
		if (Object.hasOwn(row, name)) small[name] = row[name];
	}
	return small;
}
