import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import { demoCustomer } from '../../../sandbox/tradevest/data/people';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { tradevestEngine } from '../../support/n8nEngine/tradevestEngine';
import { EXAMPLES } from '../../support/services/Tradevest.examples';

/** Natural persons at Tradevest: made at most once, found again, and never told as done before Tradevest has decided. */

let sandbox: TradevestSandbox;
let engine: Engine;

beforeEach(async () => {
	sandbox = await startTradevestSandbox();
	engine = tradevestEngine(sandbox);
});

afterEach(async () => {
	await sandbox.close();
});

const received = (operationId: string) => sandbox.control.counts().operations[operationId]?.received ?? 0;

async function create(changes: Record<string, unknown> = {}, items = [{}]) {
	const parameters = { resource: 'naturalPerson', operation: 'create', options: {}, ...EXAMPLES['naturalPerson.create'], ...changes };
	return await engine.run({ items, parameters: parameters as never });
}

it('a person is made, and told with the state that Tradevest decided on', async () => {
	const { items } = await create();
	expect(items).toEqual([
		expect.objectContaining({ json: expect.objectContaining({ naturalPersonId: expect.any(String), externalId: 'np-2001', status: 'CREATED', decided: true, alreadySubmitted: false, outcomeFrom: 'answer' }) }),
	]);
});

it.each(['cut', 'silence'] as const)('an answer that is lost (%s) is looked up by the External ID, and nothing is sent again', async (kind) => {
	sandbox.control.fault({ operationId: 'createNaturalPerson', kind, when: 'after' });
	const { items } = await create({ options: { timeoutMs: 1_000 } });
	expect(items?.[0]?.json).toMatchObject({ externalId: 'np-2001', outcomeFrom: 'lookUp' });
	expect(received('createNaturalPerson')).toBe(1);
});

it('amounts go out with the digits that they have', async () => {
	await create({ additionalFields: { annualIncomeNet: '52000.00', availableAssets: 0.1 + 0.2 } });
	const [request] = sandbox.control.requests('createNaturalPerson');
	expect(JSON.stringify(request)).toContain('52000');
});

it('who acts is sent where the operation names somebody else', async () => {
	await engine.run({ items: [{}], parameters: { resource: 'product', operation: 'open', customerId: demoCustomer.customerId, productCode: 'WALLET', options: { requestorId: demoCustomer.naturalPersonId, waitForOutcomeSeconds: 0 } } as never });
	expect(received('createCustomerProduct')).toBe(1);
});
