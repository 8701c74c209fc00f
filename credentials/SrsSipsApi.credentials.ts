import type { ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { readOAuthAnswer } from '../engine/token/answer';
import { checkFieldProperty } from '../engine/token/checkField';
import { clientCredentialsRequests } from '../engine/token/clientCredentials';
import { customEnvironment, customUrlProperty, environmentUrl } from '../engine/token/environment';
import { textField, type TokenFlow } from '../engine/token/flow';
import { fixedFieldsProperty } from '../engine/token/fixedFields';
import { credentialHooks } from '../engine/token/hooks';
import { addressRule, statusRule } from '../engine/token/testRules';

/** Hosts of SIPS: staging on every API page, production after the SDK guide (-2133410m0). */
const apiBaseUrl = environmentUrl(new Map([
	['production', 'https://services.roofhub.pro'],
	['staging', 'https://services-qa.roofhub.pro'],
]));

/**
 * How SIPS hands out tokens: `POST /authentication/token` (token-21816667e0). The API page says form-encoded, which is safe; the
 * guides print JSON, which a client saw refused with the text "client_id is required". One document says a token lives an hour,
 * others say 24, so the answer's `expires_in` is believed.
 */
export const srsSipsTokenFlow: TokenFlow = {
	partner: 'SIPS',
	whereToGetCredentials: 'from SRS, APISupportTeam@srsdistribution.com',
	oftenMistaken: 'The Integration Key from Roof Hub is neither of them: it stands for a contractor, and belongs into Customer: Validate.',
	defaultLifeSeconds: 60 * 60,
	identity: (credentials) => [
		apiBaseUrl(credentials),
		textField(credentials, 'clientId'),
		textField(credentials, 'clientSecret'),
		textField(credentials, 'scope'),
		isJsonFirst(credentials) ? 'json' : 'form',
	],
	secretFields: ['clientSecret'],
	tokenRequests(credentials) {
		const url = `${apiBaseUrl(credentials)}/authentication/token`;
		const { form, json } = clientCredentialsRequests(url, credentials, textField(credentials, 'scope') || 'ALL');
		return isJsonFirst(credentials) ? [json, form] : [form, json];
	},
	readAnswer: readOAuthAnswer,
	apiBaseUrl,
};

/** By form unless JSON is what was chosen: a credential made by other means than the panel may lack the field. */
function isJsonFirst(credentials: ICredentialDataDecryptedObject): boolean {
	return textField(credentials, 'authRequestFormat') === 'json';
}

const hooks = credentialHooks(srsSipsTokenFlow);

export class SrsSipsApi implements ICredentialType {
	name = 'srsSipsApi';

	displayName = 'SRS SIPS API';

	documentationUrl = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/sips.md#connect';

	icon: Icon = { light: 'file:../nodes/SrsSips/srsSips.svg', dark: 'file:../nodes/SrsSips/srsSips.dark.svg' };

	httpRequestNode = {
		name: 'SRS SIPS',
		docsUrl: 'https://apidocs.roofhub.pro',
		apiBaseUrlPlaceholder: 'https://services.roofhub.pro/',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Staging', value: 'staging', description: 'services-qa.roofhub.pro, for trying things out' },
				{ name: 'Production', value: 'production', description: 'services.roofhub.pro, where orders are real' },
				customEnvironment,
			],
			default: 'staging',
			description: 'Where requests go. Client ID and secret differ between staging and production.',
		},
		customUrlProperty('e.g. http://127.0.0.1:4010'),
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'Issued by SRS, one for each environment',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description:
				'Issued by SRS together with the client ID, to you as a partner. Never give it to a contractor. It is not the Integration Key that a contractor finds in Roof Hub: that belongs into Customer: Validate.',
		},
		{
			displayName: 'Source System',
			name: 'sourceSystem',
			type: 'string',
			default: '',
			placeholder: 'e.g. ACMECRM',
			description: 'The name SRS gave you as a partner at onboarding. Prices and orders carry it.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: 'ALL',
			description: 'What the token may be used for. ALL is the only documented value.',
		},
		{
			displayName: 'Token Request Format',
			name: 'authRequestFormat',
			type: 'options',
			options: [
				{ name: 'Form', value: 'form', description: "As SRS's reference page has it" },
				{ name: 'JSON', value: 'json', description: 'As its guides print it. SIPS was seen to refuse it.' },
			],
			default: 'form',
			description: 'How the token is asked for. If SIPS cannot read one, the other is tried.',
		},
		checkFieldProperty,
		fixedFieldsProperty(['environment', 'baseUrl', 'clientId', 'clientSecret', 'sourceSystem', 'scope', 'authRequestFormat']),
	];

	preAuthentication = hooks.preAuthentication;

	authenticate = hooks.authenticate;

	/**
	 * Branch Locations: a read without side effect that a working client uses for the same purpose. It is not certain
	 * that it works without a branch code; a 400 is told as what it is, a token that was accepted.
	 */
	test: ICredentialTestRequest = {
		// Relative: `authenticate` completes it with the address of the environment.
		request: { url: '/branches/v2/branchLocations', method: 'GET' },
		rules: [
			statusRule(400, 'SIPS accepted the token, but not the test request itself (Branch Locations). The credential is most likely right: try a node with it.'),
			statusRule(403, 'SIPS handed out a token, but this client ID may not read branches. Ask SRS for access.'),
			addressRule('SIPS'),
			statusRule(500, 'SIPS handed out a token, but its API failed on the test request (Branch Locations). Try again in a few minutes.'),
		],
	};
}
