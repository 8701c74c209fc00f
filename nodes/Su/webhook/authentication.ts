import type { INodeProperties } from 'n8n-workflow';

import type { CallerRules } from '../../../engine/webhook/caller';
import { allowedAddresses, queryNameField } from '../../../engine/webhook/callerFields';
import { byBasicAuth, inQuery } from '../../../engine/webhook/callerProof';

/** How a caller shows that it is Su. Su signs nothing; it sends Basic credentials of the partner's choosing (messaging, review-api). */
export const callerRules: CallerRules = { credential: 'suWebhookApi', proofs: { basic: byBasicAuth, query: inQuery } };

/** The fields that say who may send, with a notice where that is everybody. */
export const authenticationFields: INodeProperties[] = [
	{
		displayName: 'Anybody who knows the URL can send a booking: Su signs nothing. Choose Basic Auth or a secret in the URL, or set addresses.',
		name: 'unsignedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['none'], allowedAddresses: [''] } },
	},
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		options: [
			{ name: 'Basic Auth', value: 'basic', description: 'Su sends a user name and a secret that you choose. Documented for messages and reviews; for bookings ask Su.' },
			{ name: 'None', value: 'none', description: 'Whoever knows the URL can send events' },
			{ name: 'Secret in the URL', value: 'query', description: 'The secret stands at the end of the URL that you give to Su. Proxies may log it.' },
		],
		default: 'basic',
		description: 'How the caller has to show that it is Su',
	},
	queryNameField('Su'),
	allowedAddresses,
];
