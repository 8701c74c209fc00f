import type { IDataObject } from 'n8n-workflow';

import type { ExampleOutcome } from './writesOfService';
import { EXAMPLES, IDS } from './XCoverElements.examples';

/** Runs an operation as its example has it, but for some parameters. */
type Run = (name: string, changes?: IDataObject) => Promise<ExampleOutcome>;

/** Makes one id of the examples, from those that are made already. */
type Making = (run: Run, ids: ReadonlyMap<string, string>) => Promise<string>;

/** How each id of the signed examples is made, in this order. */
const MAKING: Readonly<Record<Exclude<keyof typeof IDS, 'tokenCancellation'>, Making>> = {
	toCancel: async (run) => await booked(run, 'SHOP-1'),
	toCancelAfterPreview: async (run) => await booked(run, 'SHOP-2'),
	cancellation: async (run, ids) => await made(run, 'booking.previewCancellation', 'cancellation_id', { bookingId: ids.get(IDS.toCancelAfterPreview) }),
	renewal: async (run) => await made(run, 'renewal.quote', 'renewal_id'),
	update: async (run) => await made(run, 'booking.previewUpdate', 'update_id'),
};

/**
 * Makes in the sandbox what the signed examples speak of.
 * @param ids filled in: what the sandbox gave in the place of `IDS`
 * @param only the operation whose example is to work, as `resource.operation`; left out, all of them
 */
export async function makeIds(run: Run, ids: Map<string, string>, only?: string): Promise<void> {
	const wanted = JSON.stringify(only === undefined ? EXAMPLES : EXAMPLES[only]);
	for (const [id, making] of Object.entries(MAKING)) {
		const standIn = IDS[id as keyof typeof MAKING];
		if (wanted.includes(standIn)) ids.set(standIn, await making(run, ids));
	}
}

/** Makes an offer and confirms it. @returns the INS number of the booking */
async function booked(run: Run, partnerTransactionId: string): Promise<string> {
	const { id: offerId, products } = await outcome(run, 'offer.create', { partnerTransactionId });
	const [product] = products as IDataObject[];
	return await made(run, 'offer.confirm', 'id', { offerId, quotes: { quote: [{ id: product?.id }] }, partnerTransactionId });
}

/** @param member of the output that names it */
async function made(run: Run, name: string, member: string, changes?: IDataObject): Promise<string> {
	return String((await outcome(run, name, changes))[member]);
}

async function outcome(run: Run, name: string, changes?: IDataObject): Promise<IDataObject> {
	const { items, error } = await run(name, changes);
	if (error) throw error;
	return (items?.[0]?.json ?? {}) as IDataObject;
}
