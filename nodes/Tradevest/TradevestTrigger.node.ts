import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription, ITriggerFunctions, ITriggerResponse, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { nodeHint } from '../../engine/builderHint/builderHint';
import { hintedProperties } from '../../engine/builderHint/hintedProperties';
import { triggerSubtitle } from '../../engine/items/triggerSubtitle';
import { answerFields } from '../../engine/webhook/answerFields';
import { receive } from '../../engine/webhook/receive';
import { triggerHints } from './builderHints';
import { triggerFields } from './webhook/fields';
import { fetchMissed } from './webhook/missed';
import { triggerPanel } from './webhook/panel';
import { tradevestReception } from './webhook/reception';
import { selfRegistering } from './webhook/registration';

export class TradevestTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tradevest Trigger',
		name: 'tradevestTrigger',
		icon: { light: 'file:tradevest.svg', dark: 'file:tradevest.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: triggerSubtitle(triggerFields, 'No event'),
		description: 'Starts the workflow when Tradevest (WaWex) decides on or changes a customer, an account, an order, a document and more; registers itself',
		eventTriggerDescription: 'Waiting for an event from Tradevest at the test URL',
		activationMessage: 'Tradevest now sends the chosen events to this workflow: the node has registered itself.',
		defaults: { name: 'Tradevest Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tradevestApi', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', ...answerFields, path: 'tradevest', ndvHideMethod: true }],
		triggerPanel,
		properties: hintedProperties(triggerFields, triggerHints),
		...nodeHint(triggerHints),
	};

	webhookMethods = selfRegistering;

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this, tradevestReception(this));
	}

	/**
	 * A webhook alone can start nothing by itself. n8n calls this beside it when the workflow is published, and at each start. A node without it n8n 2.41
	 * leaves as it is at a start: `checkExists` would not be called, and nothing be mended.
	 */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await fetchMissed(this);
	}

	/**
	 * Hands on what came. Of a node that has only `trigger` n8n throws away, in a test in the editor, what came in by the webhook, and calls
	 * `trigger` in its place.
	 */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await Promise.resolve([this.getInputData()]);
	}
}
