import type { IPollFunctions } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';

import { credentialTimedOut, pollBudget } from '../../../../engine/polling/pollBudget';
import { inTurn } from '../../../../engine/polling/pollTurns';

const contextOf = (workflow: string, budgetMs: number) =>
	({ getWorkflow: () => ({ id: workflow }), getNode: () => ({ id: 'node' }), getPollBudgetMs: () => budgetMs }) as unknown as IPollFunctions;

describe('the turns of the polls of one watch', () => {
	it('pass on from one that never ends when its time is over, and its end changes nothing then', async () => {
		const context = contextOf('stuck', 100);
		let end = () => {};
		const stuck = inTurn(context, pollBudget(context), async () => await new Promise<void>((resolve) => (end = resolve)));
		expect(await inTurn(context, pollBudget(context), async () => await Promise.resolve('looked'))).toBeNull();
		await sleep(150);
		const next = contextOf('stuck', 10_000);
		let ended = () => {};
		const looking = inTurn(next, pollBudget(next), async () => await new Promise<string>((resolve) => (ended = () => resolve('looked'))));
		end();
		await stuck;
		expect(await inTurn(next, pollBudget(next), async () => await Promise.resolve('beside it'))).toBeNull();
		ended();
		expect(await looking).toBe('looked');
	});

	it('give work that begins after the time is over no more of it', async () => {
		const time = pollBudget(contextOf('late', 20));
		await sleep(60);
		await expect(time.within(new Promise(() => undefined), () => credentialTimedOut('The partner'))).rejects.toThrow(/did not hand out the credential/);
	});
});
