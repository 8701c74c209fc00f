import type { IDataObject, INodeProperties } from 'n8n-workflow';

/** Rows of a list as the panel asks for them. */
export interface FilteredList {
	/** As SIPS takes it, without what was left empty. */
	body: IDataObject;
	/** Rows wanted; undefined means all. */
	limit: number | undefined;
}

/** The Filters collection of a list, its fields sorted by name. */
export function filterCollection(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
	};
}
