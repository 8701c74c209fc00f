import { Failure } from '../failure';
import { ofThisItem } from './begunItems';
import type { AccountItems, Accounts } from './accounts';
import { ItemFailure, readAll, unreadable, type ItemResult, type ItemsRun } from './itemsRun';
import type { AnyOperation } from '../operation/operation';
import { runItems } from './runItems';

/** A run of all items, before it is known with which credential each goes out. */
export type RunOfAll = Omit<ItemsRun, 'sender' | 'run'> & { run: Omit<ItemsRun['run'], 'credentials'> };

/**
 * Runs every item through an operation with the credential that is its own. Items of one account go together, as if they
 * were alone; accounts go one after the other, so no request, batch or check mixes them.
 *
 * Where there are several, the fields of all items are read before anything is sent for the first account: a faulty one stops
 * the node while nothing has happened, as with one account. Items that are meant as one fail as one where a credential of them could
 * not be read: without that item the order would be another one than was asked for.
 *
 * @returns results in the order of the items
 * @throws ItemFailure for the first item that failed, unless `continueOnFail`; what n8n threw for an item whose credential could
 *   not be read
 */
export async function runAccounts(operation: AnyOperation, given: RunOfAll, { accounts, unread }: Accounts): Promise<ItemResult[]> {
	if (unread.size > 0 && !given.continueOnFail) throw unread.get(Math.min(...unread.keys()));
	const results: ItemResult[] = [];
	for (const [index, error] of unread) results[index] = { failure: unreadable(error) };

	const runs = accounts.map((account) => ({ ...account, given: partOf(given, account) }));
	if (runs.length > 1 || unread.size > 0) {
		const asOne = await checkAll(operation, runs, given.continueOnFail, unread);
		if (asOne) return allFailed(given.itemCount, asOne);
	}
	const done: number[] = [];
	for (const { indexes, given: part } of runs) {
		const ofPart = await runItems(operation, part).catch((error: unknown) => {
			throw error instanceof ItemFailure ? retold(error, indexes, operation.effect === 'read' ? [] : done) : error;
		});
		ofPart.forEach((result, at) => {
			const madeFrom = result.madeFrom?.map((each) => indexes[each]!);
			results[indexes[at]!] = madeFrom ? { ...result, madeFrom } : result;
		});
		done.push(...indexes.filter((_, at) => isDone(operation, ofPart[at])));
	}
	return results;
}

/** The run of one account's items. */
function partOf({ run, reader, noteParameters, ...rest }: RunOfAll, { sender, indexes }: AccountItems): ItemsRun {
	return {
		...rest,
		sender,
		run: { ...run, credentials: sender.credentials },
		itemCount: indexes.length,
		reader: (at) => reader(indexes[at]!),
		itemNumber: (at) => indexes[at]! + 1,
		...(noteParameters ? { noteParameters: (at, value) => noteParameters(indexes[at]!, value) } : {}),
	};
}

/**
 * Reads all fields once, and asks whether items of several accounts, or of which one has none, are meant as one.
 *
 * @param unread items without a credential, which are in no account
 * @returns the failure, if they are
 * @throws ItemFailure for the faulty item with the lowest index, unless the run goes on after failures
 */
async function checkAll(
	operation: AnyOperation,
	runs: ReadonlyArray<AccountItems & { given: ItemsRun }>,
	continueOnFail: boolean,
	unread: Accounts['unread'],
): Promise<Failure | undefined> {
	const faults: ItemFailure[] = [];
	const values: unknown[] = [];
	for (const { given, indexes } of runs) {
		try {
			values.push(...(await readAll(operation, given)).parameters.map(({ value }) => value));
		} catch (error) {
			if (!(error instanceof ItemFailure)) throw error;
			faults.push(retold(error, indexes, []));
		}
	}
	const [fault] = faults.sort((a, b) => a.itemIndex - b.itemIndex);
	if (fault) throw fault;
	if (values.length === 0 || !('together' in operation) || !areMeantAsOne(() => operation.together?.(values))) return undefined;
	if (unread.size > 0) return oneIsMissing(Math.min(...unread.keys()), unread);
	const at = runs[1]?.indexes[0] ?? 0;
	const failure = new Failure('validation', `Items that are meant as one go out with different credentials: item ${at + 1} has another than item 1`, {
		advice: 'Correct the expressions in the credential, or let each item be one of its own. Nothing was sent.',
	});
	if (!continueOnFail) throw new ItemFailure(at, failure);
	return failure;
}

/** The whole is not made without the item whose credential could not be read. */
function oneIsMissing(index: number, unread: Accounts['unread']): Failure {
	const error = unread.get(index);
	const words = error instanceof Error ? error.message : String(error);
	return new Failure('configuration', `Items that are meant as one were not sent: the credential of item ${index + 1} could not be read: ${words}`, {
		advice: 'Correct the expression in the credential, or the item, and run all of them again. Nothing was sent.',
	});
}

/** Items that are meant as one, and do not fit together, are told as that: it is the more useful message. */
function areMeantAsOne(together: () => unknown): boolean {
	try {
		return together() !== undefined;
	} catch {
		return true;
	}
}

function allFailed(itemCount: number, failure: Failure): ItemResult[] {
	const madeFrom = Array.from({ length: itemCount }, (_, index) => index);
	return madeFrom.map((index) => (index === 0 ? { failure, madeFrom } : { items: [] }));
}

function isDone(operation: AnyOperation, result: ItemResult | undefined): boolean {
	if (result === undefined || !('items' in result)) return false;
	return operation.effect !== 'once' || (operation.stands?.(result.items) ?? true);
}

/** A failure of an account's run, told of the item as the node counts it. */
function retold({ itemIndex, failure }: ItemFailure, indexes: readonly number[], done: readonly number[]): ItemFailure {
	const before = done.length > 0 ? ` Done before with other credentials: ${done.length === 1 ? 'item' : 'items'} ${done.map((index) => index + 1).join(', ')}.` : '';
	return new ItemFailure(indexes[itemIndex] ?? itemIndex, before ? failure.retold({ advice: `${ofThisItem(failure.details.advice)}${before}` }) : failure);
}
