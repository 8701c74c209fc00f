import type { INodeProperties } from 'n8n-workflow';

/** What narrows a list. @param options in the order of the alphabet */
export function filterFields(...options: INodeProperties[]): INodeProperties {
	return { displayName: 'Filters', name: 'filters', type: 'collection', placeholder: 'Add Filter', default: {}, options };
}

/** What a change sets; the rest stays. @param options in the order of the alphabet */
export function changeFields(description: string, ...options: INodeProperties[]): INodeProperties {
	return { displayName: 'Update Fields', name: 'updateFields', type: 'collection', placeholder: 'Add Field', default: {}, description, options };
}
