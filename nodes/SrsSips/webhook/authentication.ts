import type { INodeProperties } from 'n8n-workflow';

import type { CallerRules } from '../../../engine/webhook/caller';
import { allowedAddresses, queryNameField } from '../../../engine/webhook/callerFields';
import { inHeader, inQuery } from '../../../engine/webhook/callerProof';

/** How a caller shows that it is SRS. SRS signs nothing. */
export const callerRules: CallerRules = { credential: 'srsSipsWebhookApi', proofs: { header: inHeader, query: inQuery } };

/** The fields that say who may send, with a notice where that is everybody. */
export const authenticationFields: INodeProperties[] = [
	{
		displayName:
			'Anybody who knows the URL can send an event: SRS signs nothing. Set a secret or addresses below, or let the node confirm each event with SIPS.',
		name: 'unsignedNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { authentication: ['none'], allowedAddresses: [''] } },
	},
	{
		displayName: 'Secret',
		name: 'authentication',
		type: 'options',
		options: [
			{ name: 'In a Header', value: 'header', description: 'SRS has to send a header with every event. Ask whether it can.' },
			{ name: 'In the URL', value: 'query', description: 'The secret stands at the end of the URL that you give to SRS. Proxies may log it.' },
			{ name: 'None', value: 'none', description: 'Whoever knows the URL can send events' },
		],
		default: 'none',
		description: 'Where the caller has to send a secret that only SRS and you know',
	},
	{
		displayName: 'Header Name',
		name: 'headerName',
		type: 'string',
		required: true,
		default: 'X-Webhook-Secret',
		placeholder: 'e.g. X-Webhook-Secret',
		displayOptions: { show: { authentication: ['header'] } },
		description: 'Header that carries the secret',
	},
	queryNameField('SRS'),
	allowedAddresses,
];
