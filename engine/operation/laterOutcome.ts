import type { IDataObject } from 'n8n-workflow';

import type { Failure } from '../failure';
import type { PartnerAnswer, PartnerRequest } from '../http/request';

/** What a look at a write shows that the partner took and decides on later. */
export interface SeenOutcome {
	/** Whether the partner has decided. */
	isFinal: boolean;
	/** Output items that tell it. */
	items: IDataObject[];
	/** That it decided against the write, and why. */
	refusal?: Failure;
}

/** How to learn what comes of a write that the partner takes first and decides on later. */
export interface LaterOutcome<P> {
	/** How long to wait for it, in milliseconds; 0 means not to look. */
	forMs(parameters: P): number;
	/**
	 * Reads what the write made or changed.
	 *
	 * @param items what the write came to
	 * @returns undefined where nothing of it can be read
	 */
	request(items: readonly IDataObject[], parameters: P): PartnerRequest | undefined;
	/** Output items where nothing was seen, be it that the read fails: what they came to before may not be so any more. Left out, that is told. */
	unseen?(items: readonly IDataObject[]): IDataObject[];
	/** What that read shows. It may throw anything for an answer that tells nothing. */
	seen(answer: PartnerAnswer, items: readonly IDataObject[], parameters: P): SeenOutcome;
}

/** An operation whose writes are decided on later. */
export interface DecidedLater<P> {
	readonly laterOutcome?: LaterOutcome<P>;
}
