import { createRequire } from 'node:module';
import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

import { TINY_PNG } from '../panels/tinyPng';
import type { Engine, NodeRun, NodeRunResult } from '../n8nEngine/n8nEngine';
import type { Counting } from '../n8nEngine/nodeRuns';
import type { ServiceUnderTest } from '.';

const load = createRequire(__filename);

/** What each item of an example has with it: the smallest PNG there is, in the field that n8n calls data, and what counts as a PDF. */
export const EXAMPLE_FILES: IBinaryKeyData = {
	data: { mimeType: 'image/png', data: TINY_PNG.toString('base64') },
	pdf: { mimeType: 'application/pdf', data: Buffer.from('%PDF-1.4 example').toString('base64') },
};

/** A new sandbox of a service, and an engine that runs its node against it. */
export interface ExampleWorld {
	/** Of a node with several kinds of access, the one that the parameters choose. */
	readonly engine: Engine | ((parameters: IDataObject) => Engine);
	readonly sandbox: Counting & { close(): Promise<void> };
	/** What stands in the place of ids of the examples that the sandbox gives only once it runs. */
	readonly ids?: ReadonlyMap<string, string>;
	/** Brings the sandbox to where the examples work, such as an order that was placed. Left out, it begins so. */
	prepare?(run: ExampleRuns['run']): Promise<void>;
}

/** A sandbox in which the examples of a service work, and an engine that runs them against it. */
export class ExampleRuns {
	private constructor(
		private readonly service: ServiceUnderTest,
		private readonly world: ExampleWorld,
	) {}

	/** How is said in `<Service>.runs.ts` beside this file, by `begin`. */
	static async begin(service: ServiceUnderTest): Promise<ExampleRuns> {
		const { begin } = load(`./${service.folder}.runs`) as { begin(): Promise<ExampleWorld> };
		const runs = new ExampleRuns(service, await begin());
		await runs.world.prepare?.(runs.run.bind(runs));
		return runs;
	}

	async end(): Promise<void> {
		await this.world.sandbox.close();
	}

	/** How many requests the sandbox got so far, calls for tokens left out. */
	requests(): number {
		const operations = Object.entries(this.world.sandbox.control.counts().operations).filter(([name]) => name !== 'getToken');
		return operations.reduce((sum, [, { received }]) => sum + received, 0);
	}

	/** @param name `resource.operation`, with what it is there for in brackets where there are several of the name */
	async run(name: string, changes: IDataObject = {}, settings: NodeRun['settings'] = {}): Promise<NodeRunResult> {
		const [, plain = '', variant] = /^(\S+)(?: \((.+)\))?$/.exec(name) ?? [];
		const [resource, operation] = plain.split('.');
		const examples = [this.service.examples[plain] ?? {}, ...(this.service.variants[plain] ?? [])];
		const example = variant === undefined ? examples[0] : examples.find((each) => Object.values(each).includes(variant));
		const parameters = withIds({ resource, operation, options: {}, ...example, ...changes }, this.world.ids);
		const { engine } = this.world;
		const chosen = typeof engine === 'function' ? engine(parameters as IDataObject) : engine;
		return await chosen.run({ items: [{}], binaries: [EXAMPLE_FILES], parameters: parameters as never, settings });
	}
}

/** Parameters with what stands in the place of ids. */
export function withIds(parameters: object, ids: ExampleWorld['ids'] = new Map()): object {
	let text = JSON.stringify(parameters);
	for (const [id, real] of ids) text = text.replaceAll(id, real);
	return JSON.parse(text) as object;
}
