import { startSuSandbox } from '../../../sandbox/su';
import { suEngine } from '../n8nEngine/suEngine';
import type { ExampleWorld } from './exampleRuns';

export async function begin(): Promise<ExampleWorld> {
	const sandbox = await startSuSandbox();
	return { engine: suEngine(sandbox), sandbox };
}
