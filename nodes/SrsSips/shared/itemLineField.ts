import type { INodeProperties } from 'n8n-workflow';

/**
 * The line that each input item is, where `lineSource` takes lines from items.
 *
 * @param values the fields of a line
 */
export function itemLineField(values: INodeProperties[], description: string): INodeProperties {
	return {
		displayName: 'Line of Each Item',
		name: 'itemLine',
		type: 'fixedCollection',
		placeholder: 'Add Line',
		default: {},
		displayOptions: { show: { lineSource: ['items'] } },
		description,
		options: [{ displayName: 'Line', name: 'line', values }],
	};
}
