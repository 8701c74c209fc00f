import type { IDataObject } from 'n8n-workflow';

import { startXCoverElementsSandbox } from '../../../sandbox/xCoverElements';
import { xcoverEngine } from '../n8nEngine/xcoverEngine';
import type { ExampleRuns, ExampleWorld } from './exampleRuns';
import { IDS } from './XCoverElements.examples';

/** A sandbox of both kinds of access, and in it previews that can be confirmed. */
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

type Changes = (ids: ReadonlyMap<string, string>) => IDataObject;

/** What an id of the examples is made by: the operation, the member of its output, and what differs from the example. In this order. */
const MAKING: Readonly<Record<Exclude<keyof typeof IDS, 'toCancel' | 'toCancelAfterPreview'>, readonly [name: string, member: string, changes?: Changes]>> = {
	cancellation: ['booking.previewCancellation', 'cancellation_id', (ids) => ({ bookingId: ids.get(IDS.toCancelAfterPreview) })],
	renewal: ['renewal.quote', 'renewal_id'],
	update: ['booking.previewUpdate', 'update_id'],
};

async function prepare(run: ExampleRuns['run'], ids: Map<string, string>): Promise<void> {
	ids.set(IDS.toCancel, await booked(run, 'SHOP-1'));
	ids.set(IDS.toCancelAfterPreview, await booked(run, 'SHOP-2'));
	for (const [id, [name, member, changes]] of Object.entries(MAKING)) {
		const { [member]: made } = await outcome(run, name, changes?.(ids));
		ids.set(IDS[id as keyof typeof MAKING], String(made));
	}
}

/** Makes an offer and confirms it. @returns the INS number of the booking */
async function booked(run: ExampleRuns['run'], partnerTransactionId: string): Promise<string> {
	const { id: offerId, products } = await outcome(run, 'offer.create', { partnerTransactionId });
	const [product] = products as IDataObject[];
	const { id } = await outcome(run, 'offer.confirm', { offerId, quotes: { quote: [{ id: product?.id }] }, partnerTransactionId });
	return String(id);
}

async function outcome(run: ExampleRuns['run'], name: string, changes?: IDataObject): Promise<IDataObject> {
	const { items, error } = await run(name, changes);
	if (error) throw error;
	return items[0]?.json ?? {};
}
