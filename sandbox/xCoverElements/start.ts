import { startXCoverElementsSandbox } from '.';
import type { Start } from '../core/started';
import { demoWebhook } from './data/partner';
import { packages } from './data/packages';
import { widgetOffers } from './data/signedOffers';

export const start: Start = async ({ port, latencyMs, webhookUrl, eventDelayMs }) => {
	const { url, client, liveClient, signer, liveSigner, signedUrl, close } = await startXCoverElementsSandbox({ port, latencyMs, webhookUrl, eventDelayMs });
	const idsOf = (wanted: string) => packages.flatMap(({ kind, quote }) => (kind === wanted ? [quote.id] : [])).join(' ');
	return {
		url,
		facts: [
			['client id', client.clientId],
			['client secret', client.clientSecret],
			['live client', `${liveClient.clientId}, secret ${liveClient.clientSecret} (Account: Live)`],
			['partner id', client.partnerId],
			['quotes', idsOf('quote')],
			['offers', idsOf('offer')],
			['signed calls', signedUrl],
			['partner code', signer.partnerCode],
			['key', signer.apiKey],
			['secret', signer.apiSecret],
			['live key', `${liveSigner.apiKey}, secret ${liveSigner.apiSecret}`],
			['their offers', widgetOffers.map(({ reference }) => reference).join(' ')],
			['webhook', `key ${demoWebhook.key}, secret ${demoWebhook.secret}`],
		],
		views: ['quotes', 'offers', 'bookings', 'signedOffers', 'signedBookings', 'renewals', 'emails', 'keys', 'events'],
		close,
	};
};
