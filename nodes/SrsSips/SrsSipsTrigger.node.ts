import type { IHookFunctions, INodeType, INodeTypeDescription, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { receive } from '../../engine/delivery/receive';
import { EVENT_KINDS, isWanted, OTHER_KINDS, tidyEvent } from './events';

export class SrsSipsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'SRS SIPS Trigger',
		name: 'srsSipsTrigger',
		icon: { light: 'file:srsSips.svg', dark: 'file:srsSips.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ $parameter["events"].length ? $parameter["events"].join(", ") : "all events" }}',
		description: 'Starts the workflow when SRS Distribution reports on an order, a delivery or an invoice (SIPS web hook)',
		eventTriggerDescription: 'Waiting for SRS to call the web hook URL',
		activationMessage: 'SRS can now start this workflow through the production URL of its web hook.',
		defaults: { name: 'SRS SIPS Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'srs-sips', ndvHideMethod: true },
		],
		triggerPanel: {
			header: 'Listen for an event from SRS',
			executionsHelp: {
				inactive:
					'Give the <b>production URL</b> below to SRS (APISupportTeam@srsdistribution.com): SIPS has no call to register it. To try the node out, press the button and send an event to the <b>test URL</b>.',
				active:
					'SRS calls the <b>production URL</b>, which starts this workflow by itself. To try a change out, press the button and send an event to the <b>test URL</b>.',
			},
			activationHint: 'Publish the workflow, then give the production URL to SRS.',
		},
		properties: [
			{
				displayName:
					'SRS signs nothing: anybody who knows the URL can send an event. Read the order again before acting on money.',
				name: 'unsignedNotice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Trigger On',
				name: 'events',
				type: 'multiOptions',
				options: [
					{ name: 'Delivery Update', value: 'DU', description: 'On the way, arrived, delivered' },
					{ name: 'Invoice Update', value: 'IU', description: 'An invoice was made or changed' },
					{ name: 'Order Acknowledged', value: 'OA', description: 'A submitted or queued order was taken, or declined' },
					{
						name: EVENT_KINDS.OC,
						value: 'OC',
						description: 'Sources differ on what this code means; the status of the event tells',
					},
					{ name: 'Order Update', value: 'OU', description: 'Confirmed, processed, shipped, changed' },
					{ name: 'Other', value: OTHER_KINDS, description: 'Every kind that is not in this list' },
				],
				default: [],
				description: 'Kinds of event that start the workflow. None chosen means all.',
			},
			// n8n leaves the body unread for a node of version 1 with this option. Without it, a body that is no JSON gets
			// n8n's own 422, and we could not tell a partner what is wrong with it.
			{ displayName: 'Options', name: 'options', type: 'hidden', default: { binaryData: true } },
		],
	};

	/** SIPS has no call to register a web hook: SRS enters the URL by hand. So there is nothing to find, make or remove. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const wanted = this.getNodeParameter('events', []) as string[];
		return await receive(this, (body) => {
			const event = tidyEvent(body);
			return isWanted(event, wanted) ? [event] : [];
		});
	}
}
