import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

/** A field and all fields inside it. */
export function withInner(property: INodeProperties): INodeProperties[] {
	const inner = (property.options ?? []).flatMap((option) => {
		if ('values' in option) return (option as INodePropertyCollection).values;
		return 'type' in option ? [option as INodeProperties] : [];
	});
	return [property, ...inner.flatMap(withInner)];
}

/** The options of a dropdown. */
export function choicesOf({ options = [] }: INodeProperties): INodePropertyOptions[] {
	return options.filter((option): option is INodePropertyOptions => 'value' in option);
}

/** Fields into which one types, but for what is secret, that have no example. */
export function withoutExample(fields: readonly INodeProperties[]): string[] {
	const isExample = (placeholder = '') => /^e\.g\. ./.test(placeholder);
	const typed = fields.filter(({ type, typeOptions }) => ['string', 'json'].includes(type) && typeOptions?.password !== true);
	const locators = fields.filter(({ type }) => type === 'resourceLocator').flatMap(({ name, modes = [] }) => modes.map((mode) => ({ ...mode, name })));
	return [...typed, ...locators.filter(({ type }) => type === 'string')].filter(({ placeholder }) => !isExample(placeholder)).map(({ name }) => name);
}
