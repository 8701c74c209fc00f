import type { IDataObject, IDeferredPromise, INodeParameters, INodeType, IPollFunctions, IRun, WorkflowActivateMode } from 'n8n-workflow';

import type { Engine } from '../n8nEngine/n8nEngine';

/** An execution that a poll started from within. */
export interface StartedExecution {
	items: IDataObject[];
	/** Ends it, so that whoever started it is told. */
	end(status: IRun['status'] | undefined): void;
	/** Ends it as n8n 2.41 tells of one that it could not store, or of one that a person stopped. */
	fail(error: Error): void;
}

/**
 * n8n with one published workflow whose polling trigger starts executions by itself, from within its polls, as `getExecutePollFunctions` of
 * `active-workflow-manager.js` (2.8.4) and `trigger-execution-context.factory.js` (2.41.1) have it: the static data is saved as an execution starts, and
 * the promise that comes with it is kept once it has ended.
 */
export class StartingPolls {
	readonly executions: StartedExecution[] = [];
	/** What polls threw, or told. */
	readonly errors: Error[] = [];
	readonly warnings: string[] = [];
	/** The static data in the database. */
	saved = '{}';
	/** How executions end by themselves; `never` where the test ends them. */
	ends: IRun['status'] | 'unstored' | 'never' = 'success';
	private context?: IPollFunctions;

	constructor(
		private readonly engine: Engine,
		private readonly nodeType: INodeType,
		public parameters: INodeParameters = {},
		private readonly node = 'node',
		private readonly budgetMs?: number,
	) {}

	/** A start of n8n, or a publication: from now on polls go on with what is in the database. */
	begin(activation: WorkflowActivateMode = 'activate'): this {
		const staticData = JSON.parse(this.saved) as IDataObject;
		const emit = (data: Array<Array<{ json: IDataObject }>>, _response?: unknown, done?: IDeferredPromise<IRun>) => {
			this.saved = JSON.stringify(staticData);
			const end = (status: IRun['status'] | undefined) => done?.resolve((status === undefined ? undefined : { status }) as IRun);
			this.executions.push({ items: (data[0] ?? []).map(({ json }) => json), end, fail: (error) => done?.reject(error) });
			if (this.ends === 'unstored') end(undefined);
			else if (this.ends !== 'never') end(this.ends);
		};
		const { pollTimes = { item: [{ mode: 'everyMinute' }] }, ...parameters } = this.parameters;
		const context = this.engine.pollContext({ parameters, staticData, activation, emit: emit as IPollFunctions['__emit'], emitError: (error) => this.errors.push(error) });
		const { id, ...node } = context.getNode();
		// n8n's own context lets nothing of it be replaced.
		const own = {
			// n8n adds this field to every polling trigger.
			getNodeParameter: (name: string, fallback: unknown) => (name === 'pollTimes' ? pollTimes : context.getNodeParameter(name, fallback)),
			getNode: () => ({ ...node, id: `${id}-${this.node}` }),
			logger: { ...context.logger, warn: (words: string) => this.warnings.push(words) },
			...(this.budgetMs === undefined ? {} : { getPollBudgetMs: () => this.budgetMs }),
		};
		this.context = Object.create(context, Object.getOwnPropertyDescriptors(own)) as IPollFunctions;
		return this;
	}

	/** A poll. */
	async poll(): Promise<void> {
		try {
			const outputs = await this.nodeType.poll!.call(this.context ?? this.begin().context!);
			if (outputs !== null) throw new Error('It has returned items as well');
		} catch (error) {
			this.errors.push(error as Error);
		}
	}

	/** A run by hand in the editor. */
	async runByHand(): Promise<IDataObject[] | null> {
		const context = this.engine.pollContext({ parameters: this.parameters, staticData: JSON.parse(this.saved) as IDataObject, mode: 'manual', activation: 'manual' });
		const outputs = await this.nodeType.poll!.call(context);
		return outputs && (outputs[0] ?? []).map(({ json }) => json);
	}

	/** Items of all executions so far. */
	get items(): IDataObject[] {
		return this.executions.flatMap(({ items }) => items);
	}
}
