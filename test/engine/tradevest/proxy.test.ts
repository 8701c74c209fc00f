import { demoCompany } from '../../../sandbox/tradevest/data/companies';
import { demoCustomer, demoDirectorId } from '../../../sandbox/tradevest/data/people';
import { itemOf, tellsWhereToLook, TradevestTrial, wordsOfRun } from './support';

/** Who may act for whom at Tradevest. */

const trial = new TradevestTrial();

describe('Proxy: Create', () => {
	tellsWhereToLook(trial, { name: 'proxy.create', operationId: 'createProxy', words: /Proxy: Get Many/ });

	it('is told with its id, and the state that the list shows', async () => {
		expect(itemOf(await trial.run('proxy.create'))).toEqual({ proxyId: expect.any(String), status: 'CREATED', decided: true, alreadySubmitted: false, outcomeFrom: 'answer' });
	});

	it('that is there already is not sent', async () => {
		const signatory = { entityId: demoCompany.legalEntityId, entityType: 'LEGAL_ENTITY', proxyType: 'SIGNATORY', validityType: 'UNLIMITED', scopeType: 'INDIVIDUAL', options: { requestorId: demoDirectorId } };
		const words = wordsOfRun(await trial.run('proxy.create', signatory));
		expect(words).toMatch(/Not sent.*is a SIGNATORY of the other already/s);
		expect(trial.received('createProxy')).toBe(0);
		expect(words).not.toContain('External ID');
	});

	it('that Tradevest finds INVALID is an error with what to do', async () => {
		trial.sandbox.control.change({ verdict: 'INVALID' });
		expect(wordsOfRun(await trial.run('proxy.create'))).toMatch(/made it INVALID/);
	});

	it('that is not decided on in time is told as received', async () => {
		trial.sandbox.control.change({ decideAfterMs: 60_000 });
		expect(itemOf(await trial.run('proxy.create'))).toMatchObject({ status: 'RECEIVED', decided: false });
	});

	it('with faulty fields names all of them, and sends nothing', async () => {
		const words = wordsOfRun(await trial.run('proxy.create', { naturalPersonId: demoCustomer.naturalPersonId, proxyType: 'GUARDIAN', validityType: 'UNLIMITED' }));
		for (const label of ['Entity ID', 'Validity', 'Custody']) expect(words).toContain(label);
		expect(trial.received('createProxy')).toBe(0);
	});
});

describe('Proxy: Get Many', () => {
	it('reads who may act for whom', async () => {
		expect((await trial.run('proxy.getAll')).items.map(({ json }) => json)).toEqual([expect.objectContaining({ proxyId: demoCompany.proxyId, naturalPersonId: demoDirectorId, entityId: demoCompany.legalEntityId })]);
	});
});
