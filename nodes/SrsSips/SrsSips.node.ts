import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { executeOperations } from '../../engine/items/execute';
import { resourceProperties, resourceSubtitle } from '../../engine/items/resources';
import { actionHints } from './builderHints';
import { resources } from './resources';
import { sipsListSearch } from './listSearch';
import { sipsSender } from './shared/sips';

export class SrsSips implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SRS SIPS',
		name: 'srsSips',
		icon: { light: 'file:srsSips.svg', dark: 'file:srsSips.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourceSubtitle(resources),
		description: 'Validate customers, read products and prices, and order roofing material from SRS Distribution (Roof Hub)',
		defaults: { name: 'SRS SIPS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'srsSipsApi', required: true }],
		properties: hintedProperties(resourceProperties(resources, sipsSender.timeoutMs), actionHints),
		...nodeHint(actionHints),
	};

	methods = { listSearch: sipsListSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperations(this, resources, sipsSender);
	}
}
