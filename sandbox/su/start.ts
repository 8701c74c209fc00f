import { startSuSandbox } from '.';
import type { Start } from '../core/started';
import { houses } from './data/properties';

export const start: Start = async ({ port, latencyMs }) => {
	const { url, client, close } = await startSuSandbox({ port, latencyMs });
	return {
		url,
		facts: [
			['domain', `${client.domain} (client-id ${client.clientId})`],
			['client-secret', client.clientSecret],
			['properties', houses.map(({ property }) => property.propertyid).join(' ')],
		],
		views: ['channelUpdates', 'updates', 'waiting', 'pushes', 'users'],
		close,
	};
};
