import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { sharedSecretFields } from '../engine/webhook/callerFields';

/** What Su has to send with every message, for the trigger. It is no part of the API, so it is a credential of its own. */
export class SuWebhookApi implements ICredentialType {
	name = 'suWebhookApi';

	displayName = 'Su Webhook Secret API';

	documentationUrl = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/su.md#who-may-send';

	icon: Icon = { light: 'file:../nodes/Su/su.svg', dark: 'file:../nodes/Su/su.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: 'su',
			description: 'User name for Basic Auth. Give it to Su together with the secret. It is not looked at where the secret is in the URL.',
		},
		...sharedSecretFields('Su'),
	];
}
