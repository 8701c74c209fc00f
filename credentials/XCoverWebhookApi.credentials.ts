import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { sharedSecretFields } from '../engine/webhook/callerFields';

/** What Cover Genius signs its events with, for the trigger. It is no part of the API, so it is a credential of its own. */
export class XCoverWebhookApi implements ICredentialType {
	name = 'xCoverWebhookApi';

	displayName = 'XCover Webhook Secret API';

	documentationUrl = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/xcover.md#key-and-secret';

	icon: Icon = { light: 'file:icons/xCoverElements.svg', dark: 'file:icons/xCoverElements.dark.svg' };

	properties: INodeProperties[] = [
		{
			displayName: 'Key',
			name: 'key',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. n8n-production',
			description: 'A name of your choice, of letters, digits and dashes. It stands in every call, so it is no secret. Give it to Cover Genius as the authentication key.',
		},
		...sharedSecretFields('Cover Genius'),
	];
}
