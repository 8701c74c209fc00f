import type { ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { Failure } from '../engine/failure';
import { checkedAnswer, objectIn } from '../engine/token/answer';
import { checkFieldProperty } from '../engine/token/checkField';
import { customEnvironment, customUrlProperty, environmentUrl } from '../engine/token/environment';
import { textField, type TokenAnswer, type TokenFlow } from '../engine/token/flow';
import { fixedFieldsProperty } from '../engine/token/fixedFields';
import { credentialHooks } from '../engine/token/hooks';
import { addressRule } from '../engine/token/testRules';

/** Hosts: all pages; production after the channel mapping pages. */
const apiBaseUrl = environmentUrl(new Map([
	['production', 'https://connect.su-api.com'],
	['sandbox', 'https://connect-sandbox.su-api.com'],
]));

/** How tokens of each environment begin (token-based-authentication). */
const TOKEN_PREFIXES = new Map([
	['production', 'live_'],
	['sandbox', 'sandbox_'],
]);

/**
 * How Su hands out tokens: a GET with the domain in Base64 and the secret as headers (token-based-authentication). A token
 * lives an hour, and at most 30 may be made in an hour.
 */
export const suTokenFlow: TokenFlow = {
	partner: 'Su',
	whereToGetCredentials: 'in the extranet of Su',
	defaultLifeSeconds: 60 * 60,
	quota: { perHour: 30, forDoubts: 10 },
	identity: (credentials) => [apiBaseUrl(credentials), textField(credentials, 'domain'), textField(credentials, 'clientSecret')],
	secretFields: ['clientSecret'],
	tokenRequests: (credentials) => [
		{
			method: 'GET',
			url: `${apiBaseUrl(credentials)}/SUAPI/jservice/auth/generate-access-token`,
			headers: {
				Accept: 'application/json',
				'client-id': Buffer.from(textField(credentials, 'domain')).toString('base64'),
				'client-secret': textField(credentials, 'clientSecret'),
			},
		},
	],
	readAnswer: readSuAnswer,
	apiBaseUrl,
};

/**
 * The older page writes `data`, the newest one `Data`; both are read.
 *
 * @throws Failure of kind `configuration` for a token of the other environment: it would be refused, or worse, work
 */
function readSuAnswer(body: unknown, credentials: ICredentialDataDecryptedObject): TokenAnswer {
	const answer = objectIn(body);
	const data = objectIn(answer.data ?? answer.Data);
	const read = checkedAnswer(data.token, data.expire_in);
	const wanted = TOKEN_PREFIXES.get(textField(credentials, 'environment'));
	if (wanted === undefined || read.token.startsWith(wanted)) return read;
	const other = [...TOKEN_PREFIXES].find(([, prefix]) => read.token.startsWith(prefix))?.[0];
	throw new Failure('configuration', `Su handed out a token ${other ? `for ${other}` : 'of an unknown kind'}, not for this environment`, {
		advice: 'Check Environment, and that the client secret is the one of that environment. The token was not used.',
	});
}

const hooks = credentialHooks(suTokenFlow);

export class SuApi implements ICredentialType {
	name = 'suApi';

	displayName = 'Su API';

	documentationUrl = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/su.md#connect';

	icon: Icon = { light: 'file:../nodes/Su/su.svg', dark: 'file:../nodes/Su/su.dark.svg' };

	httpRequestNode = {
		name: 'Su',
		docsUrl: 'https://suissu.gitbook.io/su-api-documentation',
		apiBaseUrlPlaceholder: 'https://connect-sandbox.su-api.com/SUAPI/jservice/',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Sandbox', value: 'sandbox', description: 'connect-sandbox.su-api.com' },
				{ name: 'Production', value: 'production', description: 'connect.su-api.com' },
				customEnvironment,
			],
			default: 'sandbox',
			description: 'Where requests go. The client secret differs between sandbox and production.',
		},
		customUrlProperty('e.g. http://127.0.0.1:4011'),
		{
			displayName: 'Domain',
			name: 'domain',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. pms.example.com',
			description: 'Domain name that you registered with Su. It is sent in Base64 as client-id.',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Made in the extranet of Su, one for each environment',
		},
		checkFieldProperty,
		fixedFieldsProperty(['environment', 'baseUrl', 'domain', 'clientSecret']),
	];

	preAuthentication = hooks.preAuthentication;

	authenticate = hooks.authenticate;

	/** The documented way to try a token (authentication, "Validate"). */
	test: ICredentialTestRequest = {
		request: { url: '/SUAPI/jservice/pmsproperty', method: 'GET' },
		rules: [
			addressRule('Su'),
		],
	};
}
