import { startTradevestSandbox } from '../../../sandbox/tradevest';
import { tradevestEngine } from '../n8nEngine/tradevestEngine';
import type { ExampleWorld } from './exampleRuns';

export async function begin(): Promise<ExampleWorld> {
	const sandbox = await startTradevestSandbox();
	return { engine: tradevestEngine(sandbox), sandbox };
}
