import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import type { NodeHints, PropertyHint } from './builderHint';

/**
 * The properties of a node with the hints that n8n's workflow builder reads: those that are written down for it, and what is so of every field of a
 * kind.
 */
export function hintedProperties(properties: readonly INodeProperties[], hints: NodeHints): INodeProperties[] {
	return properties.map((property) => hintedOperations(hintedProperty(property, property.name, hints), hints));
}

/** The hints of operations, in the dropdown that chooses one. */
function hintedOperations(property: INodeProperties, { operations = {} }: NodeHints): INodeProperties {
	if (property.name !== 'operation') return property;
	const [resource = ''] = (property.displayOptions?.show?.resource ?? []) as string[];
	const options = (property.options as INodePropertyOptions[]).map((option) => ({ ...option, ...operations[resource]?.[String(option.value)] }));
	return { ...property, options };
}

function hintedProperty(property: INodeProperties, path: string, hints: NodeHints): INodeProperties {
	return { ...property, ...hintOf(property, hints.parameters?.[path]), ...withHintedParts(property, path, hints) };
}

/** The fields within a collection, and the groups of a table. */
function withHintedParts({ type, options }: INodeProperties, path: string, hints: NodeHints): Pick<INodeProperties, 'options'> {
	if (type === 'collection') return { options: (options as INodeProperties[] | undefined)?.map((each) => hintedProperty(each, `${path}.${each.name}`, hints)) };
	if (type !== 'fixedCollection') return {};
	return {
		options: (options as INodePropertyCollection[] | undefined)?.map((group) => ({
			...group,
			values: group.values.map((each) => hintedProperty(each, `${path}.${group.name}.${each.name}`, hints)),
		})),
	};
}

function hintOf(property: INodeProperties, own: PropertyHint | undefined): PropertyHint | Record<string, never> {
	const words = [ofKind(property), own?.builderHint.propertyHint].filter((text) => text !== undefined);
	return words.length === 0 ? {} : { builderHint: { propertyHint: words.join(' ') } };
}

/** What is so of every field of a kind. */
function ofKind({ type, typeOptions, modes = [] }: INodeProperties): string | undefined {
	if (type === 'resourceLocator') {
		const typed = modes.find((mode) => mode.type === 'string')?.name ?? '';
		return `A resource locator: { __rl: true, mode, value }. Mode \`list\` with an empty value lets the person choose; mode \`${typed}\` takes what the person gave, or expr(). Never make a value up.`;
	}
	if (type === 'json') return 'JSON as text, or expr() that gives an object or a list. IDs are text.';
	if (type === 'dateTime' && typeOptions?.dateOnly === true) return 'A day as text, YYYY-MM-DD, or expr() that gives one. Other spellings, such as 03/05/2026 or a day number of a spreadsheet, stop the item.';
	return undefined;
}
