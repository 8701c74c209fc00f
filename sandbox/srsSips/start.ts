import { startSrsSipsSandbox } from '.';
import type { Start } from '../core/started';
import { branches } from './data/branches';
import { customers } from './data/customers';

export const start: Start = async (options) => {
	const { url, client, close } = await startSrsSipsSandbox(options);
	return {
		url,
		facts: [
			['client id', client.clientId],
			['client secret', client.clientSecret],
			['branches', branches.map(({ branchCode }) => branchCode).join(' ')],
			['customers', customers.map(({ customerCode, integrationKey }) => `${customerCode} (key ${integrationKey})`).join(', ')],
		],
		views: ['orders', 'deliveries'],
		close,
	};
};
