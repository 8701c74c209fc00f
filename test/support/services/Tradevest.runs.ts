import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';

import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import { demoCompany } from '../../../sandbox/tradevest/data/companies';
import { demoDirectorId } from '../../../sandbox/tradevest/data/people';
import { tradevestEngine } from '../n8nEngine/tradevestEngine';
import { EVENTS, IDS } from './Tradevest.examples';
import type { ExampleRuns, ExampleWorld } from './exampleRuns';

/** The demo customer has its accounts with money on them, an order of each kind, and what comes of those. */
export async function begin(): Promise<ExampleWorld> {
	const sandbox = await startTradevestSandbox({ orderStepMs: 0, allowsHttpWebhooks: true, missingHoldsUnregistered: true });
	const ids = new Map<string, string>();
	return { engine: tradevestEngine(sandbox), sandbox, ids, prepare: async (run) => await prepare(sandbox, run, ids) };
}

/** @param ids filled in: what the sandbox gave in the place of `IDS` */
export async function prepare(sandbox: TradevestSandbox, run: ExampleRuns['run'], ids: Map<string, string>): Promise<void> {
	const made = async (name: string, id: string, placeholder: string, changes: IDataObject = {}): Promise<void> => {
		const { items, error } = await run(name, changes);
		if (error) throw error;
		ids.set(placeholder, String(items?.[0]?.json[id]));
	};
	await made('product.open', 'customerProductId', IDS.cash, { productCode: 'BALANCE_ACCOUNT' });
	await made('product.open', 'customerProductId', IDS.depository, { productCode: 'DEPOSITORY_ACCOUNT' });
	await made('product.open', 'customerProductId', IDS.wallet, { productCode: 'CURRENCY_WALLET' });
	await made('product.open', 'customerProductId', IDS.ofCompany, { customerId: demoCompany.customerId, options: { requestorId: demoDirectorId } });
	await run('naturalPerson.update', { updateFields: { profession: 'Baker' } });
	await run('transfer.simulateIncoming', { amount: '5000.00', reference: 'First deposit' });
	await made('securitiesOrder.create', 'orderId', IDS.securitiesOrder, { externalId: 'before-1' });
	await made('cryptoOrder.create', 'orderId', IDS.cryptoOrder, { externalId: 'before-2' });
	await made('tokenizedOrder.create', 'orderId', IDS.tokenizedOrder, { externalId: 'before-3' });
	await made('transfer.create', 'transferId', IDS.transfer, { body: { customerProductId: ids.get(IDS.cash), amount: 5, reference: 'before' } });
	await made('taxExemption.create', 'taxExemptionOrderId', IDS.taxExemption, { fsaAmount: '100.00' });
	await made('savingsPlan.create', 'savingPlanId', IDS.savingsPlan, { externalId: 'before-4' });
	ids.set(IDS.transaction, sandbox.transactions()[0]?.transactionId ?? '');
	await register(sandbox);
}

/** Registers a receiver that is never called. */
async function register({ url, client }: TradevestSandbox): Promise<void> {
	const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret });
	const { data } = await axios.post<{ access_token: string }>(`${url}/oauth2/token`, form);
	const headers = { Authorization: `Bearer ${data.access_token}` };
	for (const eventType of EVENTS) await axios.post(`${url}/webhooks`, { eventType, url: 'http://127.0.0.1:9/never', headers: [{ name: 'x-secret', value: 'not-shown' }] }, { headers });
}
