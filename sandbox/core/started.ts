/** A sandbox that `npm run sandbox` has started, and what a person needs to know of it. */
export interface Started {
	readonly url: string;
	/** Such as its client, and what there is to ask for. */
	readonly facts: ReadonlyArray<readonly [name: string, value: string]>;
	/** What can be seen of this partner alone, below the control's address. */
	readonly views: readonly string[];
	close(): Promise<void>;
}

/** What of the command line reaches a partner's sandbox. */
export interface StartOptions {
	readonly port: number;
	readonly latencyMs: number;
	readonly webhookUrl: string | null;
	readonly eventDelayMs: number;
}

/** What `sandbox/<partner>/start.ts` exports as `start`. */
export type Start = (options: StartOptions) => Promise<Started>;
