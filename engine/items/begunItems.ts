import { isFailure, type Failure } from '../failure';
import { ItemFailure } from './itemsRun';

/** An item that a run had begun, and that failed. */
interface Failed {
	/** Of the input item. */
	index: number;
	/** How a person finds the write. */
	label: string;
	failure: Failure;
}

/** Failures that are told beside the first. A pool has no more than a few. */
const MOST_NAMED_FAILURES = 5;

/** What became of the items that were under way, or over, when one of them stopped the run. */
export class Begun {
	/** How a person finds what was carried out, in the order in which it was done. */
	readonly done: string[] = [];
	private readonly failed: Failed[] = [];

	/** @param numberOf what a person calls the item at an index */
	constructor(private readonly numberOf: (index: number) => number) {}

	/** Notes a failure; what is none of ours is left. */
	note(index: number, label: string, error: unknown): void {
		const failure = error instanceof ItemFailure ? error.failure : error;
		if (isFailure(failure)) this.failed.push({ index, label, failure });
	}

	/**
	 * What stops the node. It is all that a person gets to see, since n8n drops a stopped node's output: so what nobody knows the outcome
	 * of comes first, whatever else failed, and what was done is named.
	 *
	 * @param error with which the run ended
	 */
	told(error: unknown): unknown {
		const unknown = this.failed.filter(({ failure }) => failure.kind === 'unknownOutcome').sort((a, b) => a.index - b.index);
		const stopped = stopsFor(error, unknown[0]);
		if (!(stopped instanceof ItemFailure)) return stopped;
		const { failure } = stopped;
		const others = this.failed.filter((other) => other.failure !== failure && !unknown.includes(other) && other.failure.kind !== 'cancelled');
		const further = [...completedItems(this.done), ...this.failedToo(others)];
		if (further.length === 0 && unknown.length === 0) return stopped;
		const advice = [ofThisItem(failure.details.advice), ...further].join(' ');
		return new ItemFailure(stopped.itemIndex, failure.retold({ message: messageOf(failure, unknown), advice }));
	}

	private failedToo(others: readonly Failed[]): string[] {
		const more = others.length > MOST_NAMED_FAILURES ? [`So did ${others.length - MOST_NAMED_FAILURES} more.`] : [];
		return [...others.slice(0, MOST_NAMED_FAILURES).map(({ index, failure }) => `Item ${this.numberOf(index)} failed, too: ${failure.message}.`), ...more];
	}
}

/** A run that a person stopped stays stopped: n8n knows it by its words. Else an unknown outcome outranks every other failure. */
function stopsFor(error: unknown, unknown: Failed | undefined): unknown {
	const isStopped = error instanceof ItemFailure && error.failure.kind === 'cancelled';
	return unknown === undefined || isStopped ? error : new ItemFailure(unknown.index, unknown.failure);
}

function messageOf(failure: Failure, unknown: readonly Failed[]): string {
	const isNamed = unknown.every(({ label }) => failure.message.includes(label));
	if (isNamed) return failure.message;
	return `It is not known whether ${unknown.length > 1 ? 'these were' : 'this was'} carried out: ${unknown.map(({ label }) => label).join('; ')}. ${failure.message}`;
}

function completedItems(done: readonly string[]): string[] {
	return done.length === 0 ? [] : [`Done before this item stopped the node: ${done.join('; ')}.`];
}

/** Advice that stands beside what was done for other items: "Nothing was sent." and "No order was placed." would deny it. */
export function ofThisItem(advice: string): string {
	return advice.replace(/\bNothing( more)? was sent( by this run)?\./g, 'Nothing$1 was sent for this item.').replace(/\bNo (\w+) was placed\./g, 'No $1 was placed for this item.');
}
