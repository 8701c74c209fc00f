import type { Client } from '../../core/tokens';

/** What one client of this sandbox is. Invented, and of no use anywhere else. */
export interface PartnerClient extends Client {
	partnerId: string;
	userId: string;
	/** The claim `is_test` of its tokens. */
	isTest: boolean;
}

export const demoClient: PartnerClient = {
	clientId: '5b0c7a9e-1d42-4e6f-8a37-0f6d2c9b4e11',
	clientSecret: 'sandbox-secret-not-real',
	partnerId: 'd7a1f3c6-52be-4c90-9e18-6b3f0a7c2d55',
	userId: '2f9e6b14-c8d3-4a05-b7e2-91c5d0a8f366',
	isTest: true,
};

/** The same partner's client for real bookings. That a partner has one of each, at one host, is invented: only the claim is documented. */
export const liveClient: PartnerClient = {
	clientId: 'c84e1f37-60a9-4b72-8d15-3e9b7a20f6c4',
	clientSecret: 'live-sandbox-secret-not-real',
	partnerId: demoClient.partnerId,
	userId: '91b7c3d0-4e28-4f6a-a5c9-7d02e8f1b354',
	isTest: false,
};

export const clients: PartnerClient[] = [demoClient, liveClient];

/** Who signs its requests. Invented, and of no use anywhere else. */
export interface SigningPartner {
	partnerCode: string;
	apiKey: string;
	apiSecret: string;
	/** A key for tests may ask less often. */
	isTest: boolean;
}

export const demoSigner: SigningPartner = {
	partnerCode: 'SBXDM',
	apiKey: 'sandbox-test-key-not-real',
	apiSecret: 'sandbox-signing-secret-not-real',
	isTest: true,
};

/** The same partner's key for real bookings. */
export const liveSigner: SigningPartner = {
	partnerCode: demoSigner.partnerCode,
	apiKey: 'sandbox-live-key-not-real',
	apiSecret: 'live-sandbox-signing-secret-not-real',
	isTest: false,
};

export const signers: readonly SigningPartner[] = [demoSigner, liveSigner];

/** Key and secret that a partner has chosen for its webhook. */
export const demoWebhook = { key: 'sandbox-webhook-key-not-real', secret: 'sandbox-webhook-secret-not-real' };
