import type { Client } from '../../core/tokens';

/** A client of this sandbox. Its id is its domain in Base64. */
export interface DomainClient extends Client {
	domain: string;
}

const DOMAIN = 'pms.example.com';

/** The client this sandbox knows. Invented, and of no use anywhere else. */
export const demoClient: DomainClient = {
	domain: DOMAIN,
	clientId: Buffer.from(DOMAIN).toString('base64'),
	clientSecret: 'sandbox-secret-not-real',
};
