import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { executeOperations } from '../../engine/items/execute';
import { resourceProperties, resourceSubtitle } from '../../engine/items/resources';
import { actionHints } from './builderHints';
import { resources } from './resources';
import { suListSearch } from './listSearch';
import { cardFields } from './reservation/cardData';
import { suSender } from './shared/su';

export class Su implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Su Channel Manager',
		name: 'su',
		icon: { light: 'file:su.svg', dark: 'file:su.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourceSubtitle(resources),
		description: 'Set content, rates and availability, read and answer reservations, and write to guests at Su, the channel manager for hotels (by STAAH)',
		defaults: { name: 'Su Channel Manager' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'suApi', required: true }],
		properties: hintedProperties(resourceProperties(resources, suSender.timeoutMs), actionHints),
		...nodeHint(actionHints),
		...cardFields(),
	};

	methods = { listSearch: suListSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperations(this, resources, suSender);
	}
}
