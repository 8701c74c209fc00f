import { resolve } from 'node:path';

import type { Scene } from '../../demo/scene';
import { runsOf } from '../../host';
import { Preloaded } from '../support/process/preloaded';
import { ended } from './measure';
import { sharesOf, type CpuProfile, type Shares } from './shares';
import { MEASURED } from './workflows';

const PROFILER = resolve(__dirname, 'profiler.cjs');

/** Makes profiles of one n8n. */
export class Profiler {
	private constructor(private readonly preloaded: Preloaded) {}

	static async make(): Promise<Profiler> {
		return new Profiler(await Preloaded.make(PROFILER));
	}

	/** What n8n has to be started with. */
	get env(): Record<string, string> {
		return this.preloaded.env;
	}

	/** Runs a workflow once more. @returns who used the processor while the measured node ran */
	async sharesOf({ n8n }: Pick<Scene, 'n8n'>, workflowId: string): Promise<Shares> {
		await this.preloaded.ask(n8n);
		const executionId = await ended({ n8n }, workflowId);
		const { error, profile, startedAt } = await this.preloaded.ask<{ startedAt?: number; error?: string; profile?: CpuProfile }>(n8n);
		if (!profile || startedAt === undefined) throw new Error(`n8n made no profile: ${error}`);
		const run = runsOf(await n8n.client.getExecution(executionId), MEASURED)[0];
		if (!run) throw new Error('The measured node did not run.');
		return sharesOf(profile, startedAt, { from: run.startTime, to: run.startTime + run.executionTime });
	}

	async close(): Promise<void> {
		await this.preloaded.close();
	}
}
