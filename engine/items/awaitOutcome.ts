import type { IDataObject } from 'n8n-workflow';

import { isFailure, orFailure } from '../failure';
import type { LaterOutcome } from '../operation/laterOutcome';
import { pause } from '../transport/pause';
import type { Sender } from '../transport/sender';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;

/**
 * Waits until the partner has decided on a write that it took, or the time is over. What goes wrong with the reads changes nothing of what was
 * sent: then what was seen last is put out, or what the operation has for that.
 *
 * @param items what the write came to
 * @returns the output items
 * @throws Failure with which the partner decided against it
 */
export async function awaitOutcome<P>(later: LaterOutcome<P>, value: P, items: IDataObject[], sender: Sender): Promise<IDataObject[]> {
	const request = later.request(items, value);
	let leftMs = later.forMs(value);
	if (!request || leftMs <= 0) return items;
	let latest = later.unseen?.(items) ?? items;
	for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2)) {
		const answer = await orFailure(sender.repeat(request, 'read'));
		const seen = isFailure(answer) ? undefined : seenIn(() => later.seen(answer, items, value));
		if (seen?.refusal) throw seen.refusal;
		if (seen) latest = seen.items;
		if (seen?.isFinal || leftMs <= 0) return latest;
		const waitMs = Math.min(pauseMs, leftMs);
		leftMs -= waitMs;
		if (!(await pause(waitMs, () => sender.isCancelled()))) return latest;
	}
}

/** An answer that cannot be read tells nothing, whatever it breaks. */
function seenIn<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}
