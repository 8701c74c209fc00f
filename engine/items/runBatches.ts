import { isFailure, type Failure } from '../failure';
import { rememberedReads } from '../operation/reads';
import { batches } from './batches';
import { ItemFailure, itemNumber, resultOf, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import { UnansweredTries, overtakenFailure } from './unansweredTries';
import type { BatchedRequest, RepeatableOperation } from '../operation/operation';
import { runPool } from './pool';

/** Groups up to this size are divided to the end: that costs few calls, and is certain. */
const ALWAYS_DIVIDED = 16;
/** Entries of a larger group that are asked for alone before all of it is given up. */
const PROBES = 5;

/** Positions in the list of parameters. */
type Group = readonly number[];

/**
 * Sends items that may share a request in as few requests as possible, and deals the answers back.
 *
 * One bad entry spoils a whole request. Halving finds it in a few calls, and the others get their answer. Where both
 * halves of a large group fail in the same words, and so do some entries alone, the trouble is what they share, such as
 * the branch: then no more is asked. Nor where the operation knows that a failure is about all.
 *
 * @param results filled in at the items' indexes
 * @throws ItemFailure for the first item that failed, unless the run goes on after failures
 */
export async function runBatches<P>(
	operation: RepeatableOperation<P> & BatchedRequest<P>,
	given: ItemsRun,
	asRead: ReadonlyArray<IndexedParameters<P>>,
	results: ItemResult[],
): Promise<void> {
	const { batch } = operation;
	const late = new UnansweredTries();
	const parameters = await completed(operation, given, asRead, results);

	/** @returns what went wrong with the group as a whole, if anything did */
	const attempt = async (group: Group): Promise<Failure | undefined> => {
		const members = group.map((position) => parameters[position]!);
		const values = members.map(({ value }) => value);
		try {
			const dealt = batch.deal(await given.sender.repeat(batch.request(values), operation.effect, (failure) => late.note(group, failure)), values);
			late.passed(group);
			members.forEach(({ index }, at) => {
				results[index] = { items: dealt[at] ?? [] };
			});
			return undefined;
		} catch (error) {
			if (isFailure(error)) return error;
			throw error;
		}
	};
	const giveUp = async (group: Group, failure: Failure): Promise<void> => {
		for (const position of group) {
			const item = parameters[position]!;
			results[item.index] = await resultOf(given, operation, item, () => Promise.reject(failure));
		}
	};
	const isShared = async (group: Group, failure: Failure): Promise<boolean> => {
		if (group.length <= ALWAYS_DIVIDED) return false;
		for (let probe = 0; probe < PROBES; probe += 1) {
			const at = Math.round((probe * (group.length - 1)) / (PROBES - 1));
			if ((await attempt(group.slice(at, at + 1)))?.message !== failure.message) return false;
		}
		return true;
	};
	const divide = async (group: Group, failure: Failure): Promise<void> => {
		if (group.length === 1 || !mayBeOneOfThem(failure) || batch.isAboutAll?.(failure)) return await giveUp(group, failure);
		const middle = Math.ceil(group.length / 2);
		const halves = [group.slice(0, middle), group.slice(middle)];
		if (batch.isInOrder) {
			// To the end of the first half before the second: it must not be overtaken.
			for (const half of halves) await sendOrDivide(half);
			return;
		}
		const failures = [await attempt(halves[0]!), await attempt(halves[1]!)];
		if (failures.every((each) => each?.message === failure.message) && (await isShared(group, failure))) {
			return await giveUp(group, failure);
		}
		for (const [at, half] of halves.entries()) {
			const ofHalf = failures[at];
			if (ofHalf) await divide(half, ofHalf);
		}
	};

	const sendOrDivide = async (group: Group): Promise<void> => {
		const failure = await attempt(group);
		if (failure) await divide(group, failure);
	};

	const size = Math.max(1, given.batchSize ?? batch.defaultSize);
	const keys = parameters.map(({ value }) => batch.key(value));
	const lanes = lanesOf(batches(keys, size), ([first = 0], at) => (batch.isInOrder ? keys[first]! : String(at)));
	let stopped: unknown;
	try {
		await runPool(lanes.length, given.concurrency, async (at) => {
			for (const group of lanes[at]!) await sendOrDivide(group);
		});
	} catch (error) {
		stopped = error;
	}
	// Told at the end: what comes after them is none the worse for it, and n8n drops the output of a node that stops.
	const overtaken = overtakenItems(operation, given, parameters, late);
	if (overtaken.size > 0 && !given.continueOnFail && !outranks(stopped)) throw stoppedFor(given, overtaken, stopped);
	if (stopped !== undefined) throw stopped;
	for (const [index, failure] of overtaken) results[index] = { failure };
}

/**
 * Items that a try before them may still overtake, by index: it was given up, and the partner may yet carry it out. How long that can
 * take, no partner says, so to send them once more would prove nothing.
 */
function overtakenItems<P>(operation: BatchedRequest<P>, given: ItemsRun, parameters: ReadonlyArray<IndexedParameters<P>>, late: UnansweredTries): Map<number, Failure> {
	const { undoes } = operation.batch;
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

/** Groups that go one after the other, in their order: those that come to the same text. */
function lanesOf(groups: readonly Group[], laneOf: (group: Group, at: number) => string): Group[][] {
	const lanes = new Map<string, Group[]>();
	groups.forEach((group, at) => {
		const name = laneOf(group, at);
		const lane = lanes.get(name) ?? [];
		lane.push(group);
		lanes.set(name, lane);
	});
	return [...lanes.values()];
}

/** The items that the operation has nothing against, completed. Nothing is sent before all of them are. */
async function completed<P>(
	operation: RepeatableOperation<P> & BatchedRequest<P>,
	given: ItemsRun,
	asRead: ReadonlyArray<IndexedParameters<P>>,
	results: ItemResult[],
): Promise<ReadonlyArray<IndexedParameters<P>>> {
	if (!operation.complete) return asRead;
	const ask = rememberedReads(given.sender);
	const good = new Map<number, P>();
	await runPool(asRead.length, given.concurrency, async (at) => {
		const item = asRead[at]!;
		results[item.index] = await resultOf(given, operation, item, async () => {
			good.set(item.index, await operation.complete!(item.value, ask));
			return [];
		});
	});
	return asRead.flatMap(({ index }) => (good.has(index) ? [{ index, value: good.get(index)! }] : []));
}

function mayBeOneOfThem({ kind }: Failure): boolean {
	return kind === 'validation' || kind === 'notFound';
}
