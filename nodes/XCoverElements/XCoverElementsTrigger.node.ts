import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { triggerSubtitle } from '../../engine/items/triggerSubtitle';
import { answerFields } from '../../engine/webhook/answerFields';
import { receive } from '../../engine/webhook/receive';
import { registeredByHand } from '../../engine/webhook/registeredByHand';
import { signingKeyTest } from '../../engine/webhook/secretTest';
import { triggerHints } from './builderHints';
import { sensitiveLinks } from './shared/bearerLinks';
import { triggerFields } from './webhook/fields';
import { triggerPanel } from './webhook/panel';
import { xCoverReception } from './webhook/reception';
import { xCoverSetup } from './webhook/setup';

export class XCoverElementsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'XCover Trigger',
		name: 'xCoverElementsTrigger',
		icon: { light: 'file:xCoverElements.svg', dark: 'file:xCoverElements.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: triggerSubtitle(triggerFields),
		description: 'Starts the workflow when XCover, the insurance platform of Cover Genius, tells that a booking was made, changed, cancelled or is to be renewed',
		eventTriggerDescription: 'Waiting for an event from XCover at the test URL',
		activationMessage: 'XCover can now start this workflow through the production URL of its webhook.',
		defaults: { name: 'XCover Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'xCoverWebhookApi', required: true, testedBy: 'signingKeyTest' },
			{ name: 'xCoverSignatureApi', required: true, displayOptions: { show: { confirm: ['signature'] } } },
			{ name: 'xCoverElementsApi', required: true, displayOptions: { show: { confirm: ['elements'] } } },
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				...answerFields,
				path: 'xcover',
				ndvHideMethod: true,
			},
		],
		triggerPanel,
		properties: hintedProperties(triggerFields, triggerHints),
		...nodeHint(triggerHints),
		...sensitiveLinks('payload', 'confirmation.booking'),
	};

	methods = {
		credentialTest: { signingKeyTest },
	};

	/** XCover has no call to register a webhook: an engineer at Cover Genius enters the URL by hand. */
	webhookMethods = registeredByHand(xCoverSetup);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, xCoverReception(this));
	}
}
