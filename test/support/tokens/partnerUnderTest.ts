import { srsSipsTokenFlow } from '../../../credentials/SrsSipsApi.credentials';
import type { TokenFlow } from '../../../engine/token/flow';
import type { Control } from '../../../sandbox/core/control';
import type { CoreSettings } from '../../../sandbox/core/settings';
import type { Client } from '../../../sandbox/core/tokens';
import { startSrsSipsSandbox } from '../../../sandbox/srsSips';
import { atNewAddress, su, tradevest, xCoverElements } from './furtherPartners';

/** A partner's sandbox, as far as tests of the token engine look at it. */
export interface PartnerSandbox {
	readonly url: string;
	readonly control: Pick<Control<CoreSettings>, 'change' | 'clearFaults' | 'counts' | 'fault' | 'requests' | 'revokeTokens'>;
	/** The client it knows. A test may give it another secret, as the partner would. */
	readonly client: Client;
	close(): Promise<void>;
}

/** A call of the partner that needs a token and has no effect that a test would have to undo. */
export interface OrdinaryCall {
	readonly operationId: string;
	/** Path and query. */
	readonly path: string;
	readonly body?: Record<string, unknown>;
}

/** All that a test of the token engine has to know of a partner. */
export interface PartnerUnderTest {
	/** The partner as messages name it. */
	readonly name: string;
	readonly credentialType: string;
	readonly flow: TokenFlow;
	/** A fresh one on a port of its own: a new base URL is an identity of which n8n knows no token. */
	startSandbox(): Promise<PartnerSandbox>;
	/** What a person enters. */
	credentialData(sandbox: Pick<PartnerSandbox, 'url' | 'client'>): Record<string, string>;
	/** The fields of the credential that decide whose the token is. */
	readonly fields: { readonly clientId: string; readonly secret: string };
	/** What a person enters for a partner at this address. */
	at(url: string): Record<string, string>;
	/** The client id as the partner knows it, for what a person enters. */
	clientIdAtPartner?(entered: string): string;
	/** Status with which a wrong secret is answered. */
	readonly refusedStatus: number;
	readonly tokenOperation: string;
	/** The call that the credential's own test makes. */
	readonly testOperation: string;
	/** The answer to the token call, with anything in the place of the token. */
	tokenAnswer(token: unknown): Record<string, unknown>;
	/** Where that answer says how long the token lives; dots lead into objects. */
	readonly lifeField: string;
	readonly get: OrdinaryCall;
	readonly post: OrdinaryCall;
	/** Our node, making the same call as `get`. Not every partner has one. */
	readonly actionNode?: { readonly type: string; readonly parameters: Record<string, unknown> };
}

const CUSTOMER = { customerCode: 'DEMO100', integrationKey: 'RDG100' };

const sips: PartnerUnderTest = {
	name: 'SIPS',
	credentialType: 'srsSipsApi',
	flow: srsSipsTokenFlow,
	startSandbox: async () => await atNewAddress(startSrsSipsSandbox),
	credentialData: ({ url, client }) => ({
		environment: 'custom',
		baseUrl: url,
		...client,
		sourceSystem: 'DEMOCRM',
		scope: 'ALL',
		authRequestFormat: 'form',
	}),
	fields: { clientId: 'clientId', secret: 'clientSecret' },
	at: (url) => ({ baseUrl: url }),
	refusedStatus: 401,
	tokenOperation: 'getToken',
	testOperation: 'getBranchLocations',
	tokenAnswer: (token) => ({ token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600, access_token: token }),
	lifeField: 'expires_in',
	get: {
		operationId: 'validateCustomer',
		path: `/customers/validate/?accountNumber=${CUSTOMER.customerCode}&integrationKey=${CUSTOMER.integrationKey}`,
	},
	post: {
		operationId: 'getPrices',
		path: '/products/v2/price',
		body: {
			sourceSystem: 'DEMOCRM',
			customerCode: 'DEMO100',
			branchCode: 'SBDEN',
			transactionId: 'token-test-1',
			jobAccountNumber: 43,
			productList: [{ productId: 6000, productName: 'Ridgeway Heritage Shingles', productOptions: ['Black Shadow'], quantity: 1, uom: 'BD' }],
		},
	},
	actionNode: {
		type: 'n8n-nodes-partner-apis.srsSips',
		parameters: { resource: 'customer', operation: 'validate', proof: 'integrationKey', ...CUSTOMER, options: { concurrency: 50, shareEqualReads: false } },
	},
};

/** Every credential type of the package is tested alike. */
export const PARTNERS: readonly PartnerUnderTest[] = [sips, xCoverElements, su, tradevest];

/**
 * Those with which an n8n is tried in what is the same for all of them. The newest n8n of a run is tried with all; an older one
 * with one that has a node of ours, since its way with tokens is the same for all. What each n8n stores of a credential is tried with all.
 */
export const PARTNERS_HERE: readonly PartnerUnderTest[] = process.env.E2E_ONLY_WHAT_DIFFERS ? [sips] : PARTNERS;
