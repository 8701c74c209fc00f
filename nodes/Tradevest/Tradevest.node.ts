import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { executeOperations } from '../../engine/items/execute';
import { resourceProperties, resourceSubtitle } from '../../engine/items/resources';
import { actionHints } from './builderHints';
import { tradevestListSearch } from './listSearch';
import { resources } from './resources';
import { tradevestSender } from './shared/tradevest';

export class Tradevest implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tradevest',
		name: 'tradevest',
		icon: { light: 'file:tradevest.svg', dark: 'file:tradevest.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourceSubtitle(resources),
		description: 'Onboard customers, open accounts and place orders at Tradevest (WaWex), brokerage for partners',
		defaults: { name: 'Tradevest' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tradevestApi', required: true }],
		properties: hintedProperties(resourceProperties(resources, tradevestSender.timeoutMs), actionHints),
		...nodeHint(actionHints),
	};

	methods = { listSearch: tradevestListSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperations(this, resources, tradevestSender);
	}
}
