import type { IDataObject, INodeParameters, INodeType, IPollFunctions, WorkflowActivateMode } from 'n8n-workflow';

import type { Engine } from '../n8nEngine/n8nEngine';

/**
 * n8n with one published workflow that begins with a polling trigger, as `active-workflow-manager.js` and
 * `active-workflows.js` of 2.8.4 have it: one poll at activation, whose errors stop the activation; the static data is
 * saved with what a poll returns and after an activation, and not after a poll that returns nothing.
 */
export class PollHost {
	/** What started executions, the items of each. */
	readonly executions: IDataObject[][] = [];
	/** What polls on schedule threw, or told beside their items. */
	readonly errors: Error[] = [];
	/** The static data in the database. */
	saved = '{}';
	private context?: IPollFunctions;
	private staticData: IDataObject = {};

	constructor(
		private readonly engine: Engine,
		private readonly nodeType: INodeType,
		public parameters: INodeParameters = {},
	) {}

	/** What publishing does, and a start of n8n with `init`. @throws what the poll throws */
	async activate(activation: WorkflowActivateMode = 'activate'): Promise<void> {
		this.staticData = JSON.parse(this.saved) as IDataObject;
		this.context = this.engine.pollContext({
			parameters: this.parameters,
			staticData: this.staticData,
			activation,
			emitError: (error) => this.errors.push(error),
		});
		this.emit(await this.call(this.context));
		this.save();
	}

	/** A poll on schedule. */
	async poll(): Promise<void> {
		if (!this.context) throw new Error('Nothing is active');
		try {
			this.emit(await this.call(this.context));
		} catch (error) {
			this.errors.push(error as Error);
		}
	}

	/** n8n ends, and starts again with what is in its database. */
	async restart(): Promise<void> {
		await this.activate('init');
	}

	/** A run by hand in the editor. */
	async runByHand(): Promise<IDataObject[] | null> {
		const staticData = JSON.parse(this.saved) as IDataObject;
		const before = JSON.stringify(staticData);
		const context = this.engine.pollContext({ parameters: this.parameters, staticData, mode: 'manual', activation: 'manual' });
		const items = await this.call(context);
		if (JSON.stringify(staticData) !== before) throw new Error('A run by hand has changed the static data');
		return items;
	}

	/** Items of all executions so far. */
	get items(): IDataObject[] {
		return this.executions.flat();
	}

	private async call(context: IPollFunctions): Promise<IDataObject[] | null> {
		const outputs = await this.nodeType.poll!.call(context);
		return outputs && (outputs[0] ?? []).map(({ json }) => json);
	}

	private emit(items: IDataObject[] | null): void {
		if (items === null) return;
		this.save();
		this.executions.push(items);
	}

	private save(): void {
		this.saved = JSON.stringify(this.staticData);
	}
}
