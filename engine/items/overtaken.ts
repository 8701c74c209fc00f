import type { Failure } from '../failure';
import { ItemFailure, itemNumber, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import { overtakenFailure, type UnansweredTries } from './unansweredTries';

/** Whether the earlier of two, carried out after the later one, would undo something of it. */
type Undoes<P> = (earlier: P, later: P) => boolean;

/**
 * Ends the sending of a run: items that a try before them may still undo are told as not known, and then what stopped the run, if anything did. At the
 * end: what comes after them is none the worse for it, and n8n drops the output of a node that stops.
 *
 * @param parameters in the positions that `late` knows
 * @throws ItemFailure for the first of them, unless the run goes on after failures; else `stopped`
 */
export function tellOvertaken<P>(
	given: ItemsRun,
	parameters: ReadonlyArray<IndexedParameters<P>>,
	late: UnansweredTries,
	{ stopped, undoes, results }: { stopped: unknown; undoes: Undoes<P> | undefined; results: ItemResult[] },
): void {
	const overtaken = overtakenItems(given, parameters, late, undoes);
	if (overtaken.size > 0 && !given.continueOnFail && !outranks(stopped)) throw stoppedFor(given, overtaken, stopped);
	if (stopped !== undefined) throw stopped;
	for (const [index, failure] of overtaken) results[index] = { failure };
}

/**
 * Items that a try before them may still overtake, by index: it was given up, and the partner may yet carry it out. How long that can
 * take, no partner says, so to send them once more would prove nothing.
 */
function overtakenItems<P>(given: ItemsRun, parameters: ReadonlyArray<IndexedParameters<P>>, late: UnansweredTries, undoes: Undoes<P> | undefined): Map<number, Failure> {
	const overtaken = new Map<number, Failure>();
	for (const [position, { index, value }] of parameters.entries()) {
		const earlier = undoes && late.before(position).find((other) => undoes(parameters[other]!.value, value));
		if (earlier !== undefined) overtaken.set(index, overtakenFailure(given.sender.partner, itemNumber(given, parameters[earlier]!.index)));
	}
	return overtaken;
}

/** The first of them stops the node, and names the others, and what else failed. */
function stoppedFor(given: ItemsRun, overtaken: ReadonlyMap<number, Failure>, stopped: unknown): ItemFailure {
	const [[first, failure], ...others] = [...overtaken] as [[number, Failure], ...Array<[number, Failure]>];
	const further = [
		...(others.length > 0 ? [`The same holds for ${others.length === 1 ? 'item' : 'items'} ${others.map(([index]) => itemNumber(given, index)).join(', ')}.`] : []),
		...(stopped instanceof ItemFailure ? [`Item ${itemNumber(given, stopped.itemIndex)} failed, too: ${stopped.failure.message}.`] : []),
	];
	return new ItemFailure(first, failure.retold({ advice: [failure.details.advice, ...further].join(' ') }));
}

/** A run that a person stopped stays stopped, and what is no failure of ours goes on. */
function outranks(stopped: unknown): boolean {
	return stopped !== undefined && !(stopped instanceof ItemFailure && stopped.failure.kind !== 'cancelled');
}
