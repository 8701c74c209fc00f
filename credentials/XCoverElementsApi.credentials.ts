import type { ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { Failure } from '../engine/failure';
import type { HostRequest } from '../engine/token/apiUrl';
import { readOAuthAnswer } from '../engine/token/answer';
import { checkFieldProperty } from '../engine/token/checkField';
import { clientCredentialsRequests } from '../engine/token/clientCredentials';
import { fillIn } from '../engine/token/fillIn';
import { baseUrlField, textField, type TokenAnswer, type TokenFlow } from '../engine/token/flow';
import { fixedFieldsProperty } from '../engine/token/fixedFields';
import { credentialHooks } from '../engine/token/hooks';
import { claimsOf } from '../engine/token/jwt';
import { statusRule } from '../engine/token/testRules';

/** Stands in an address for the partner id, so that a person need not know it. */
const PARTNER_ID = '{partner_id}';

/**
 * How XCover Elements hands out tokens: `POST /api/oauth/token`, JSON (ssi/authentication, api/authentication). The token
 * is a JWT that lives an hour and names the partner; there is no refresh token.
 */
export const xCoverElementsTokenFlow: TokenFlow = {
	partner: 'XCover',
	whereToGetCredentials: 'from Cover Genius during onboarding',
	defaultLifeSeconds: 60 * 60,
	// With the account in it, another choice is checked at once, and does not wait for the cool-down of the last refusal.
	identity: (credentials) => [
		baseUrlField(credentials),
		textField(credentials, 'clientId'),
		textField(credentials, 'clientSecret'),
		accountType(credentials),
	],
	secretFields: ['clientSecret'],
	tokenRequests: (credentials) => [clientCredentialsRequests(`${baseUrlField(credentials)}/api/oauth/token`, credentials).json],
	readAnswer: readXCoverAnswer,
	apiBaseUrl: baseUrlField,
	complete: fillInPartnerId,
};

/** What the client id is said to be for. Whatever is not *Live* is a test, also a credential from before there was a choice. */
function accountType(credentials: ICredentialDataDecryptedObject): 'test' | 'live' {
	return textField(credentials, 'accountType') === 'live' ? 'live' : 'test';
}

/**
 * Reads the answer, and holds the token's claim `is_test` against the field Account. The claim is documented by name and
 * kind alone (ssi/authentication); a token without it, or with anything but true and false, is taken.
 *
 * @throws Failure of kind `brokenAnswer`, or `configuration` for a token of the other kind of account
 */
function readXCoverAnswer(body: unknown, credentials: ICredentialDataDecryptedObject): TokenAnswer {
	const answer = readOAuthAnswer(body);
	const isTest = claimsOf(answer.token).is_test;
	if (typeof isTest !== 'boolean' || isTest === (accountType(credentials) === 'test')) return answer;
	throw isTest
		? wrongAccount('a test account (is_test true): bookings are not real. Choose Test in the field Account if that is meant')
		: wrongAccount('a live account (is_test false): bookings are real. Choose Live in the field Account if that is meant');
}

/** What to choose stands in the message: the test of a credential shows no advice. */
function wrongAccount(whatItIs: string): Failure {
	return new Failure('configuration', `XCover says that this client id belongs to ${whatItIs}`, {
		advice: 'The token was not used. If that is not meant, enter the client id and secret of the other account.',
	});
}

/** @throws Failure of kind `configuration` where the address asks for the partner id, and neither field nor token tells it */
function fillInPartnerId(request: HostRequest, credentials: ICredentialDataDecryptedObject, token: string): void {
	fillIn(request, PARTNER_ID, () => {
		const claimed = claimsOf(token).partner_id;
		const partnerId = textField(credentials, 'partnerId') || (typeof claimed === 'string' ? claimed : '');
		if (partnerId !== '') return partnerId;
		throw new Failure('configuration', 'The partner id of XCover is not known: the token does not tell it', {
			advice: 'Enter Partner ID in the credential. You get it from Cover Genius during onboarding.',
		});
	});
}

const hooks = credentialHooks(xCoverElementsTokenFlow);

export class XCoverElementsApi implements ICredentialType {
	name = 'xCoverElementsApi';

	displayName = 'XCover Elements API';

	documentationUrl = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/xcover.md#connect';

	icon: Icon = { light: 'file:icons/xCoverElements.svg', dark: 'file:icons/xCoverElements.dark.svg' };

	httpRequestNode = {
		name: 'XCover Elements',
		docsUrl: 'https://docs.covergenius.com/xcover-elements',
		apiBaseUrlPlaceholder: 'https://api.xone.xcover.com/api/partners/{partner_id}/bookings',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			required: true,
			default: 'https://api.xone.xcover.com',
			description: 'Address of the API without a path. The one of production is documented; a test address comes with onboarding, if there is one.',
		},
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			description: 'Issued by Cover Genius',
		},
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Issued by Cover Genius together with the client ID',
		},
		{
			displayName: 'Account',
			name: 'accountType',
			type: 'options',
			options: [
				{ name: 'Test', value: 'test', description: 'For trying things out' },
				{ name: 'Live', value: 'live', description: 'Where bookings are real' },
			],
			default: 'test',
			description:
				'What the client ID is for. A token that says otherwise (claim is_test) is refused before it is used. The claim is documented by its name alone; a token without it is taken.',
		},
		{
			displayName: 'Partner ID',
			name: 'partnerId',
			type: 'string',
			default: '',
			description: 'Leave empty to use the one that the token names. An address may hold {partner_id}, and it is filled in.',
		},
		checkFieldProperty,
		fixedFieldsProperty(['baseUrl', 'clientId', 'clientSecret', 'accountType', 'partnerId']),
	];

	preAuthentication = hooks.preAuthentication;

	authenticate = hooks.authenticate;

	/** List bookings (api/manage-booking). It needs the scope bookings:view, which not every client has: a 403 is told as that. */
	test: ICredentialTestRequest = {
		request: { url: `/api/partners/${PARTNER_ID}/bookings`, method: 'GET' },
		rules: [
			statusRule(403, 'XCover handed out a token, but it may not list bookings (scope bookings:view). The credential is right; ask Cover Genius if you need that scope.'),
			statusRule(404, 'XCover handed out a token, but does not know this partner or address. Check Base URL and Partner ID.'),
		],
	};
}
