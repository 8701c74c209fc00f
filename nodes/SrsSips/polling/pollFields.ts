import type { INodeProperties } from 'n8n-workflow';

import { timeoutField } from '../../../engine/items/timeoutField';

const FILTERS: INodeProperties[] = [
	{
		displayName: 'Branch Code',
		name: 'branchCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. CORMN',
		description: 'Only orders and invoices of this branch',
	},
	{
		displayName: 'Customer Code',
		name: 'customerCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. DEMO001',
		description: 'Only orders and invoices of this customer. For orders it is sent as customerNumber; that this takes the code is not confirmed.',
	},
	{
		displayName: 'PO Number Prefix',
		name: 'poNumberPrefix',
		type: 'string',
		default: '',
		placeholder: 'e.g. JOB-',
		description: 'Only orders and invoices whose PO number begins like this. SIPS has no such filter: rows are compared, where they name one.',
	},
];

const OPTIONS: INodeProperties[] = [
	{
		displayName: 'Also Wait For',
		name: 'alsoWaitFor',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{ "poNumber": "7731-2", "queuedAt": "2026-03-02T08:15:27Z" }]',
		description:
			'Queued orders that another process of n8n submitted, as workers do in queue mode. A list of objects with queuedAt and at least one of transactionId, poNumber and orderId.',
	},
	{
		displayName: 'Look Back (Days)',
		name: 'lookBackDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365 },
		default: 30,
		description: 'How old an order or invoice may be to be looked at. Sent as YYYY-MM-DD; for orders the format is not confirmed.',
	},
	{
		displayName: 'Open Orders For (Days)',
		name: 'openOrderDays',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 365 },
		default: 90,
		description: 'How long an order is followed that is neither delivered nor cancelled, if that is longer than the look back',
	},
	{
		displayName: 'Row Limit',
		name: 'rowLimit',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1000,
		description: 'Most rows of one answer, sent as rowReturnLimit. A list that comes full is read again in parts, by date. 0 sends none.',
	},
	timeoutField(30_000),
];

/** The collections to whose fields a person adds one by one. That nothing is to be waited for is an answer, and not left out here. */
export const WATCH_COLLECTIONS = [
	{ displayName: 'Filters', name: 'filters', options: FILTERS },
	{ displayName: 'Options', name: 'options', options: OPTIONS.filter(({ name }) => name !== 'alsoWaitFor') },
];

/** The panel of SRS SIPS Order Watch, below the times at which n8n polls. */
export const pollFields: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: [
			{ name: 'New Invoice', value: 'newInvoice', description: 'An invoice is listed that was not there before' },
			{ name: 'Order Lost', value: 'orderLost', description: 'A queued order is not listed after the time below' },
			{ name: 'Order Queued', value: 'orderQueued', description: 'SIPS has queued an order that this process of n8n submitted' },
			{ name: 'Status Changed', value: 'statusChanged', description: 'An order is new, or SIPS has other words for its state' },
		],
		default: [],
		description: 'Kinds of event that start the workflow. None chosen means all.',
	},
	{
		displayName: 'Lost After (Minutes)',
		name: 'lostAfterMinutes',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 10080 },
		default: 15,
		description: 'How long a queued order may take to be listed. SIPS may drop one without a word; no document says so.',
	},
	{
		displayName: 'Queued orders are known if they were submitted in this process of n8n. In queue mode, name them under Also Wait For.',
		name: 'queueModeNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Report What Is There Already',
		name: 'includeExisting',
		type: 'boolean',
		default: false,
		description: 'Whether the first look starts the workflow with all orders and invoices that it finds',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: FILTERS,
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: OPTIONS,
	},
];

/** What a field holds unless a person enters something else; options that were not added hold nothing at all. */
export function usualNumber(name: string): number {
	return Number([...pollFields, ...OPTIONS].find((field) => field.name === name)?.default);
}
