import { sleep } from 'n8n-workflow';

const STEP_MS = 250;

/**
 * Waits in short steps, to see a cancelled execution: n8n 2.41 has no `sleepWithAbort` any more, 2.8 and 2.41 have `sleep`.
 *
 * @returns whether the time is over; false where the execution was stopped meanwhile
 */
export async function pause(waitMs: number, isCancelled: () => boolean): Promise<boolean> {
	for (let leftMs = waitMs; leftMs > 0; leftMs -= STEP_MS) {
		if (isCancelled()) return false;
		await sleep(Math.min(leftMs, STEP_MS));
	}
	return !isCancelled();
}
