import type { INodeProperties } from 'n8n-workflow';

import { FieldReader, readerOf } from '../../../engine/items/fields';
import { isObject } from '../../../engine/values';

/**
 * Members of a request that depend on the channel, and that Su's pages do not show for all: named by the person. Passwords are among them,
 * so every value is a secret.
 */
export const furtherFields: INodeProperties = {
	displayName: 'Further Fields',
	name: 'furtherFields',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Field',
	description: "What Su's page of the channel asks for beside, such as a user name and a password, by Su's own names. The values count as secrets: no message and no output shows one of two characters or more. n8n keeps what is typed in here with the workflow.",
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [
				{ displayName: 'Name', name: 'name', type: 'string', required: true, default: '', placeholder: 'e.g. username', description: "Su's name of the field, as its page of the channel spells it" },
				{ displayName: 'Value', name: 'value', type: 'string', typeOptions: { password: true }, default: '', description: 'Sent as text, with the blanks at its ends' },
			],
		},
	],
};

/**
 * The rows of the panel by name. Faults are noted in `fields`, and show no value.
 *
 * @param taken names that the request has anyway
 */
export function readFurtherFields(fields: FieldReader, taken: readonly string[]): Record<string, string> {
	const further: Record<string, string> = {};
	for (const [at, row] of fields.optionalList('furtherFields.field', { label: furtherFields.displayName }).filter(isObject).entries()) {
		const one = new FieldReader(readerOf(row), `${furtherFields.displayName} ${at + 1}: `);
		const name = one.code('name', { label: 'Name' });
		const value = one.text('value', { label: 'Value', isVerbatim: true });
		if (taken.includes(name.toLowerCase())) one.fault('Name', `must not be ${name}: the node sends that itself`);
		else if (Object.hasOwn(further, name)) one.fault('Name', `${name} must not be there twice`);
		further[name] = value;
		fields.take(one);
	}
	return further;
}
