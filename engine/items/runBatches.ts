import { isFailure, type Failure } from '../failure';
import { rememberedReads } from '../operation/reads';
import { batches } from './batches';
import { HourlyQuota } from './hourlyQuota';
import { lookBack } from './lookBack';
import { tooLarge, withinSize } from './requestSize';
import { resultOf, type IndexedParameters, type ItemResult, type ItemsRun } from './itemsRun';
import { tellOvertaken } from './overtaken';
import { UnansweredTries } from './unansweredTries';
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
	const laneOf = (value: P) => batch.lane?.(value) ?? batch.key(value);
	const quota = batch.quota && new HourlyQuota(given, batch.quota.perHour);

	/** @returns what went wrong with the group as a whole, if anything did */
	const attempt = async (group: Group): Promise<Failure | undefined> => {
		const members = group.map((position) => parameters[position]!);
		const values = members.map(({ value }) => value);
		const key = `${operation.name}:${laneOf(values[0]!)}`;
		try {
			quota?.check(key, () => batch.quota!.what(values[0]!));
			const answer = await given.sender.repeat(batch.request(values), operation.effect, (failure) => {
				quota?.noteFailed(key, failure);
				late.note(group, failure);
			});
			quota?.note(key);
			const dealt = batch.deal(answer, values);
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

	/** In requests that are not too large. An item that is so by itself fails, before anything is sent. */
	const sized = async (wanted: number[][]): Promise<number[][]> => {
		const { mostBytes } = batch;
		if (!mostBytes) return wanted;
		const bodyOf = (group: Group) => batch.request(group.map((position) => parameters[position]!.value)).body;
		const { groups: good, alone } = withinSize(wanted, bodyOf, mostBytes.bytes);
		for (const position of alone) await giveUp([position], tooLarge(given.sender.partner, mostBytes));
		return good;
	};

	const size = Math.max(1, given.batchSize ?? batch.defaultSize);
	const keys = parameters.map(({ value }) => batch.key(value));
	const laneNames = parameters.map(({ value }) => laneOf(value));
	const groups = await sized(batches(batch.isInOrder ? keysInOrder(keys, laneNames) : keys, size));
	/** Groups that go one after the other, in their order. */
	const lanes = batches(groups.map(([first = 0], at) => (batch.isInOrder ? laneNames[first]! : String(at))), Infinity);
	let stopped: unknown;
	try {
		await runPool(lanes.length, given.concurrency, async (at) => {
			for (const position of lanes[at]!) await sendOrDivide(groups[position]!);
		});
	} catch (error) {
		stopped = error;
	}
	tellOvertaken(given, parameters, late, { stopped, undoes: batch.undoes?.bind(batch), results });
	await lookBack(operation, given, parameters, results);
}

/** The keys, anew where another key of the same lane came between: in one request, what comes later would be sent before that. */
function keysInOrder(keys: readonly string[], laneNames: readonly string[]): string[] {
	const last = new Map<string, { key: string; run: number }>();
	return keys.map((key, at) => {
		const before = last.get(laneNames[at]!) ?? { key, run: 0 };
		const run = before.key === key ? before.run : before.run + 1;
		last.set(laneNames[at]!, { key, run });
		return JSON.stringify([key, run]);
	});
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
