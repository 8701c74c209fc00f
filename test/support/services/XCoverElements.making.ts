import type { IDataObject } from 'n8n-workflow';

import type { ExampleOutcome } from './writesOfService';
import { IDS } from './XCoverElements.examples';

/** Runs an operation as its example has it, but for some parameters. */
type Run = (name: string, changes?: IDataObject) => Promise<ExampleOutcome>;

type Changes = (ids: ReadonlyMap<string, string>) => IDataObject;

/** What an id of the examples is made by: the operation, the member of its output, and what differs from the example. In this order. */
const MAKING: Readonly<Record<Exclude<keyof typeof IDS, 'toCancel' | 'toCancelAfterPreview' | 'tokenCancellation'>, readonly [name: string, member: string, changes?: Changes]>> = {
	cancellation: ['booking.previewCancellation', 'cancellation_id', (ids) => ({ bookingId: ids.get(IDS.toCancelAfterPreview) })],
	renewal: ['renewal.quote', 'renewal_id'],
	update: ['booking.previewUpdate', 'update_id'],
};

/** Makes in the sandbox what the signed examples speak of. @param ids filled in: what the sandbox gave in the place of `IDS` */
export async function makeIds(run: Run, ids: Map<string, string>): Promise<void> {
	ids.set(IDS.toCancel, await booked(run, 'SHOP-1'));
	ids.set(IDS.toCancelAfterPreview, await booked(run, 'SHOP-2'));
	for (const [id, [name, member, changes]] of Object.entries(MAKING)) {
		const { [member]: made } = await outcome(run, name, changes?.(ids));
		ids.set(IDS[id as keyof typeof MAKING], String(made));
	}
}

/** Makes an offer and confirms it. @returns the INS number of the booking */
async function booked(run: Run, partnerTransactionId: string): Promise<string> {
	const { id: offerId, products } = await outcome(run, 'offer.create', { partnerTransactionId });
	const [product] = products as IDataObject[];
	const { id } = await outcome(run, 'offer.confirm', { offerId, quotes: { quote: [{ id: product?.id }] }, partnerTransactionId });
	return String(id);
}

async function outcome(run: Run, name: string, changes?: IDataObject): Promise<IDataObject> {
	const { items, error } = await run(name, changes);
	if (error) throw error;
	return (items?.[0]?.json ?? {}) as IDataObject;
}
