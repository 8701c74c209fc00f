import type { ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { sharedSecretFields } from '../engine/webhook/callerFields';

/** What SRS has to send with every event, for the trigger. It is no part of the API, so it is a credential of its own. */
export class SrsSipsWebhookApi implements ICredentialType {
	name = 'srsSipsWebhookApi';

	displayName = 'SRS SIPS Webhook Secret API';

	documentationUrl = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/sips-triggers.md#a-secret';

	icon: Icon = { light: 'file:../nodes/SrsSips/srsSips.svg', dark: 'file:../nodes/SrsSips/srsSips.dark.svg' };

	properties: INodeProperties[] = sharedSecretFields('SRS');
}
