import { startXCoverElementsSandbox } from '.';
import type { Start } from '../core/started';
import { quotes } from './data/quotes';

export const start: Start = async ({ port, latencyMs }) => {
	const { url, client, liveClient, close } = await startXCoverElementsSandbox({ port, latencyMs });
	return {
		url,
		facts: [
			['client id', client.clientId],
			['client secret', client.clientSecret],
			['live client', `${liveClient.clientId}, secret ${liveClient.clientSecret} (Account: Live)`],
			['partner id', client.partnerId],
			['quotes', quotes.map(({ id }) => id).join(' ')],
		],
		views: ['quotes'],
		close,
	};
};
