import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { listAnswer } from '../shared/answers';
import { branchLocationsRequest } from '../shared/listRequests';

interface Parameters {
	nearBranchCode: string;
	limit: number | undefined;
}

/**
 * Branch Locations, `GET /branches/v2/branchLocations` (branch-locations-32754987e0): all branches, with shipping methods
 * and sales types. The names of the fields are in no public copy, so rows come out as SIPS sends them.
 */
export const getAll: RepeatableOperation<Parameters> = {
	name: 'getAll',
	displayName: 'Get Many',
	action: 'Get many branches',
	description: 'List the branches of SRS, with address, hours and shipping methods',
	effect: 'read',
	source: { call: 'GET /branches/v2/branchLocations', standing: 'path documented; fields told in words only, rows pass through' },
	properties: listSize,
	options: [
		{
			displayName: 'Branch Code',
			name: 'nearBranchCode',
			type: 'string',
			default: '',
			placeholder: 'e.g. CORMN',
			description: 'Sent as BranchCode. One client reports that SIPS asks for it, and calls it without: fill it in when SIPS does.',
		},
	],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters: Parameters = {
			nearBranchCode: fields.optionalText('options.nearBranchCode', { label: 'Branch Code' }),
			limit: fields.limit(),
		};
		fields.done('The request');
		return parameters;
	},

	request: ({ nearBranchCode }) => branchLocationsRequest(nearBranchCode),

	items: (answer, { limit }) => atMost(listAnswer(answer, 'Branch Locations'), limit),
};
