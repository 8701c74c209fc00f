import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { executeOperations } from '../../engine/items/execute';
import { resourceProperties, resourceSubtitle } from '../../engine/items/resources';
import { actionHints } from './builderHints';
import { xCoverListSearch } from './listSearch';
import { resources } from './resources';
import { sensitiveLinks } from './shared/bearerLinks';
import { authenticationField, familyCredentials } from './shared/family';
import { senderOf, signatureSender } from './shared/xcover';

export class XCoverElements implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'XCover',
		name: 'xCoverElements',
		icon: { light: 'file:xCoverElements.svg', dark: 'file:xCoverElements.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: resourceSubtitle(resources),
		description: 'Confirm or decline insurance offers, and change and cancel bookings at XCover by Cover Genius',
		defaults: { name: 'XCover' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: familyCredentials,
		properties: hintedProperties([authenticationField, ...resourceProperties(resources, signatureSender.timeoutMs)], actionHints),
		...nodeHint(actionHints),
		...sensitiveLinks(),
	};

	methods = { listSearch: xCoverListSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeOperations(this, resources, senderOf(this));
	}
}
