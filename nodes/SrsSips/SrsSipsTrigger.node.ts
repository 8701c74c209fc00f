import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { answerFields } from '../../engine/webhook/answerFields';
import { receive } from '../../engine/webhook/receive';
import { registeredByHand } from '../../engine/webhook/registeredByHand';
import { sharedSecretTest } from '../../engine/webhook/secretTest';
import { triggerSubtitle } from '../../engine/items/triggerSubtitle';
import { triggerHints } from './builderHints';
import { triggerFields } from './webhook/fields';
import { triggerPanel } from './webhook/panel';
import { sipsReception } from './webhook/reception';
import { sipsSetup } from './webhook/setup';

export class SrsSipsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SRS SIPS Trigger',
		name: 'srsSipsTrigger',
		icon: { light: 'file:srsSips.svg', dark: 'file:srsSips.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: triggerSubtitle(triggerFields),
		description: 'Starts the workflow when SRS Distribution reports on an order, a delivery or an invoice (SIPS webhook)',
		eventTriggerDescription: 'Waiting for an event at the test URL',
		activationMessage: 'SRS can now start this workflow through the production URL of its webhook.',
		defaults: { name: 'SRS SIPS Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'srsSipsWebhookApi',
				required: true,
				testedBy: 'sharedSecretTest',
				displayOptions: { show: { authentication: ['header', 'query'] } },
			},
			{ name: 'srsSipsApi', required: true, displayOptions: { show: { confirm: ['attach', 'drop'] } } },
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				...answerFields,
				path: 'srs-sips',
				ndvHideMethod: true,
			},
		],
		triggerPanel,
		properties: hintedProperties(triggerFields, triggerHints),
		...nodeHint(triggerHints),
	};

	methods = {
		credentialTest: { sharedSecretTest },
	};

	/** SIPS has no call to register a webhook: SRS enters the URL by hand. */
	webhookMethods = registeredByHand(sipsSetup);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, sipsReception(this));
	}
}
