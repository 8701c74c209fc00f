import { startXCoverElementsSandbox } from '../../../sandbox/xCoverElements';
import { xcoverEngine } from '../n8nEngine/xcoverEngine';
import type { ExampleRuns, ExampleWorld } from './exampleRuns';
import { IDS } from './XCoverElements.examples';

/** A sandbox of both kinds of access; a cancellation that can be confirmed is previewed in it. */
export async function begin(): Promise<ExampleWorld> {
	const sandbox = await startXCoverElementsSandbox();
	const ids = new Map<string, string>();
	const engines = { elements: xcoverEngine(sandbox, 'elements'), signature: xcoverEngine(sandbox, 'signature') };
	return {
		engine: ({ authentication }) => (authentication === 'elements' ? engines.elements : engines.signature),
		sandbox,
		ids,
		prepare: async (run) => await prepare(run, ids),
	};
}

async function prepare(run: ExampleRuns['run'], ids: Map<string, string>): Promise<void> {
	const { items, error } = await run('booking.previewCancellation');
	if (error) throw error;
	ids.set(IDS.cancellation, String(items[0]?.json.cancellation_id));
}
