import type { INodeProperties, INodePropertyMode, INodePropertyRegexValidation } from 'n8n-workflow';

/**
 * What makes a field one that is chosen from a list, list first, or typed in.
 *
 * The fields name no `loadOptionsDependsOn`. The editor reads a list anew after a change of any field of the node
 * without it. With it, the editor also empties the field as soon as a field that it depends on comes to another value,
 * even if that is but an expression with the next input item, and (n8n-io/n8n#31626) where a person goes on to a node
 * with fields of the same names. An expression in the field would be lost like that. What does not fit any more is found
 * before an order is sent.
 *
 * @param searchListMethod under `methods.listSearch` of the node
 * @param typed how it is typed in
 * @param slowLoadNotice shown when the list takes longer than so many milliseconds
 */
export function resourceLocatorField<ListName extends string>(
	searchListMethod: ListName,
	typed: Omit<INodePropertyMode, 'type'>,
	slowLoadNotice?: { message: string; timeout: number },
): Pick<INodeProperties, 'type' | 'default' | 'modes'> {
	const list = { searchListMethod, searchable: true, ...(slowLoadNotice ? { slowLoadNotice } : {}) };
	return {
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{ displayName: 'From List', name: 'list', type: 'list', typeOptions: list },
			{ ...typed, type: 'string' },
		],
	};
}

/** For what a partner documents as an integer. Empty text passes: whether a field must be filled in is told elsewhere. */
export const WHOLE_NUMBER: INodePropertyRegexValidation = {
	type: 'regex',
	properties: { regex: '\\s*\\d*\\s*', errorMessage: 'Must be a whole number' },
};
