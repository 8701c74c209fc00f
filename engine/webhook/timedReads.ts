import { sleep } from 'n8n-workflow';

import { runPool } from '../items/pool';
import type { HostContext } from '../transport/hostContext';
import { limitedContext } from '../transport/limitedContext';
import { createSender, type Sender } from '../transport/sender';
import type { SenderOptions } from '../transport/senderOptions';

/** Longest wait for the partner in all, in milliseconds. The partner waits as long for our answer, and nobody knows how long it does. */
const WITHIN_MS = 8_000;
/** A little later what is still under way is given up, with the waits between tries. */
const GIVE_UP_MS = WITHIN_MS + 250;
/** Reads at once, for an array of events. */
const CONCURRENCY = 5;

/**
 * Reads something at the partner for each event while the partner waits for the answer to them.
 *
 * @param begin gets the sender, and says how an event is looked up
 * @param tooLate stands for what was not read in time
 * @returns what was read, in the order of the events
 * @throws what reading throws, and what n8n throws where no credential is set
 */
export async function timedReads<E, R>(context: HostContext, options: SenderOptions, events: readonly E[], begin: (sender: Sender) => (event: E) => Promise<R>, tooLate: R): Promise<R[]> {
	const sender = await createSender(limitedContext(context, AbortSignal.timeout(GIVE_UP_MS)), { ...options, timeoutMs: WITHIN_MS });
	const read = begin(sender);
	const found = events.map(() => tooLate);
	const reading = runPool(events.length, CONCURRENCY, async (at) => {
		const event = events[at];
		if (event !== undefined) found[at] = await read(event);
	});
	await Promise.race([reading, sleep(WITHIN_MS)]);
	// What comes later changes nothing any more, and neither does its failure.
	reading.catch(() => undefined);
	return [...found];
}
