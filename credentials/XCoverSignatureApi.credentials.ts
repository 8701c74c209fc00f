import type { ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

import { Failure } from '../engine/failure';
import type { SignatureFlow } from '../engine/signature/flow';
import { signatureHooks } from '../engine/signature/hooks';
import { signatureRefusal } from '../engine/signature/refusal';
import { ALGORITHMS, type SigningKey } from '../engine/signature/sign';
import { testRequest } from '../engine/signature/testRead';
import type { Pace } from '../engine/token/apiAccess';
import { checkFieldProperty } from '../engine/token/checkField';
import { customEnvironment, customUrlProperty, environmentUrl } from '../engine/token/environment';
import { fillIn } from '../engine/token/fillIn';
import { textField } from '../engine/token/flow';
import { fixedFieldsProperty } from '../engine/token/fixedFields';
import { isObject } from '../engine/values';

/** Stands in an address for the partner code, so that a person need not repeat it. */
const PARTNER_CODE = '{partner_code}';

/** Base addresses. The one of staging is no document's: an integrator has seen it in use (2026). */
const HOSTS = new Map([
	['production', 'https://api.xcover.com/x'],
	['staging', 'https://api.xcover-staging.com/xcover'],
]);

const PARTNER = 'XCover';

const ADVICE = {
	refused:
		'Check API Key and API Secret, and that they belong to this environment and partner code. If they are right, try another Algorithm, or the other choice of Signed Parts, in the credential; else ask Cover Genius.',
	notAllowed: 'Ask Cover Genius whether this API key may use this call for this partner code.',
	notFound: 'Check Partner Code, and Environment or Base URL.',
	silent:
		'Staging of XCover does so with addresses that it does not know: ask Cover Genius to allow the address from which this n8n goes out. If it is allowed, look for a firewall or proxy on the way.',
};

/** Requests per second (the partner documentation's limits, as a digest of it has them). Those of test keys are counted together. */
const OFFER_PACE: Pace = { name: 'offers', perSecond: 50 };
const OTHER_PACE: Pace = { name: 'others', perSecond: 20 };
const TEST_PACE: Pace = { name: 'test', perSecond: 2 };

/** The path of Create Offer and Confirm Offer, which are both sent with POST. */
const OFFER_PATH = /\/offers\/?(?:[^/?]+\/confirm\/?)?(?:\?|$)/;

/**
 * How XCover takes signed requests: headers `X-Api-Key`, `Date` and `Authorization: Signature …`; of the clients of Cover Genius, one
 * signs the date alone, as the documents have it, the other the path without the query, too. A wrong signature is answered with 403
 * and the type `auth_error`, not 401 (seen by an integrator).
 */
export const xCoverSignatureFlow: SignatureFlow = {
	partner: PARTNER,
	proof: 'signature',
	secretFields: ['apiKey', 'apiSecret'],
	apiBaseUrl: environmentUrl(HOSTS),
	// Cover Genius asks for a patience of ten seconds; who stays silent for longer does not answer at all.
	testRead: { path: `/partners/${PARTNER_CODE}/bookings/`, query: { limit: 1 }, timeoutMs: 15_000, isAnswer: (body) => Array.isArray(isObject(body) ? body.results : body), answer: 'list of bookings' },
	advice: ADVICE,
	signingKey,
	complete: (request, credentials) => fillIn(request, PARTNER_CODE, () => needed(credentials, 'partnerCode', 'Partner Code')),
	pace: (credentials) => (isTestKey(credentials) ? () => TEST_PACE : ({ method, url }) => (method === 'POST' && OFFER_PATH.test(url) ? OFFER_PACE : OTHER_PACE)),
	explain: signatureRefusal({ partner: PARTNER, advice: ADVICE, refusedCodes: ['auth_error'] }),
};

/** @throws Failure of kind `configuration` where key or secret are missing, or cannot be sent */
function signingKey(credentials: ICredentialDataDecryptedObject): SigningKey {
	const apiKey = needed(credentials, 'apiKey', 'API Key');
	if (!/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(apiKey)) {
		throw new Failure('configuration', 'API Key of the credential has a character that no header can carry, such as a blank, a quotation mark or a letter beyond ASCII', {
			advice: 'Enter the key as Cover Genius gave it to you. Nothing was sent.',
		});
	}
	const chosen = textField(credentials, 'algorithm');
	return {
		apiKey,
		apiSecret: needed(credentials, 'apiSecret', 'API Secret'),
		algorithm: ALGORITHMS.find((algorithm) => algorithm === chosen) ?? 'sha512',
		signsTarget: textField(credentials, 'signedParts') === 'target',
	};
}

/** @throws Failure of kind `configuration` where the field is empty */
function needed(credentials: ICredentialDataDecryptedObject, name: string, label: string): string {
	const value = textField(credentials, name);
	if (value !== '') return value;
	throw new Failure('configuration', `${label} of the credential is empty`, { advice: `Enter ${label}. You get it from Cover Genius during onboarding. Nothing was sent.` });
}

/** Keys of staging are for tests, whatever else is said. */
function isTestKey(credentials: ICredentialDataDecryptedObject): boolean {
	return textField(credentials, 'environment') === 'staging' || String(credentials.isTestKey) === 'true';
}

const hooks = signatureHooks(xCoverSignatureFlow);

export class XCoverSignatureApi implements ICredentialType {
	name = 'xCoverSignatureApi';

	displayName = 'XCover Signature API';

	documentationUrl = 'https://github.com/n8n-nodes-partner-apis/n8n-nodes-partner-apis/blob/main/docs/xcover.md#connect';

	icon: Icon = { light: 'file:icons/xCoverElements.svg', dark: 'file:icons/xCoverElements.dark.svg' };

	httpRequestNode = {
		name: 'XCover (Signature)',
		docsUrl: 'https://docs.covergenius.com/xcover',
		apiBaseUrlPlaceholder: 'https://api.xcover.com/x/partners/{partner_code}/bookings/',
	};

	properties: INodeProperties[] = [
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{
					name: 'Staging',
					value: 'staging',
					description: 'https://api.xcover-staging.com/xcover, seen by an integrator, not published: correct it with Custom URL if Cover Genius gave you another',
				},
				{ name: 'Production', value: 'production', description: 'https://api.xcover.com/x, where bookings are real' },
				{ ...customEnvironment, description: 'Another address, such as a test server of your own' },
			],
			default: 'staging',
			description: 'Where requests go. Each environment has its own key and secret; staging answers only addresses that Cover Genius has allowed.',
		},
		customUrlProperty('e.g. https://api.xcover.com/x', { description: 'Address of the API with its base path, up to what comes before /partners' }),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Issued by Cover Genius',
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'Issued by Cover Genius together with the API key. Requests are signed with it; it is never sent.',
		},
		{
			displayName: 'Partner Code',
			name: 'partnerCode',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. ABCDE',
			description: 'Issued by Cover Genius. An address may hold {partner_code}, and it is filled in.',
		},
		{
			displayName: 'Test Key',
			name: 'isTestKey',
			type: 'boolean',
			default: false,
			displayOptions: { hide: { environment: ['staging'] } },
			description:
				'Whether the API key is for tests. Then our node sends at most 2 requests a second, as Cover Genius asks for; else 50 that create or confirm offers and 20 others. Keys of staging always count as test keys.',
		},
		{
			displayName: 'Algorithm',
			name: 'algorithm',
			type: 'options',
			options: [
				{ name: 'SHA-512', value: 'sha512', description: 'Staging was seen to take it' },
				{ name: 'SHA-384', value: 'sha384' },
				{ name: 'SHA-256', value: 'sha256' },
			],
			default: 'sha512',
			description: 'How requests are signed (HMAC). Take another one only if Cover Genius tells you so.',
		},
		{
			displayName: 'Signed Parts',
			name: 'signedParts',
			type: 'options',
			options: [
				{ name: 'Date', value: 'date', description: 'As the documents have it' },
				{ name: 'Request Target and Date', value: 'target', description: 'Method and path as well, without the query: as a client of Cover Genius does it' },
			],
			default: 'date',
			description: 'What of a request is signed',
		},
		checkFieldProperty,
		fixedFieldsProperty(['environment', 'baseUrl', 'apiKey', 'apiSecret', 'partnerCode', 'isTestKey', 'algorithm', 'signedParts']),
	];

	preAuthentication = hooks.preAuthentication;

	authenticate = hooks.authenticate;

	test: ICredentialTestRequest = testRequest(xCoverSignatureFlow);
}
