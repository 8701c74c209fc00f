import type { IDataObject, INodeParameters, INodeType, IPollFunctions } from 'n8n-workflow';

import type { Engine } from '../n8nEngine/n8nEngine';

/**
 * n8n 2.41 with one published workflow that begins with a polling trigger, under its durable scheduler, as
 * `poll-trigger-task-handler.js` has it: each poll has a context of its own, with the static data as the database has it then,
 * and a time after which it is given up with all it found. There is a poll at activation only where a schedule is new.
 */
export class ScheduledPolls {
	/** What started executions, the items of each. */
	readonly executions: IDataObject[][] = [];
	/** What polls threw, or told beside their items. */
	readonly errors: Error[] = [];
	/** The static data in the database. */
	saved = '{}';

	constructor(
		private readonly engine: Engine,
		private readonly nodeType: INodeType,
		public parameters: INodeParameters = {},
		public budgetMs = 36_000,
	) {}

	/** Items of all executions so far. */
	get items(): IDataObject[] {
		return this.executions.flat();
	}

	/** One poll. @param savesAfter when n8n has saved what it handed out; never where it was given up */
	async poll(savesAfter: Promise<void> | 'given up' = Promise.resolve()): Promise<void> {
		const staticData = JSON.parse(this.saved) as IDataObject;
		const errors: Error[] = [];
		const context = this.engine.pollContext({ parameters: this.parameters, staticData, activation: 'update', emitError: (error) => errors.push(error) });
		const budgeted = Object.assign(context as IPollFunctions & { getPollBudgetMs?: () => number }, { getPollBudgetMs: () => this.budgetMs });
		try {
			const outputs = await this.nodeType.poll!.call(budgeted);
			if (savesAfter === 'given up') return;
			this.errors.push(...errors);
			if (outputs === null) return;
			this.executions.push((outputs[0] ?? []).map(({ json }) => json));
			const saved = JSON.stringify(staticData);
			void savesAfter.then(() => (this.saved = saved));
			await Promise.resolve();
		} catch (error) {
			if (savesAfter !== 'given up') this.errors.push(...errors, error as Error);
		}
	}
}
