import type { INodeExecutionData, INodeType, INodeTypeDescription, IPollFunctions } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { triggerSubtitle } from '../../engine/items/triggerSubtitle';
import { orderWatchHints } from './builderHints';
import { pollFields } from './polling/pollFields';
import { pollOrders } from './polling/pollOrders';

export class SrsSipsOrderWatch implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SRS SIPS Order Watch',
		name: 'srsSipsOrderWatch',
		icon: { light: 'file:srsSips.svg', dark: 'file:srsSips.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: triggerSubtitle(pollFields),
		description: 'Looks at orders and invoices at SRS Distribution on a schedule, and starts the workflow with each change',
		eventTriggerDescription: 'Shows what SIPS lists now, in the form in which changes are told',
		activationMessage: 'SIPS is now looked at on the schedule of this node.',
		defaults: { name: 'SRS SIPS Order Watch' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'srsSipsApi', required: true }],
		properties: hintedProperties(pollFields, orderWatchHints),
		...nodeHint(orderWatchHints),
	};

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await pollOrders(this);
	}
}
