import { demoCustomer, demoVerificationId, newcomerId } from '../../../sandbox/tradevest/data/people';
import { itemOf, tellsWhereToLook, TradevestTrial, wordsOfRun } from './support';

/** What is done to a natural person at Tradevest: identified, reported dead, asked what it knows. */

const trial = new TradevestTrial();
const { naturalPersonId } = demoCustomer;

describe('Natural Person: Add Identification', () => {
	tellsWhereToLook(trial, { name: 'naturalPerson.addIdentification', operationId: 'addIdentification', words: /which shows one like it/ });

	it('is not told as applied: the person shows no number of a document, and one that was corrected looks the same', async () => {
		expect(itemOf(await trial.run('naturalPerson.addIdentification'))).toEqual({ naturalPersonId, status: 'ACTIVE', applied: null, alreadySubmitted: false, outcomeFrom: 'answer' });
		expect(itemOf(await trial.run('naturalPerson.addIdentification', { documentNumber: 'L01X00T48' }))).toMatchObject({ applied: null, alreadySubmitted: false });
		expect(trial.received('addIdentification')).toBe(2);
	});

	it('is the same in every execution, and sent again only where that is wanted', async () => {
		await trial.run('naturalPerson.addIdentification');
		expect(itemOf(await trial.run('naturalPerson.addIdentification', {}, trial.engine, '2'))).toMatchObject({ alreadySubmitted: true });
		expect(trial.received('addIdentification')).toBe(1);
		expect(itemOf(await trial.run('naturalPerson.addIdentification', { options: { sendAgain: true } }, trial.engine, '2'))).toMatchObject({ alreadySubmitted: false });
		expect(trial.received('addIdentification')).toBe(2);
	});

	it('goes to the other path where that is chosen', async () => {
		itemOf(await trial.run('naturalPerson.addIdentification', { options: { identificationPath: 'identifications' } }));
		expect([trial.received('addIdentification'), trial.received('addIdentificationInPlural')]).toEqual([0, 1]);
	});
});

describe('Natural Person: Start Video Identification', () => {
	tellsWhereToLook(trial, { name: 'naturalPerson.startVideoIdentification', operationId: 'startIdentificationVerification', words: /which may be it, or another one/ });

	it('puts out the link for the person as soon as it is there, though nothing is decided', async () => {
		trial.sandbox.control.change({ decideAfterMs: 300 });
		const item = itemOf(await trial.run('naturalPerson.startVideoIdentification', { options: { waitForOutcomeSeconds: 5 } }));
		expect(item).toMatchObject({ identificationVerificationId: expect.any(String), identificationUrl: expect.stringContaining('https://'), alreadySubmitted: false });
		expect(item?.status === 'PENDING' ? item.decided : !item?.decided).toBe(false);
	});

	it('is told without a link where there is none yet', async () => {
		trial.sandbox.control.change({ decideAfterMs: 60_000 });
		expect(itemOf(await trial.run('naturalPerson.startVideoIdentification'))).toMatchObject({ status: 'RECEIVED', decided: false, identificationUrl: null });
	});

	it('gives nobody a second link, unless that is wanted', async () => {
		itemOf(await trial.run('naturalPerson.startVideoIdentification'));
		expect(wordsOfRun(await trial.runElsewhere('naturalPerson.startVideoIdentification', { options: { redirectUrl: 'https://www.example.com/x' } }))).toMatch(/Get Identification reads its link/);
		expect(trial.received('startIdentificationVerification')).toBe(1);
		itemOf(await trial.runElsewhere('naturalPerson.startVideoIdentification', { options: { sendAgain: true } }));
		expect(trial.received('startIdentificationVerification')).toBe(2);
	});

	it('is not sent for who is not of age', async () => {
		const child = itemOf(await trial.run('naturalPerson.create', { firstName: 'Mia', birthDay: `${new Date().getUTCFullYear() - 10}-01-01` }))?.naturalPersonId;
		expect(wordsOfRun(await trial.run('naturalPerson.startVideoIdentification', { naturalPersonId: child ?? '' }))).toMatch(/must be a person of 18 years or more/);
		expect(trial.received('startIdentificationVerification')).toBe(0);
	});
});

describe('Natural Person: Get Identification', () => {
	it('reads one, and says who asks', async () => {
		expect(itemOf(await trial.run('naturalPerson.getIdentification'))).toMatchObject({ identificationVerificationId: demoVerificationId, status: 'APPROVED', identificationUrl: expect.any(String) });
	});
});

describe('Natural Person: Report Death', () => {
	it('is told as applied once the person shows the day', async () => {
		expect(itemOf(await trial.run('naturalPerson.reportDeath'))).toMatchObject({ naturalPersonId: newcomerId, applied: true, status: 'DECEASED' });
	});

	it('is not sent without the switch', async () => {
		expect(wordsOfRun(await trial.run('naturalPerson.reportDeath', { isDeathConfirmed: false }))).toMatch(/This Person Has Died/);
		expect(trial.received('updateNaturalPerson')).toBe(0);
	});
});

describe('Natural Person: Update', () => {
	it('never carries a day of death', async () => {
		itemOf(await trial.run('naturalPerson.update', { updateFields: { profession: 'Sailor', deathDay: '2026-02-20' } }));
		expect(trial.sandbox.control.requests('updateNaturalPerson')[0]).toMatchObject({ body: { profession: 'Sailor' } });
		expect(JSON.stringify(trial.sandbox.control.requests('updateNaturalPerson'))).not.toContain('deathDay');
	});

	it('tells that it is applied once it is read', async () => {
		expect(itemOf(await trial.run('naturalPerson.update'))).toMatchObject({ received: true, applied: true });
	});
});

describe('Natural Person: Set Trading Profile', () => {
	it('makes or changes it, and claims no more than that it was received', async () => {
		expect(itemOf(await trial.run('naturalPerson.setTradingProfile'))).toEqual({ naturalPersonId, received: true, applied: null });
		itemOf(await trial.run('naturalPerson.setTradingProfile', { method: 'PATCH' }));
		expect([trial.received('createTradingProfile'), trial.received('updateTradingProfile')]).toEqual([1, 1]);
	});

	it('is sent again where an answer is lost', async () => {
		trial.sandbox.control.fault({ operationId: 'createTradingProfile', kind: 'cut', when: 'after' });
		expect(itemOf(await trial.run('naturalPerson.setTradingProfile'))).toMatchObject({ received: true });
		expect(trial.received('createTradingProfile')).toBe(2);
	});
});
