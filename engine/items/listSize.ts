import type { INodeProperties } from 'n8n-workflow';

/** Return All and Limit of a list, in n8n's own words. `FieldReader.limit` reads them. */
export const listSize: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 50,
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
];

/** First `limit` rows, or all, for partners that know no paging: what is too much is cut here. */
export function atMost<T>(rows: T[], limit: number | undefined): T[] {
	return limit === undefined ? rows : rows.slice(0, limit);
}
