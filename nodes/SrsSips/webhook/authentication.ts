import type { ICredentialDataDecryptedObject, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { isAllowedAddress } from '../../../engine/webhook/addresses';
import type { Refusal } from '../../../engine/webhook/readBody';
import type { HostRequest } from '../../../engine/webhook/readRequest';
import { isSharedSecret } from '../../../engine/webhook/sharedSecret';
import { isEmptyExpression } from './emptyExpression';
import { setupRefusal } from './setupRefusal';

/** The credential with the shared secret. */
export const SECRET_CREDENTIAL = 'srsSipsWebhookApi';

/** What is looked at of a request. */
type Caller = Pick<HostRequest, 'headers' | 'query' | 'ip'>;

/** How a caller shows that it is SRS. */
type SecretPlace = 'none' | 'header' | 'query';

/** Which addresses may send. Empty for all, but not where an expression has made it so. */
export const allowedAddresses: INodeProperties = {
	displayName: 'Allowed Addresses',
	name: 'allowedAddresses',
	type: 'string',
	default: '',
	placeholder: 'e.g. 203.0.113.0/24, 2001:db8::/32',
	description: 'IP addresses and ranges (CIDR) that may send; empty for all. Behind a proxy, set N8N_PROXY_HOPS of n8n, or it sees only the proxy.',
};

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
	{
		displayName: 'Query Parameter Name',
		name: 'queryName',
		type: 'string',
		required: true,
		default: 'key',
		placeholder: 'e.g. key',
		displayOptions: { show: { authentication: ['query'] } },
		description: 'Give SRS the production URL with ?key= and the secret behind it. The name is case-sensitive.',
	},
	allowedAddresses,
];

/**
 * Why a caller is not let in. Addresses come first: they cost nothing.
 *
 * @returns undefined for who may send
 */
export async function refusalOf(context: IWebhookFunctions, request: Caller): Promise<Refusal | undefined> {
	if (isEmptyExpression(context, allowedAddresses)) {
		return setupRefusal(context, 'the expression in Allowed Addresses comes to nothing. Correct it, or leave the field empty to let everybody send', 'who may send cannot be read');
	}
	const allowed = String(context.getNodeParameter('allowedAddresses', '') ?? '');
	if (allowed.trim() !== '' && !isAllowedAddress(allowed, request.ip)) return { status: 403, reason: 'This address may not send events here.' };
	const place = context.getNodeParameter('authentication', 'none') as SecretPlace;
	if (place === 'none') return undefined;
	const secrets = await storedSecrets(context);
	if (secrets === undefined) return { status: 503, reason: 'Events cannot be taken at the moment.' };
	const sent = place === 'header' ? headerValue(context, request) : queryValue(context, request);
	return isSharedSecret(sent, secrets) ? undefined : { status: 401, reason: 'The secret is missing or wrong.' };
}

/** The secrets of a credential that count: the new one, and during a change the old one. */
export function secretsIn(credentials: ICredentialDataDecryptedObject): string[] {
	return [credentials.secret, credentials.previousSecret].filter((value): value is string => typeof value === 'string' && value !== '');
}

/** Undefined where the credential cannot be read. Thrown on, that would become an execution, which anybody could start. */
async function storedSecrets(context: IWebhookFunctions): Promise<string[] | undefined> {
	try {
		return secretsIn(await context.getCredentials(SECRET_CREDENTIAL));
	} catch {
		context.logger.warn('SRS SIPS Trigger: an event was refused because the credential with the shared secret cannot be read');
		return undefined;
	}
}

function headerValue(context: IWebhookFunctions, request: Caller): unknown {
	// Node writes names of headers in small letters.
	const name = String(context.getNodeParameter('headerName', '') ?? '').trim().toLowerCase();
	return Object.hasOwn(request.headers, name) ? request.headers[name] : undefined;
}

function queryValue(context: IWebhookFunctions, { query = {} }: Caller): unknown {
	const name = String(context.getNodeParameter('queryName', '') ?? '').trim();
	return Object.hasOwn(query, name) ? query[name] : undefined;
}
