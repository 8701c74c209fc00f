import { sleep } from 'n8n-workflow';

/** Shortest time between two calls that store, in milliseconds. */
export const STORE_EVERY_MS = 250;

/** The part of one call in storing what its process remembers. */
export interface StoreSlot {
	/** Whether this call has to store. Asked once, when its workflow has started. */
	isDue(): boolean;
	/** Gives the turn back where the call ends without having stored. */
	end(): void;
}

/**
 * Which calls of a process store what it remembers. Each could, but n8n writes to its database then, which costs a
 * quarter of its throughput. So in a burst one call in a while is held back to the end of that while, and stores for all
 * that have started until then. What is not stored yet is never older than that while.
 */
export class StoreThrottle {
	private storedAt = -Infinity;
	private isTaken = false;

	/** Takes part. The call that will store for the others waits here, at most `STORE_EVERY_MS`. */
	async take(): Promise<StoreSlot> {
		let isMine = !this.isTaken;
		if (isMine) {
			this.isTaken = true;
			const wait = this.storedAt + STORE_EVERY_MS - Date.now();
			// A clock that was set back must not hold a call up.
			if (wait > 0) await sleep(Math.min(wait, STORE_EVERY_MS));
		}
		const giveBack = (): void => {
			if (isMine) this.isTaken = false;
			isMine = false;
		};
		return {
			isDue: () => {
				// Another call is still to store, and will store what this one has started, too.
				if (!isMine && this.isTaken) return false;
				this.storedAt = Date.now();
				giveBack();
				return true;
			},
			end: giveBack,
		};
	}
}
