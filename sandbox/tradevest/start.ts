import { startTradevestSandbox } from '.';
import type { Start } from '../core/started';
import { demoCompany } from './data/companies';
import { demoCustomer, demoDirectorId } from './data/people';

export const start: Start = async ({ port, latencyMs }) => {
	const { url, client, close } = await startTradevestSandbox({ port, latencyMs });
	return {
		url,
		facts: [
			['client id', client.clientId],
			['client secret', client.clientSecret],
			['customer', demoCustomer.customerId],
			['requestor', demoCustomer.naturalPersonId],
			['company', demoCompany.legalEntityId],
			['its requestor', demoDirectorId],
		],
		views: [
			'people', 'companies', 'jointPersons', 'representatives', 'owners', 'customers', 'proxies', 'documents', 'signatures', 'verifications', 'onboardings', 'offboardings',
			'products', 'tradingOrders', 'digitalOrders', 'tokenizedOrders', 'transfers', 'transactions', 'savingsPlans', 'taxExemptionOrders', 'notifications', 'webhooks', 'missing',
		],
		close,
	};
};
