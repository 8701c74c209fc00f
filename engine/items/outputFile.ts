import type { INodeProperties } from 'n8n-workflow';

/** Where a file goes, in n8n's own words. */
export const binaryPropertyName: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	required: true,
	default: 'data',
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
	description: 'Several files come out as several items, each with its file in this field',
};
