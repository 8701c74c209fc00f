import type { INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { triggerSubtitle } from '../../engine/items/triggerSubtitle';
import { answerFields } from '../../engine/webhook/answerFields';
import { receive } from '../../engine/webhook/receive';
import { registeredByHand } from '../../engine/webhook/registeredByHand';
import { sharedSecretTest } from '../../engine/webhook/secretTest';
import { triggerHints } from './builderHints';
import { cardFields } from './reservation/cardData';
import { triggerFields } from './webhook/fields';
import { triggerPanel } from './webhook/panel';
import { suReception } from './webhook/reception';
import { suSetup } from './webhook/setup';

const PATH = 'su';

export class SuTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Su Trigger',
		name: 'suTrigger',
		icon: { light: 'file:su.svg', dark: 'file:su.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: triggerSubtitle(triggerFields),
		description: 'Starts the workflow when Su, the channel manager for hotels (by STAAH), sends a reservation, a message or a review, and acknowledges it',
		eventTriggerDescription: 'Waiting for a message from Su at the test URL',
		activationMessage: 'Su can now start this workflow through the production URL of its webhook.',
		defaults: { name: 'Su Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'suWebhookApi', required: true, testedBy: 'sharedSecretTest', displayOptions: { show: { authentication: ['basic', 'query'] } } },
			{ name: 'suApi', required: true, displayOptions: { show: { readsIds: [true] } } },
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', ...answerFields, path: PATH, ndvHideMethod: true },
			// Somebody, or something, may look whether the URL is there before it sends a booking.
			{ name: 'setup', httpMethod: 'GET', responseMode: 'onReceived', path: PATH, ndvHideUrl: true },
			{ name: 'setup', httpMethod: 'HEAD', responseMode: 'onReceived', path: PATH, ndvHideUrl: true },
		],
		triggerPanel,
		properties: hintedProperties(triggerFields, triggerHints),
		...nodeHint(triggerHints),
		...cardFields('raw'),
	};

	methods = { credentialTest: { sharedSecretTest } };

	/** Su has no call to register a webhook: somebody at Su enters the URL. */
	webhookMethods = registeredByHand(suSetup);

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		if (this.getWebhookName() === 'setup') return { webhookResponse: { message: 'This URL takes messages from Su by POST' } };
		return await receive(this, suReception(this));
	}
}
