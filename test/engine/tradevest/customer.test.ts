import { newcomerId, demoCustomer, demoDirectorId } from '../../../sandbox/tradevest/data/people';
import { itemOf, TradevestTrial, wordsOfRun } from './support';

/** Customer roles at Tradevest: an entity has one, which is made at most once and found again. */

const trial = new TradevestTrial();

describe('Customer: Create', () => {
	it('is told with its id, and the state that Tradevest decided on', async () => {
		expect(itemOf(await trial.run('customer.create'))).toEqual({ customerId: expect.any(String), status: 'CREATED', decided: true, alreadySubmitted: false, outcomeFrom: 'answer' });
		expect(trial.sandbox.control.requests('createCustomer')[0]).toMatchObject({ body: { entityId: newcomerId, refAccounts: [{ iban: 'DE89370400440532013000', type: 'PRIMARY' }], labels: ['retail', 'newsletter'] } });
	});

	it('finds the role that the entity has already, whoever made it, and sends nothing', async () => {
		const asItIs = { entityId: demoCustomer.naturalPersonId, labels: 'retail', refAccounts: { account: [{ iban: 'DE02120300000000202051', ownerName: 'Lena Maria Hartwig' }] } };
		expect(itemOf(await trial.run('customer.create', asItIs))).toMatchObject({ customerId: demoCustomer.customerId, status: 'ACTIVE', decided: true, alreadySubmitted: true, outcomeFrom: 'lookUp' });
		expect(trial.received('createCustomer')).toBe(0);
	});

	it('does not tell a role with other accounts and labels as the one that was asked for', async () => {
		const words = wordsOfRun(await trial.run('customer.create', { entityId: demoCustomer.naturalPersonId }));
		expect(words).toContain(`${demoCustomer.customerId} (with other reference accounts and labels)`);
		expect(words).toContain('Customer: Set Labels');
		expect(trial.received('createCustomer')).toBe(0);
	});

	it('a second item for the same entity with other content is not sent', async () => {
		await trial.run('customer.create');
		expect(wordsOfRun(await trial.run('customer.create', { labels: 'wholesale' }))).toMatch(/Not sent/);
		expect(trial.received('createCustomer')).toBe(1);
	});

	it('that Tradevest finds INVALID is an error with what to do, and may be made anew', async () => {
		trial.sandbox.control.change({ verdict: 'INVALID' });
		expect(wordsOfRun(await trial.run('customer.create'))).toMatch(/received it, and then made it INVALID.*Tradevest Trigger/s);
		trial.sandbox.control.change({ verdict: 'ACCEPTED' });
		expect(itemOf(await trial.run('customer.create', { options: { sendAgain: true } }))).toMatchObject({ status: 'CREATED', alreadySubmitted: false });
		expect(trial.received('createCustomer')).toBe(2);
	});

	it('that is not decided on in time is told as received', async () => {
		trial.sandbox.control.change({ decideAfterMs: 60_000 });
		expect(itemOf(await trial.run('customer.create'))).toMatchObject({ status: 'RECEIVED', decided: false });
	});

	it('in review is told as not decided', async () => {
		trial.sandbox.control.change({ verdict: 'REVIEW' });
		expect(itemOf(await trial.run('customer.create'))).toMatchObject({ status: 'REVIEW', decided: false });
	});

	it('with faulty fields names all of them, and sends nothing', async () => {
		const words = wordsOfRun(await trial.run('customer.create', { entityId: 'x', refAccounts: { account: [{ iban: 'DE89370400440532013001', ownerName: '', bic: 'no' }] } }));
		for (const label of ['Entity ID', 'Reference Accounts 1: IBAN', 'Reference Accounts 1: BIC', 'Reference Accounts 1: Owner Name']) expect(words).toContain(label);
		expect(trial.received('createCustomer') + trial.received('listCustomers')).toBe(0);
	});
});

describe('Customer: Set Labels', () => {
	it('tells that they are applied once they are read', async () => {
		expect(itemOf(await trial.run('customer.setLabels'))).toEqual({ customerId: demoCustomer.customerId, received: true, applied: true, status: 'ACTIVE' });
		expect(itemOf(await trial.run('customer.get'))).toMatchObject({ labels: ['retail', 'premium clients'] });
	});

	it('does not tell so where Tradevest refused them later', async () => {
		trial.sandbox.control.change({ changes: 'refused' });
		expect(itemOf(await trial.run('customer.setLabels'))).toMatchObject({ received: true, applied: null });
	});

	it('by somebody who may not is an error that says who may', async () => {
		expect(wordsOfRun(await trial.run('customer.setLabels', { options: { requestorId: demoDirectorId } }))).toMatch(/requestor must be a natural person in status ACTIVE/);
	});
});

describe('Customer: Get Many', () => {
	it('reads those of an entity, of a type, with a label', async () => {
		const filters = { entityId: demoCustomer.naturalPersonId, customerType: 'NATURAL_PERSON', label: 'retail', customerStatus: 'ACTIVE' };
		expect((await trial.run('customer.getAll', { filters })).items.map(({ json }) => json.customerId)).toEqual([demoCustomer.customerId]);
		expect((await trial.run('customer.getAll', { filters: { label: 'wholesale' } })).items).toEqual([]);
	});

	it('reads all pages, and no more than the limit', async () => {
		expect((await trial.run('customer.getAll')).items).toHaveLength(2);
		expect((await trial.run('customer.getAll', { returnAll: false, limit: 1 })).items).toHaveLength(1);
	});
});
