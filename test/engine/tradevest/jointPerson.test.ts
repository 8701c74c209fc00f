import { demoCustomer, newcomerId } from '../../../sandbox/tradevest/data/people';
import { itemOf, tellsWhereToLook, TradevestTrial, wordsOfRun } from './support';

/** Joint persons at Tradevest: two different persons of age, put together once. */

const trial = new TradevestTrial();

const CHILD = { birthDay: `${new Date().getUTCFullYear() - 10}-01-01`, firstName: 'Mia' };

describe('Joint Person: Create', () => {
	tellsWhereToLook(trial, { name: 'jointPerson.create', operationId: 'createJointPerson', words: /No call of Tradevest lists joint persons/ });

	it('is told with its id and state', async () => {
		expect(itemOf(await trial.run('jointPerson.create'))).toMatchObject({ jointPersonId: expect.any(String), status: 'CREATED', decided: true });
	});

	it('is not sent once more with the two the other way round', async () => {
		await trial.run('jointPerson.create');
		expect(wordsOfRun(await trial.run('jointPerson.create', { np1Id: newcomerId, np2Id: demoCustomer.naturalPersonId }))).toMatch(/the other way round/);
		expect(trial.received('createJointPerson')).toBe(1);
	});

	it('names who is not of age, and whom Tradevest does not know, and sends nothing', async () => {
		const child = itemOf(await trial.run('naturalPerson.create', CHILD))?.naturalPersonId;
		const words = wordsOfRun(await trial.run('jointPerson.create', { np1Id: child ?? '', np2Id: '00000000-0000-4000-8000-000000000000' }));
		expect(words).toMatch(/First Person ID: must be a person of 18 years or more/);
		expect(words).toMatch(/Second Person ID: must be a natural person at Tradevest/);
		expect(trial.received('createJointPerson')).toBe(0);
	});

	it('that Tradevest finds INVALID is an error with what to do', async () => {
		trial.sandbox.control.change({ verdict: 'INVALID' });
		expect(wordsOfRun(await trial.run('jointPerson.create'))).toMatch(/made it INVALID/);
	});
});

describe('Joint Person: Get', () => {
	it('reads who is together', async () => {
		expect(itemOf(await trial.run('jointPerson.get'))).toMatchObject({ np2Id: newcomerId, status: 'CREATED' });
	});
});
