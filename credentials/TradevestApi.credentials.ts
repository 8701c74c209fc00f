import type { ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import type { HostRequest } from '../engine/token/apiUrl';
import { readOAuthAnswer } from '../engine/token/answer';
import { checkFieldProperty } from '../engine/token/checkField';
import { clientCredentialsRequests } from '../engine/token/clientCredentials';
import { customEnvironment, customUrlProperty, environmentUrl } from '../engine/token/environment';
import { textField, type TokenFlow } from '../engine/token/flow';
import { fixedFieldsProperty } from '../engine/token/fixedFields';
import { credentialHooks } from '../engine/token/hooks';
import { addressRule, statusRule } from '../engine/token/testRules';

/** Hosts of the environments (documentation/2_authentication; pretest from api-reference/authorization). */
const PLATFORMS = [
	['production', 'prod'],
	['pretest', 'pretest'],
	['test', 'test'],
] as const;

const apiBaseUrl = environmentUrl(new Map(PLATFORMS.map(([name, host]) => [name, `https://tvda-api.platform-${host}.tradevest.ai`])));
const authBaseUrl = environmentUrl(new Map(PLATFORMS.map(([name, host]) => [name, `https://b2b.auth.platform-${host}.tradevest.ai`])), 'authBaseUrl');

/** Paths of the token call: the reference names one, the newer guide the other, with a scope. */
const TOKEN_PATHS = new Map([
	['oauth2', '/oauth2/token'],
	['connect', '/connect/token'],
]);

const REQUESTOR_ID = 'Requestor-ID';

/**
 * Commands that go without a requestor: they make the person or legal entity, or prepare to (documentation/2_authentication,
 * both editions; paths of both generations of the API).
 */
const WITHOUT_REQUESTOR = [
	/\/natural-persons(?:-wizard)?\/?$/,
	/\/legal-entities\/?$/,
	/\/prepare\/legal-entities\//,
];

/**
 * How Tradevest hands out tokens: a form to the environment's own auth host (api-reference/authorization,
 * documentation/2_authentication). A wrong client is answered with 400, not 401.
 */
export const tradevestTokenFlow: TokenFlow = {
	partner: 'Tradevest',
	whereToGetCredentials: 'from the support of Tradevest',
	defaultLifeSeconds: 60 * 60,
	identity: (credentials) => [
		tokenUrl(credentials),
		apiBaseUrl(credentials),
		textField(credentials, 'clientId'),
		textField(credentials, 'clientSecret'),
		textField(credentials, 'scope'),
	],
	secretFields: ['clientSecret'],
	tokenRequests: (credentials) => [clientCredentialsRequests(tokenUrl(credentials), credentials, textField(credentials, 'scope')).form],
	readAnswer: readOAuthAnswer,
	apiBaseUrl,
	complete: addRequestor,
};

function tokenUrl(credentials: ICredentialDataDecryptedObject): string {
	return `${authBaseUrl(credentials)}${TOKEN_PATHS.get(textField(credentials, 'authEndpoint')) ?? '/oauth2/token'}`;
}

/**
 * Says who acts. Sent with every command but the exceptions; reads mostly do not list it and take it all the same. A
 * header that the request brings itself stands.
 */
function addRequestor(request: HostRequest, credentials: ICredentialDataDecryptedObject): void {
	const requestorId = textField(credentials, 'requestorId');
	const hasOwn = Object.keys(request.headers ?? {}).some((name) => name.toLowerCase() === REQUESTOR_ID.toLowerCase());
	const path = (request.url ?? request.uri ?? '').split(/[?#]/)[0] ?? '';
	const isCommand = (request.method ?? 'GET').toUpperCase() === 'POST';
	const isException = isCommand && WITHOUT_REQUESTOR.some((pattern) => pattern.test(path));
	if (requestorId !== '' && !hasOwn && !isException) request.headers = { ...request.headers, [REQUESTOR_ID]: requestorId };
}

const hooks = credentialHooks(tradevestTokenFlow);

export class TradevestApi implements ICredentialType {
	name = 'tradevestApi';

	displayName = 'Tradevest API';

	documentationUrl = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/tradevest.md#connect';

	icon: Icon = { light: 'file:icons/tradevest.svg', dark: 'file:icons/tradevest.dark.svg' };

	httpRequestNode = {
		name: 'Tradevest',
		docsUrl: 'https://docs.tradevest.ai',
		apiBaseUrlPlaceholder: 'https://tvda-api.platform-test.tradevest.ai/',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Test', value: 'test', description: 'The sandbox of Tradevest' },
				{ name: 'Pretest', value: 'pretest' },
				{ name: 'Production', value: 'production', description: 'Where orders are real' },
				{ ...customEnvironment, description: 'Other addresses, such as a test server of your own' },
			],
			default: 'test',
			description: 'Where requests go. Each environment has its own client ID and secret.',
		},
		customUrlProperty('e.g. http://127.0.0.1:4013', {
			displayName: 'Auth Base URL',
			name: 'authBaseUrl',
			description: 'Address of the server that hands out tokens, without a path',
		}),
		customUrlProperty('e.g. http://127.0.0.1:4013'),
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'Issued by the support of Tradevest',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Issued by the support of Tradevest together with the client ID',
		},
		{
			displayName: 'Requestor ID',
			name: 'requestorId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 3f0b7c52-9c1d-4a86-8e55-71d7f0f6c0aa',
			description:
				'ID of the natural person who acts, sent as header Requestor-ID but where a person or legal entity is made. A header Requestor-ID of the request itself goes before it.',
		},
		{
			displayName: 'Auth Endpoint',
			name: 'authEndpoint',
			type: 'options',
			options: [
				{ name: '/oauth2/token', value: 'oauth2', description: 'As the API reference has it' },
				{ name: '/connect/token', value: 'connect', description: 'As the newer guide has it, with the scope tradevest.api' },
			],
			default: 'oauth2',
			description: "Path of the token request. Tradevest's documents differ: take the other if one is not found.",
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: '',
			placeholder: 'e.g. tradevest.api',
			description: 'Only the newer guide names one, tradevest.api. Empty means none.',
		},
		checkFieldProperty,
		fixedFieldsProperty(['environment', 'authBaseUrl', 'baseUrl', 'clientId', 'clientSecret', 'requestorId', 'authEndpoint', 'scope']),
	];

	preAuthentication = hooks.preAuthentication;

	authenticate = hooks.authenticate;

	/** A list of one natural person: a read that needs no requestor (api-reference/entities/natural-persons). */
	test: ICredentialTestRequest = {
		request: { url: '/entities/natural-persons', method: 'GET', qs: { limit: 1 } },
		rules: [
			statusRule(403, 'Tradevest handed out a token, but it may not read natural persons. The credential is right; ask Tradevest for access.'),
			addressRule('Tradevest'),
		],
	};
}
