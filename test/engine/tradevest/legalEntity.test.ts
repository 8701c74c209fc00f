import { demoCompany } from '../../../sandbox/tradevest/data/companies';
import { itemOf, tellsWhereToLook, TradevestTrial, wordsOfRun } from './support';

/** Companies at Tradevest and who belongs to them: made at most once, and nobody twice. */

const trial = new TradevestTrial();

describe('Legal Entity: Create', () => {
	tellsWhereToLook(trial, { name: 'legalEntity.create', operationId: 'createLegalEntity', words: /No call of Tradevest lists companies/ });

	it('is told with its id, External ID and state, and amounts go out digit by digit', async () => {
		expect(itemOf(await trial.run('legalEntity.create'))).toMatchObject({ legalEntityId: expect.any(String), externalId: 'le-2001', status: 'CREATED', decided: true });
		expect(JSON.stringify(trial.sandbox.control.requests('createLegalEntity'))).toContain('-1200.5');
	});

	it('gets an External ID of its content, the same for the same content', async () => {
		const { externalId } = itemOf(await trial.run('legalEntity.create', { externalId: '' })) ?? {};
		expect(externalId).toMatch(/^n8n-[\w-]{24}$/);
		expect(itemOf(await trial.runInNewProcess('legalEntity.create', { externalId: '', legalName: 'Voss Segel GmbH' }))?.externalId).not.toBe(externalId);
	});

	it('under an External ID that is taken is told so', async () => {
		expect(wordsOfRun(await trial.run('legalEntity.create', { externalId: 'le-1001' }))).toMatch(/External ID stays taken for ever/);
	});

	it('that Tradevest finds INVALID is an error with what to do', async () => {
		trial.sandbox.control.change({ verdict: 'INVALID' });
		expect(wordsOfRun(await trial.run('legalEntity.create'))).toMatch(/made it INVALID.*Correct what it was refused for/s);
	});

	it('with faulty fields names all of them, and sends nothing', async () => {
		const words = wordsOfRun(await trial.run('legalEntity.create', { legalName: ' ', registerCountry: 'Germany', foundedOn: 'once', additionalFields: { vatId: 'DE1', averageRevenue: '-1' } }));
		for (const label of ['Legal Name', 'Register Country', 'Founded On', 'VAT ID', 'Average Revenue']) expect(words).toContain(label);
		expect(trial.received('createLegalEntity')).toBe(0);
	});
});

describe('Legal Entity: Update', () => {
	it('tells that it is applied once all of it is read, whatever zeros an amount ends in', async () => {
		expect(itemOf(await trial.run('legalEntity.update'))).toMatchObject({ legalEntityId: demoCompany.legalEntityId, received: true, applied: true });
	});

	it('does not tell so where Tradevest refused it later', async () => {
		trial.sandbox.control.change({ changes: 'refused' });
		expect(itemOf(await trial.run('legalEntity.update'))).toMatchObject({ received: true, applied: null });
	});
});

describe.each([
	{ name: 'legalEntity.addRepresentative', operationId: 'createLegalRepresentative', list: 'listLegalRepresentatives', id: 'legalRepresentativeId', what: 'legal representative' },
	{ name: 'legalEntity.addOwner', operationId: 'createBeneficialOwner', list: 'listBeneficialOwners', id: 'beneficialOwnerId', what: 'beneficial owner' },
])('$name', ({ name, operationId, list, id, what }) => {
	tellsWhereToLook(trial, { name, operationId, words: /which may be it, or another one/ });

	it('is told with the state that the list of the company shows', async () => {
		expect(itemOf(await trial.run(name))).toEqual({ [id]: expect.any(String), status: 'CREATED', decided: true, alreadySubmitted: false, outcomeFrom: 'answer' });
	});

	it('does not add somebody of the same name and birth day once more, unless that is wanted', async () => {
		itemOf(await trial.run(name));
		expect(wordsOfRun(await trial.runElsewhere(name, { birthPlace: 'Leer' }))).toContain(`has a ${what} of this name and birth day already`);
		expect(trial.received(operationId)).toBe(1);
		expect(itemOf(await trial.runElsewhere(name, { options: { sendAgain: true } }))).toMatchObject({ status: 'CREATED', alreadySubmitted: false });
		expect(trial.received(operationId)).toBe(2);
	});

	it('adds another one of the same name', async () => {
		await trial.run(name);
		expect(itemOf(await trial.run(name, { birthDay: '1999-09-09' }))).toMatchObject({ status: 'CREATED', alreadySubmitted: false });
	});

	it('is not sent where the list cannot be read', async () => {
		trial.sandbox.control.fault({ operationId: list, kind: 'status', status: 500, times: 20 });
		expect(wordsOfRun(await trial.run(name))).toMatch(/Not sent/);
		expect(trial.received(operationId)).toBe(0);
	});

	it('that Tradevest finds INVALID is an error with what to do', async () => {
		trial.sandbox.control.change({ verdict: 'INVALID' });
		expect(wordsOfRun(await trial.run(name))).toMatch(/made it INVALID/);
	});

	it('with faulty fields names all of them, and sends nothing', async () => {
		const words = wordsOfRun(await trial.run(name, { legalEntityId: 'x', firstName: ' ', birthDay: 'soon', taxDetails: { taxDetail: [{ taxResidency: 'FR' }] } }));
		for (const label of ['Legal Entity ID', 'First Name', 'Birth Day', 'Tax Residencies 1: Tax ID']) expect(words).toContain(label);
		expect(trial.received(operationId) + trial.received(list)).toBe(0);
	});
});
