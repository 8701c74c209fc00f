import { startXCoverElementsSandbox } from '../../../sandbox/xCoverElements';
import { xcoverEngine } from '../n8nEngine/xcoverEngine';
import type { ExampleWorld } from './exampleRuns';
import { makeIds } from './XCoverElements.making';

/** A sandbox of both kinds of access, and in it previews that can be confirmed. */
export async function begin(): Promise<ExampleWorld> {
	const sandbox = await startXCoverElementsSandbox();
	const ids = new Map<string, string>();
	const engines = { elements: xcoverEngine(sandbox, 'elements'), signature: xcoverEngine(sandbox, 'signature') };
	return {
		engine: ({ authentication }) => (authentication === 'elements' ? engines.elements : engines.signature),
		sandbox,
		ids,
		prepare: async (run) => await makeIds(run, ids),
	};
}
