import type { INodeProperties } from 'n8n-workflow';

/** Which addresses may send. Empty for all, but not where an expression has made it so. */
export const allowedAddresses: INodeProperties = {
	displayName: 'Allowed Addresses',
	name: 'allowedAddresses',
	type: 'string',
	default: '',
	placeholder: 'e.g. 203.0.113.0/24, 2001:db8::/32',
	description: 'IP addresses and ranges (CIDR) that may send; empty for all. Behind a proxy, set N8N_PROXY_HOPS of n8n, or it sees only the proxy.',
};

/** Which query parameter of the URL carries a secret. @param caller who is given the URL, such as `SRS` */
export function queryNameField(caller: string): INodeProperties {
	return {
		displayName: 'Query Parameter Name',
		name: 'queryName',
		type: 'string',
		required: true,
		default: 'key',
		placeholder: 'e.g. key',
		displayOptions: { show: { authentication: ['query'] } },
		description: `Give ${caller} the production URL with ?key= and the secret behind it. The name is case-sensitive.`,
	};
}

/** Two fields of a credential: what the partner has to send, and what it may send while it is changed. @param caller who sends it */
export function sharedSecretFields(caller: string): INodeProperties[] {
	return [
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: `At least 16 random characters, without spaces. Give the same to ${caller}.`,
		},
		{
			displayName: 'Previous Secret',
			name: 'previousSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: `Still accepted while ${caller} changes over to the new secret. Empty it when ${caller} has.`,
		},
	];
}
