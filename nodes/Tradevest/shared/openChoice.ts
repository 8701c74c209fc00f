import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';

/** How the values of a list that is not known in full are told. */
const OTHERS = 'Tradevest may take others: enter them by an expression.';

/** A field whose values are not all published: those that were seen can be chosen, and any other goes as an expression. */
export function openChoice(name: string, displayName: string, values: readonly string[], description: string, more: Partial<INodeProperties> = {}): INodeProperties {
	const [first = ''] = values;
	const options = values.map((value) => ({ name: inWords(value), value })).sort((one, other) => one.name.localeCompare(other.name));
	return { displayName, name, type: 'options', options, default: first, ...more, description: [description, OTHERS].join('. ') };
}

/** Reads it: one of the values in capitals, or another word of Tradevest's. Faults are noted in `fields`. */
export function readOpenChoice(fields: FieldReader, name: string, label: string): string {
	const value = fields.code(name, { label });
	return value === '' || /^[A-Za-z0-9_]+$/.test(value) ? value : fields.fault(label, 'must be one word as Tradevest writes it, such as OTHER', '');
}

/** The same where it may be left out; then `''`. */
export function readOptionalChoice(fields: FieldReader, name: string, label: string): string {
	const value = fields.optionalText(name, { label });
	return value === '' ? '' : readOpenChoice(fields, name, label);
}

/** `BALANCE_ACCOUNT` as `Balance Account`. */
export function inWords(value: string): string {
	return value
		.split('_')
		.map((word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`)
		.join(' ');
}
