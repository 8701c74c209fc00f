import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHookFunctions,
	INodeCredentialTestResult,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { receive } from '../../engine/webhook/receive';
import { triggerSubtitle } from './shared/triggerSubtitle';
import { triggerFields } from './webhook/fields';
import { checkSetup } from './webhook/checkSetup';
import { triggerPanel } from './webhook/panel';
import { sipsReception } from './webhook/reception';
import { testedSecret } from './webhook/secretTest';

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
				responseMode: '={{ $parameter["responseMode"] }}',
				// n8n would answer with what the last node puts out, and that is nobody's business who calls.
				responseData: '={{ $parameter["responseMode"] === "lastNode" ? "noData" : undefined }}',
				path: 'srs-sips',
				ndvHideMethod: true,
			},
		],
		triggerPanel,
		properties: triggerFields,
	};

	methods = {
		credentialTest: {
			async sharedSecretTest(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
				return await Promise.resolve(testedSecret(data));
			},
		},
	};

	/** SIPS has no call to register a webhook: SRS enters the URL by hand. So there is nothing to find, make or remove. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				await checkSetup(this);
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
		return await receive(this, sipsReception(this));
	}
}
