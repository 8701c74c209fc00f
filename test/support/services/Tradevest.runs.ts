import axios from 'axios';

import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import { demoCustomer } from '../../../sandbox/tradevest/data/people';
import { tradevestEngine } from '../n8nEngine/tradevestEngine';
import { EVENTS, IDS } from './Tradevest.examples';
import { make } from './Tradevest.making';
import type { ExampleRuns, ExampleWorld } from './exampleRuns';

/** The demo customer has its accounts with money on them, an order of each kind, and what comes of those. */
export async function begin(): Promise<ExampleWorld> {
	const sandbox = await startTradevestSandbox({ orderStepMs: 0, allowsHttpWebhooks: true, missingHoldsUnregistered: true });
	const ids = new Map<string, string>();
	return { engine: tradevestEngine(sandbox), sandbox, ids, prepare: async (run) => await prepare(sandbox, run, ids) };
}

async function prepare(sandbox: TradevestSandbox, run: ExampleRuns['run'], ids: Map<string, string>): Promise<void> {
	await make(run, ids, ['cash', 'depository', 'wallet', 'ofCompany']);
	await run('naturalPerson.update', { updateFields: { profession: 'Baker' } });
	await run('transfer.simulateIncoming', { amount: '5000.00', reference: 'First deposit' });
	await make(run, ids, ['securitiesOrder', 'cryptoOrder', 'tokenizedOrder', 'transfer', 'taxExemption', 'savingsPlan', 'newPerson', 'newCustomer', 'onboarding', 'offboarding']);
	ids.set(IDS.transaction, sandbox.transactions()[0]?.transactionId ?? '');
	const headers = await signedIn(sandbox);
	await register(sandbox, headers);
	ids.set(IDS.document, await uploaded(sandbox, headers));
}

async function signedIn({ url, client }: TradevestSandbox): Promise<Record<string, string>> {
	const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: client.clientId, client_secret: client.clientSecret });
	const { data } = await axios.post<{ access_token: string }>(`${url}/oauth2/token`, form);
	return { Authorization: `Bearer ${data.access_token}`, 'Requestor-ID': demoCustomer.naturalPersonId };
}

/** Registers a receiver that is never called. */
async function register({ url }: TradevestSandbox, headers: Record<string, string>): Promise<void> {
	for (const eventType of EVENTS) await axios.post(`${url}/webhooks`, { eventType, url: 'http://127.0.0.1:9/never', headers: [{ name: 'x-secret', value: 'not-shown' }] }, { headers });
}

/** A document of the demo customer's person. @returns its id */
async function uploaded({ url }: TradevestSandbox, headers: Record<string, string>): Promise<string> {
	const form = new FormData();
	form.set('document', new Blob([JSON.stringify({ name: 'Proof', resourceType: 'NATURAL_PERSON', resourceId: demoCustomer.naturalPersonId, type: 'PROOF_OF_RESIDENCE' })], { type: 'application/json' }));
	form.set('file', new Blob(['%PDF-1.4 example'], { type: 'application/pdf' }), 'proof.pdf');
	const { data } = await axios.post<{ documentId: string }>(`${url}/v2/documents`, form, { headers });
	return data.documentId;
}
