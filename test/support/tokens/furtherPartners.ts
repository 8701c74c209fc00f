import { suTokenFlow } from '../../../credentials/SuApi.credentials';
import { tradevestTokenFlow } from '../../../credentials/TradevestApi.credentials';
import { xCoverElementsTokenFlow } from '../../../credentials/XCoverElementsApi.credentials';
import { startSuSandbox } from '../../../sandbox/su';
import { startTradevestSandbox } from '../../../sandbox/tradevest';
import { startXCoverElementsSandbox } from '../../../sandbox/xCoverElements';
import { atUnusedAddress } from '../partner/unusedAddress';
import type { PartnerSandbox, PartnerUnderTest } from './partnerUnderTest';

/**
 * A sandbox at an address that none has had before. All sandboxes of a partner in one process share their client, so a secret that a
 * test changed is put back.
 */
export async function atNewAddress(start: () => Promise<PartnerSandbox>): Promise<PartnerSandbox> {
	const { url, control, client, close } = await atUnusedAddress(start);
	const asFound = { ...client };
	return {
		url,
		control,
		client,
		async close() {
			Object.assign(client, asFound);
			await close();
		},
	};
}

const oauthAnswer = (token: unknown) => ({ token_type: 'Bearer', expires_in: 3600, access_token: token });

export const xCoverElements: PartnerUnderTest = {
	name: 'XCover',
	credentialType: 'xCoverElementsApi',
	flow: xCoverElementsTokenFlow,
	startSandbox: async () => await atNewAddress(startXCoverElementsSandbox),
	credentialData: ({ url, client }) => ({ baseUrl: url, clientId: client.clientId, clientSecret: client.clientSecret, accountType: 'test', partnerId: '' }),
	fields: { clientId: 'clientId', secret: 'clientSecret' },
	at: (url) => ({ baseUrl: url }),
	refusedStatus: 401,
	tokenOperation: 'getToken',
	testOperation: 'listBookings',
	tokenAnswer: oauthAnswer,
	lifeField: 'expires_in',
	// The partner id is filled in from the token.
	get: { operationId: 'listBookings', path: '/api/partners/{partner_id}/bookings' },
	post: {
		operationId: 'optOutOfQuote',
		path: '/api/partners/{partner_id}/quotes/3f0b7c52-9c1d-4a86-8e55-71d7f0f6c0aa/opt-out',
		body: { customer: { first_name: 'Mira' } },
	},
};

export const su: PartnerUnderTest = {
	name: 'Su',
	credentialType: 'suApi',
	flow: suTokenFlow,
	startSandbox: async () => await atNewAddress(startSuSandbox),
	credentialData: ({ url, client }) => ({
		environment: 'custom',
		baseUrl: url,
		domain: Buffer.from(client.clientId, 'base64').toString(),
		clientSecret: client.clientSecret,
	}),
	fields: { clientId: 'domain', secret: 'clientSecret' },
	at: (url) => ({ baseUrl: url }),
	clientIdAtPartner: (domain) => Buffer.from(domain).toString('base64'),
	refusedStatus: 401,
	tokenOperation: 'getToken',
	testOperation: 'listProperties',
	tokenAnswer: (token) => ({ success: true, data: { token_type: 'Bearer', token, expire_in: '3600' }, message: 'Access Token generated successfully' }),
	lifeField: 'data.expire_in',
	get: { operationId: 'listProperties', path: '/SUAPI/jservice/pmsproperty' },
	post: { operationId: 'listRoomTypes', path: '/SUAPI/jservice/roomdetails', body: { hotelid: 'HVIEW-1' } },
	// One property for each item, as the other nodes give one thing for each.
	actionNode: {
		type: 'n8n-nodes-partner-apis.su',
		parameters: { resource: 'property', operation: 'getAll', returnAll: false, limit: 1, options: { concurrency: 50, shareEqualReads: false } },
	},
};

const CUSTOMER = '7a2e5d34-55b0-4c3e-8f0a-98c1b6f0d2e7';

export const tradevest: PartnerUnderTest = {
	name: 'Tradevest',
	credentialType: 'tradevestApi',
	flow: tradevestTokenFlow,
	startSandbox: async () => await atNewAddress(startTradevestSandbox),
	credentialData: ({ url, client }) => ({
		environment: 'custom',
		authBaseUrl: url,
		baseUrl: url,
		clientId: client.clientId,
		clientSecret: client.clientSecret,
		authEndpoint: 'oauth2',
		scope: '',
		requestorId: '0b9f4f0e-3f47-4f7f-9d6d-0f4f2c9a7a11',
	}),
	fields: { clientId: 'clientId', secret: 'clientSecret' },
	at: (url) => ({ authBaseUrl: url, baseUrl: url }),
	refusedStatus: 400,
	tokenOperation: 'getToken',
	testOperation: 'listNaturalPersons',
	tokenAnswer: oauthAnswer,
	lifeField: 'expires_in',
	get: { operationId: 'listNaturalPersons', path: '/entities/natural-persons' },
	// Refused without the header Requestor-ID, which the credential brings.
	post: { operationId: 'createCustomerProduct', path: `/customers/${CUSTOMER}/products`, body: { productCode: 'BALANCE_ACCOUNT' } },
};
