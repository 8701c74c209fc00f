import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import { demoCompany } from '../../../sandbox/tradevest/data/companies';
import { demoCustomer, demoDirectorId } from '../../../sandbox/tradevest/data/people';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { tradevestEngine } from '../../support/n8nEngine/tradevestEngine';
import { withIds } from '../../support/services/exampleRuns';
import { EXAMPLES, IDS } from '../../support/services/Tradevest.examples';
import { make } from '../../support/services/Tradevest.making';

/** Onboardings and offboardings at Tradevest: what is missing is told before, and none is told as approved before Tradevest says so. */

let sandbox: TradevestSandbox;
let engine: Engine;
let ids: Map<string, string>;

beforeEach(async () => {
	sandbox = await startTradevestSandbox();
	engine = tradevestEngine(sandbox);
	ids = new Map();
});

afterEach(async () => {
	await sandbox.close();
});

async function run(name: string, changes: object = {}) {
	const [resource, operation] = name.split('.');
	return await engine.run({ items: [{}], parameters: withIds({ resource, operation, options: {}, ...EXAMPLES[name], ...changes }, ids) as never });
}

const received = (operationId: string) => sandbox.control.counts().operations[operationId]?.received ?? 0;

describe('Onboarding: Check', () => {
	it('names in one answer all that a new customer lacks, and what no call shows, and sends nothing', async () => {
		await make(async (name, changes = {}) => await run(name, changes), ids, ['newPerson', 'newCustomer']);
		const { items } = await run('onboarding.check');
		expect(items.map(({ json }) => json)).toEqual([
			{
				customerId: ids.get(IDS.newCustomer),
				customerStatus: 'CREATED',
				entityType: 'NATURAL_PERSON',
				isComplete: false,
				missing: ['IDENTIFICATION_CERTIFICATE of Ole Lorenz', 'an identification of Ole Lorenz', 'the terms and conditions, signed for the customer'],
				notKnown: ['whether Ole Lorenz has accepted the data privacy policy: no call shows it'],
			},
		]);
		expect(received('startOnboarding')).toBe(0);
	});

	it('asks of a company what its legal form needs', async () => {
		const { items } = await run('onboarding.check', { customerId: demoCompany.customerId });
		expect(items[0]?.json.missing).toEqual([
			'the customer is ACTIVE, and must be CREATED',
			'CURRENT_REGISTRY_EXTRACT or CHRONOLOGICAL_REGISTRY_EXTRACT of the company',
			'SHAREHOLDER_LIST of the company',
			'the terms and conditions, signed for the customer',
		]);
	});

	it('tells that the requestor is not active', async () => {
		const newcomer = 'a85e20f7-91cb-4d36-8b7a-4e61d3c09f25';
		const { items } = await run('onboarding.check', { customerId: demoCustomer.customerId, options: { requestorId: newcomer } });
		expect(items[0]?.json.missing).toContainEqual(`an active requestor: ${newcomer} is CREATED`);
	});

	it('fails where the customer is not known', async () => {
		const { error } = await run('onboarding.check', { customerId: demoDirectorId });
		expect(error?.message).toContain('404');
	});
});

describe('Onboarding: Start', () => {
	beforeEach(async () => await make(async (name, changes = {}) => await run(name, changes), ids, ['newPerson', 'newCustomer']));

	it('is told as created, and not as done, where nobody waits', async () => {
		const { items } = await run('onboarding.start', { options: { waitForOutcomeSeconds: 0 } });
		expect(items[0]?.json).toMatchObject({ status: 'CREATED', decided: false });
	});

	it('that came to nothing is an error, which says where the reason is told', async () => {
		const { error } = await run('onboarding.start', { options: { waitForOutcomeSeconds: 5 } });
		expect(`${error?.message} ${error?.description}`).toMatch(/INVALID.*webhook|INVALID.*web hook/s);
	});

	it('that is still looked at is told so', async () => {
		sandbox.control.change({ decideAfterMs: 600_000 });
		const { items } = await run('onboarding.start', { options: { waitForOutcomeSeconds: 1 } });
		expect(items[0]?.json).toMatchObject({ status: expect.stringMatching(/CREATED|PENDING/) as string, decided: false });
	});
});

describe('Offboarding: Start', () => {
	it('sends nothing where the ID was not typed in twice', async () => {
		const { error } = await run('offboarding.start', { confirmRoleId: demoCustomer.customerId });
		expect(error?.message).toContain('Confirm Role ID');
		expect(received('startOffboarding')).toBe(0);
	});

	it('an ordinary one can be taken back', async () => {
		await make(async (name, changes = {}) => await run(name, changes), ids, ['offboarding']);
		const { items } = await run('offboarding.cancel');
		expect(items[0]?.json).toMatchObject({ applied: true, status: 'CANCELED' });
	});
});
