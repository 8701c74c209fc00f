import { startTradevestSandbox, type TradevestSandbox } from '../../../sandbox/tradevest';
import { demoCompany } from '../../../sandbox/tradevest/data/companies';
import { partnerDocuments } from '../../../sandbox/tradevest/data/partnerDocuments';
import { demoCustomer, demoDirectorId, newcomerId } from '../../../sandbox/tradevest/data/people';
import type { Engine } from '../../support/n8nEngine/n8nEngine';
import { tradevestEngine } from '../../support/n8nEngine/tradevestEngine';
import { EXAMPLE_FILES, withIds } from '../../support/services/exampleRuns';
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
	return await engine.run({ items: [{}], binaries: [EXAMPLE_FILES], parameters: withIds({ resource, operation, options: {}, ...EXAMPLES[name], ...changes }, ids) as never });
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

	/** Makes the newcomer of the sandbox complete, as far as this says: the customer, a certificate, the terms. @returns what is wrong by the check */
	async function checked(changes: object = {}) {
		const { items } = await run('onboarding.check', changes);
		return items[0]?.json;
	}

	async function almostComplete() {
		await make(async (name, changes = {}) => await run(name, changes), ids, ['newPerson', 'newCustomer']);
		const person = { naturalPersonId: ids.get(IDS.newPerson) };
		await run('document.upload', { resourceId: person.naturalPersonId, type: 'IDENTIFICATION_CERTIFICATE' });
		await run('document.sign', { ...person, customerId: ids.get(IDS.newCustomer) });
		return person;
	}

	it('does not tell a customer as complete of whom nothing shows an identification, and the onboarding fails', async () => {
		await almostComplete();
		expect(await checked()).toMatchObject({ isComplete: null, missing: [], notKnown: [expect.stringContaining('was identified') as string, expect.stringContaining('data privacy policy') as string] });
	});

	it('misses nothing once the person is identified, names what no call shows, and does not tell it as complete', async () => {
		await run('naturalPerson.addIdentification', await almostComplete());
		expect(await checked()).toMatchObject({ isComplete: null, missing: [], notKnown: [expect.stringContaining('data privacy policy') as string] });
	});

	it('does not take an earlier version of the terms for the one that holds', async () => {
		const person = await almostComplete();
		await run('naturalPerson.addIdentification', person);
		const signed = (partnerDocumentId: string) => sandbox.control.fault({ operationId: 'getCustomer', kind: 'patch', merge: { signedDocumentsRelatedToCustomer: [{ partnerDocumentId, documentType: 'TERMS_AND_CONDITIONS', version: 1 }] } });
		const [earlier, valid] = partnerDocuments;
		signed(earlier!.documentId);
		expect(await checked()).toMatchObject({ isComplete: false, missing: [expect.stringContaining(`another version (${valid!.documentId} is to be)`) as string] });
	});

	it('is complete of somebody who was looked at before, where nothing is missing', async () => {
		await run('document.sign', { naturalPersonId: demoCustomer.naturalPersonId, customerId: demoCustomer.customerId });
		sandbox.control.fault({ operationId: 'getCustomer', kind: 'patch', merge: { customerStatus: 'CREATED' } });
		expect(await checked({ customerId: demoCustomer.customerId })).toMatchObject({ isComplete: true, missing: [], notKnown: [] });
	});

	it.each([
		['REVIEW', 'Ole Lorenz is REVIEW, and must be CREATED or ACTIVE'],
		['REJECTED', 'Ole Lorenz is REJECTED, and must be CREATED or ACTIVE'],
		['SUSPENDED_COMPLIANCE', 'Ole Lorenz is SUSPENDED_COMPLIANCE, and must be CREATED or ACTIVE'],
	])('names a person in status %s', async (status, words) => {
		await run('naturalPerson.addIdentification', await almostComplete());
		sandbox.control.fault({ operationId: 'getNaturalPerson', kind: 'patch', merge: { status } });
		expect(await checked()).toMatchObject({ isComplete: false, missing: expect.arrayContaining([words]) as string[] });
	});

	it('counts no document that does not hold any more, or was only received', async () => {
		await run('naturalPerson.addIdentification', await almostComplete());
		const listed = (document: object) => sandbox.control.fault({ operationId: 'listDocuments', kind: 'answer', status: 200, body: { data: [{ documentId: 'd', type: 'IDENTIFICATION_CERTIFICATE', ...document }], pagination: { limit: 100 } } });
		listed({ status: 'APPROVED', validUntil: '2020-12-31' });
		expect(await checked()).toMatchObject({ isComplete: false, missing: ['IDENTIFICATION_CERTIFICATE of Ole Lorenz'] });
		listed({ status: 'RECEIVED' });
		expect(await checked()).toMatchObject({ isComplete: false, missing: ['IDENTIFICATION_CERTIFICATE of Ole Lorenz: one was received, and is not decided on yet'] });
	});

	it('looks at who acts for a person, too, as the onboarding does', async () => {
		await run('naturalPerson.addIdentification', await almostComplete());
		await run('proxy.create', { naturalPersonId: newcomerId, entityId: ids.get(IDS.newPerson) });
		expect(await checked()).toMatchObject({ isComplete: false, missing: expect.arrayContaining(['IDENTIFICATION_CERTIFICATE of Edda Brinkmann', 'an identification of Edda Brinkmann']) as string[] });
	});

	it('does not take a proxy that was refused for one who acts for the company', async () => {
		sandbox.control.fault({ operationId: 'listProxies', kind: 'answer', status: 200, body: { data: [{ proxyId: 'p', status: 'INVALID', entityId: demoCompany.legalEntityId, naturalPersonId: demoDirectorId }], pagination: { limit: 100 } } });
		expect(await checked({ customerId: demoCompany.customerId })).toMatchObject({ missing: expect.arrayContaining(['a proxy who acts for the company']) as string[] });
	});

	it('does not tell a company of a legal form that nobody knows as complete', async () => {
		await run('document.sign', { naturalPersonId: demoDirectorId, customerId: demoCompany.customerId, options: { requestorId: demoDirectorId } });
		sandbox.control.fault({ operationId: 'getCustomer', kind: 'patch', merge: { customerStatus: 'CREATED' } });
		sandbox.control.fault({ operationId: 'getLegalEntity', kind: 'patch', merge: { legalForm: 'GUILD' } });
		expect(await checked({ customerId: demoCompany.customerId })).toMatchObject({ isComplete: null, missing: [], notKnown: ['which documents a company of legal form GUILD needs'] });
	});

	it('names a requestor that Tradevest does not know among what is missing', async () => {
		const nobody = '11111111-2222-4333-8444-555555555555';
		expect(await checked({ customerId: demoCustomer.customerId, options: { requestorId: nobody } })).toMatchObject({ missing: expect.arrayContaining([`an active requestor: Tradevest knows no natural person ${nobody}`]) as string[] });
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
