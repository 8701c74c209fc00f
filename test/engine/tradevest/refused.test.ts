import type { IDataObject } from 'n8n-workflow';

import { demoCustomer, demoDirectorId } from '../../../sandbox/tradevest/data/people';
import { EXAMPLE_FILES, withIds } from '../../support/services/exampleRuns';
import { EXAMPLES } from '../../support/services/Tradevest.examples';
import { make } from '../../support/services/Tradevest.making';
import { TradevestTrial, wordsOfRun } from './support';

/** What Tradevest refuses, and what must not be sent: a person reads what is so, and what to do. */

const trial = new TradevestTrial({ orderStepMs: 0, allowsHttpWebhooks: true });
let ids: Map<string, string>;

beforeEach(() => {
	ids = new Map();
});

async function run(name: string, changes: IDataObject = {}, executionId?: string) {
	const [resource, operation] = name.split('.');
	const example = EXAMPLES[name] ?? {};
	const options = { timeoutMs: 1_000, lookUpSeconds: 1, waitForOutcomeSeconds: 1, ...(example.options as object | undefined), ...(changes.options as object | undefined) };
	const parameters = withIds({ resource, operation, ...example, ...changes, options }, ids) as never;
	return await trial.engine.run({ items: [{}], binaries: [EXAMPLE_FILES], parameters, ...(executionId === undefined ? {} : { executionId }) });
}

const prepare = async (...wanted: Parameters<typeof make>[2]) => await make(async (name, changes = {}) => await run(name, changes), ids, wanted);

describe('what came to nothing', () => {
	it.each([
		['naturalPerson.create', {}, 'createNaturalPerson', /give it another External ID/, /Send Even If/],
		['naturalPerson.create', { externalId: '' }, 'createNaturalPerson', /with other content it is another one.*Send Even If Already Sent.*another External ID/s, /give it another/],
		['customer.create', {}, 'createCustomer', /Send Even If Already Sent/, /External ID/],
		['legalEntity.addRepresentative', {}, 'createLegalRepresentative', /Send Even If Already Sent/, /External ID/],
		['legalEntity.addOwner', {}, 'createBeneficialOwner', /Send Even If Already Sent/, /External ID/],
		['proxy.create', {}, 'createProxy', /Send Even If Already Sent/, /External ID/],
		['product.open', {}, 'createCustomerProduct', /Send Even If Already Sent/, /External ID/],
		['jointPerson.create', {}, 'createJointPerson', /Send Even If Already Sent/, /External ID/],
		['offboarding.start', { options: { waitForOutcomeSeconds: 1 } }, 'startOffboarding', /start the workflow anew/, /External ID|Send Even If/],
	] as const)('%s %j is told with what to do, in words of its kind', async (name, changes, _operationId, words, never) => {
		trial.sandbox.control.change({ verdict: 'INVALID' });
		const told = wordsOfRun(await run(name, changes));
		expect(told).toContain('made it INVALID');
		expect(told).toMatch(words);
		expect(told.replace(/External ID np-2001|External ID n8n-[\w-]+/g, '')).not.toMatch(never);
	});

	it.each([
		['customer.create', { labels: 'corrected' }, 'createCustomer'],
		['legalEntity.addRepresentative', { birthPlace: 'Aurich' }, 'createLegalRepresentative'],
		['proxy.create', { validityType: 'UNLIMITED' }, 'createProxy'],
	])('%s with what was corrected is not told as there already, and goes out as the message says', async (name, corrected, operationId) => {
		trial.sandbox.control.change({ verdict: 'INVALID' });
		await run(name);
		trial.sandbox.control.change({ verdict: 'ACCEPTED' });
		expect(wordsOfRun(await run(name, corrected))).toMatch(/came to nothing.*Send Even If Already Sent/s);
		const { items, error } = await run(name, { ...corrected, options: { ...(EXAMPLES[name]?.options as object | undefined), sendAgain: true } }, 'another execution');
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ status: 'CREATED', alreadySubmitted: false });
		expect(trial.received(operationId)).toBe(2);
	});
});

it.each([
	['product.close', 'closeCustomerProduct'],
	['customer.setLabels', 'updateCustomer'],
	['document.sign', 'signDocument'],
	['naturalPerson.reportDeath', 'updateNaturalPerson'],
	['webhook.delete', 'deleteWebhook'],
	['customer.get', 'getCustomer'],
])('%s in conflict speaks of no External ID, as it has none', async (name, operationId) => {
	await prepare('ofCompany');
	trial.sandbox.control.fault({ operationId, kind: 'answer', status: 409, body: { message: 'Not possible in this state', responseType: 'CONFLICT', requestId: 'r-1' } });
	const words = wordsOfRun(await run(name));
	expect(words).toContain('Not possible in this state');
	expect(words).not.toContain('External ID');
});

describe('a requestor that is no ID', () => {
	it.each(['onboarding.start', 'customer.setLabels', 'onboarding.check', 'naturalPerson.getIdentification', 'document.sign'])('is named beside the other faults, and %s sends nothing', async (name) => {
		const before = JSON.stringify(trial.sandbox.control.counts().operations);
		expect(wordsOfRun(await run(name, { customerId: 'x', roleId: 'x', identificationVerificationId: 'x', options: { requestorId: 'the boss' } }))).toMatch(/2 fields.*Requestor ID: must be an ID|3 fields.*Requestor ID: must be an ID|fields need attention.*Requestor ID: must be an ID/s);
		expect(JSON.stringify(trial.sandbox.control.counts().operations)).toBe(before);
	});
});

describe('a day that has not come', () => {
	it.each([
		['naturalPerson.create', { birthDay: '2199-01-01' }, 'Birth Day', 'createNaturalPerson'],
		['legalEntity.addOwner', { birthDay: '2199-01-01' }, 'Birth Day', 'createBeneficialOwner'],
		['naturalPerson.addIdentification', { identificationDate: '2199-01-01' }, 'Identification Date', 'addIdentification'],
		['naturalPerson.addIdentification', { documentIssueDate: '2199-01-01', documentExpiryDate: '2199-02-01' }, 'Document Issue Date', 'addIdentification'],
		['legalEntity.create', { foundedOn: '2199-01-01' }, 'Founded On', 'createLegalEntity'],
		['legalEntity.create', { additionalFields: { registeredOn: '2199-01-01' } }, 'Registered On', 'createLegalEntity'],
		['legalEntity.update', { updateFields: { foundedOn: '2199-01-01' } }, 'Founded On', 'updateLegalEntity'],
	])('%s %j is refused before anything is sent', async (name, changes, field, operationId) => {
		expect(wordsOfRun(await run(name, changes))).toContain(`${field}: 2199-01-01 has not come yet`);
		expect(trial.received(operationId)).toBe(0);
	});
});

it('a natural person without a tax residency is refused before anything is sent: Tradevest wants one', async () => {
	expect(wordsOfRun(await run('naturalPerson.create', { taxDetails: {} }))).toContain('Tax Residencies: must have at least one entry');
	expect(trial.received('createNaturalPerson')).toBe(0);
});

it('a PDF of a byte too much is told with its bytes', async () => {
	const pdf = { mimeType: 'application/pdf', data: Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(6 * 1024 * 1024 - 4)]).toString('base64') };
	const result = await trial.engine.run({ items: [{}], binaries: [{ pdf }], parameters: { resource: 'document', operation: 'upload', ...EXAMPLES['document.upload'], options: {} } as never });
	expect(wordsOfRun(result)).toContain('must have at most 6 MB (6291456 bytes), and has 6291457 bytes');
	expect(trial.received('uploadDocument')).toBe(0);
});

describe('what is like it already', () => {
	it('a tax exemption of other years does not stop one, and one of the same does', async () => {
		const of = (year: number): IDataObject => ({ options: { fsaValidFrom: `${year}-01-01`, fsaValidUntil: `${year}-12-31` } });
		const next = new Date().getUTCFullYear() + 1;
		await run('taxExemption.create', of(next));
		expect((await run('taxExemption.create', of(next + 1))).error).toBeUndefined();
		expect(wordsOfRun(await run('taxExemption.create', { fsaAmount: '801', options: { fsaValidUntil: `${next + 1}-12-31` } }))).toMatch(/Not sent.*Valid From and Valid Until/s);
		expect(trial.received('createTaxExemptionOrder')).toBe(2);
	});

	it('a proxy that another n8n has made stops one, before anything is sent', async () => {
		await run('proxy.create');
		expect(wordsOfRun(await trial.runElsewhere('proxy.create'))).toMatch(/Not sent.*is a GENERAL_POWER_OF_ATTORNEY of the other already/s);
		expect(trial.received('createProxy')).toBe(1);
	});

	it('a customer role with the same account in another name is not told as the one that was asked for', async () => {
		const changes = { entityId: demoCustomer.naturalPersonId, labels: 'retail', refAccounts: { account: [{ iban: 'DE02120300000000202051', ownerName: 'Somebody Else' }] } };
		expect(wordsOfRun(await run('customer.create', changes))).toContain('with other reference accounts');
	});
});

describe('what may be repeated, and whose answer is lost', () => {
	it('an offboarding is told as taken back, though the second try finds it so', async () => {
		await prepare('offboarding');
		trial.sandbox.control.fault({ operationId: 'cancelOffboarding', kind: 'status', status: 500, when: 'after' });
		const { items, error } = await run('offboarding.cancel', { options: { requestorId: demoDirectorId } });
		expect(error).toBeUndefined();
		expect(items[0]?.json).toMatchObject({ applied: true, status: 'CANCELED' });
		expect(trial.received('cancelOffboarding')).toBe(2);
	});

	it('a webhook is told as deleted, though the second try does not find it; one that was never there is not', async () => {
		expect(wordsOfRun(await run('webhook.delete'))).toContain('404');
		trial.sandbox.control.fault({ operationId: 'deleteWebhook', kind: 'status', status: 500 });
		const { items } = await run('webhook.delete');
		expect(items[0]?.json).toEqual({ deleted: true, eventType: 'TRANSFER_NOTIFICATION' });
	});
});
