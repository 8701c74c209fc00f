import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Failure, Fault } from '../failure';
import type { WantedFile } from '../files/fetchFiles';
import type { PartnerAnswer, PartnerRequest } from '../http/request';
import type { Candidate } from './candidate';
import type { DecidedLater } from './laterOutcome';
import type { Ask, Facts } from './reads';
import type { PersonalField } from './personalField';
import type { RunHint } from './runHint';
import type { Pass, Seal, ToolCall } from './toolCall';

/**
 * Reads the parameters of one item. Values come as n8n resolves them: an expression can put anything in any field,
 * so an operation reads through `engine/items/fields`, never by trust.
 */
export interface ParameterReader {
	(name: string, fallback?: unknown): unknown;
	/** The file that the item has in a binary field; undefined where it has none. Left out, items have no files. */
	file?(field: string): ItemFile | undefined;
}

/** A file that came in with an item. Its bytes are read from n8n's store when they are wanted, as it may be large. */
export interface ItemFile {
	bytes(): Promise<Buffer>;
}

/** What is the same for all items of a run. */
export interface RunContext {
	/** The sender's non-secret credential fields, such as `sourceSystem`. */
	readonly credentials: IDataObject;
	/** IANA name of the workflow's time zone. */
	readonly timezone: string;
	/** The present moment. Handed in, so that requests are pure functions of their parameters. */
	readonly now: Date;
	/**
	 * Of this execution in this n8n; the same for all tries of Retry On Fail, another one for an execution that is run again, and for one of the same
	 * number in another n8n: keys are made of it that a partner keeps for all who share an account.
	 */
	readonly executionId: string;
	/** Where a model calls the node as its tool; else undefined. */
	readonly toolCall?: ToolCall | undefined;
}

/** A field of the node beside Resource and Operation, and the values of it that are meant. */
export interface OnlyFor {
	readonly field: string;
	readonly values: readonly string[];
}

/** What every operation tells about itself. `P` is its parameters as plain data. */
interface OperationBase<P> {
	/** The option's value, such as `getAll`. Never renamed: workflows are stored with it. */
	readonly name: string;
	/** The option's name, such as `Get Many`. */
	readonly displayName: string;
	/** The option's action, such as `Get many orders`. */
	readonly action: string;
	/** One sentence, no full stop. */
	readonly description: string;
	/**
	 * The values of a field of the node for which there is this operation, such as of the way to sign in. Several operations of one name may share
	 * them out among themselves. Left out, it is there for all.
	 */
	readonly onlyFor?: OnlyFor;
	/** What stands behind it at the partner, for the documents. */
	readonly source: {
		/** Method and path of the call, or of each of them. */
		readonly call: string;
		/** How much of it the partner documents, in a few words. */
		readonly standing: string;
	};
	/** The fields a person fills in, without `displayOptions` for resource and operation: those are added. */
	readonly properties: INodeProperties[];
	/** Further entries of the Options collection, read as `options.<name>`. Concurrency and time-out are there anyway. */
	readonly options?: INodeProperties[];
	/** The fields that say something about people, which a model is not told of in a failure. Left out, there are none. */
	readonly personalFields?: readonly PersonalField[];
	/** How long to wait for an answer in milliseconds, where the service's usual time-out does not fit. */
	readonly timeoutMs?: number;
	/** From the panel to plain, checked parameters. @throws Failure of kind `validation` that names every faulty field */
	parameters(read: ParameterReader, run: RunContext): P;
	/**
	 * What is wrong with the files of an item, to be told together with its faulty fields. Asked only where there are such: else files are read when
	 * the item has its turn.
	 */
	fileFaults?(read: ParameterReader): Promise<Fault[]>;
	/** Says in this operation's words what a failure means. Left out, the general words stand. */
	explain?(failure: Failure, parameters: P): Failure;
	/**
	 * What a person should know after a run that stands in fields of the items only, or nowhere in them. Asked once a run, with the parameters as they were
	 * read; what it says is shown to a person and to no model. Left out, nothing.
	 */
	hints?(outcomes: ReadonlyArray<Outcome<P>>): RunHint[];
}

/** One item, one request. */
interface SingleRequest<P> {
	request(parameters: P): PartnerRequest;
	/** From the answer to output items. @throws Failure for an answer that means no, or that cannot be read */
	items(answer: PartnerAnswer, parameters: P): IDataObject[];
}

/** What became of one item's parameters. */
export interface Outcome<P> {
	parameters: P;
	/** Its output items; undefined where it failed. */
	items: IDataObject[] | undefined;
	/** What went wrong, where it failed. */
	failure?: Failure;
}

/** A look at what all requests of a run came to, such as whether the partner holds what was sent. */
export interface LooksBack<P> {
	/**
	 * Called once after all requests of a run, where nothing has stopped it and something was done. It does not fail: what it cannot find
	 * out it says in the items, for what was sent was sent.
	 *
	 * @param outcomes in the order of the items
	 * @param ask makes a read; equal ones of this look are made once
	 * @returns the output items of each outcome, in their order; those of one that failed are passed over
	 */
	lookBack?(outcomes: ReadonlyArray<Outcome<P>>, ask: Ask): Promise<IDataObject[][]>;
}

/** Many items, one request: 1,000 items cost tens of calls. */
export interface BatchedRequest<P> extends Completed<P>, LooksBack<P> {
	readonly batch: {
		/** Most items in one request, unless the person sets another number. */
		readonly defaultSize: number;
		/** Most bytes of a request, and the field of the panel that makes one item larger than that by itself. Left out, any size is sent. */
		readonly mostBytes?: { readonly bytes: number; readonly field: string };
		/** How many requests the partner takes in any hour for items of one key, and what these have in common. What would be more is not sent. */
		readonly quota?: { readonly perHour: number; what(parameters: P): string };
		/** Items with the same key may share a request. */
		key(parameters: P): string;
		/** What may be one to the partner, though it cannot share a request: ids in other capitals, say. Quota and order are those of the lane. Left out, the key. */
		lane?(parameters: P): string;
		/** Whether what a later item asks for must not be sent before what an earlier one does, where they have the same lane. */
		readonly isInOrder?: boolean;
		/** Whether the earlier of two, carried out after the later one, would undo something of it. For what `isInOrder`. */
		undoes?(earlier: P, later: P): boolean;
		/** Whether a failure is about what all items of a request share, so that fewer of them would fail as well. Left out, that is found by trying. */
		isAboutAll?(failure: Failure): boolean;
		request(batch: readonly P[]): PartnerRequest;
		/** Deals the answer back: output items of each parameter set, in the order of `batch`. */
		deal(answer: PartnerAnswer, batch: readonly P[]): IDataObject[][];
	};
}

/**
 * One item, one request that sets the state of a thing at the partner, or replaces all of it: the last one counts. Where some of it is to stay,
 * what the partner has is read first, and sent back with the rest. It is read anew for each item, as an item before may have changed it.
 */
export interface ReplacingRequest<P> extends SingleRequest<P>, LooksBack<P>, DecidedLater<P> {
	readonly replaces: {
		/** What is replaced. Items with the same go out one after the other, in their order. */
		thing(parameters: P): string;
		/** Whether two with the same are about one thing, where `thing` takes more together. Left out, they are. */
		isSame?(one: P, other: P): boolean;
		/** With what stays as the partner has it. @throws Failure where it speaks against them, such as that there is no such thing */
		complete?(parameters: P, ask: Ask): Promise<P>;
		/**
		 * What to put out where a try was lost and a later one refused: it may be refused because the lost one was carried out, as where one deletes what is
		 * gone by then. Undefined where nothing shows that; then the refusal stands. Left out, it stands.
		 *
		 * @param ask makes a read
		 */
		doneByLostTry?(refusal: Failure, parameters: P, ask: Ask): Promise<IDataObject[] | undefined>;
	};
}

/** One item, one request, whose answer is a file: its bytes, JSON that holds it, or a link to it. */
export interface FileRequest<P> {
	readonly file: {
		request(parameters: P): PartnerRequest;
		/** What file that is, the field of the output item it goes into, and what stands beside it in `json`. */
		wanted(parameters: P): WantedFile & { property: string; json: IDataObject };
		/** What to put out where the partner itself says that there is no such file, be it not yet. Undefined, or left out, where that is a failure. */
		absent?(failure: Failure, parameters: P): IDataObject | undefined;
	};
}

/** One item, several reads, of which one may build on another. */
export interface SeveralReads<P> extends Together<P>, Completed<P> {
	/**
	 * @param ask makes a read; equal ones of a run are made once
	 * @param seal for what a later call is to believe
	 */
	consult(parameters: P, ask: Ask, seal: Seal): Promise<IDataObject[]>;
}

/** What one item asks for, among others. */
export interface AskedByItem<P> {
	/** Its number, as a person counts. */
	item: number;
	parameters: P;
}

/** Items that are worked on together, by one set of reads, and each of which has output of its own: lines of a list that come as items, say. */
export interface ReadsTogether<P> {
	readonly jointly: {
		/** Items with the same key are worked on together. */
		key(parameters: P): string;
		/**
		 * @param ask makes a read; equal ones of a run are made once
		 * @returns the output items of each, in their order
		 * @throws Failure that is about all of them
		 */
		consult(all: ReadonlyArray<AskedByItem<P>>, ask: Ask): Promise<IDataObject[][]>;
	};
}

/** Items that may be meant as one. */
interface Together<P> {
	/**
	 * All items of a run as one, where that is what the panel asks for, such as one order with a line from each item.
	 *
	 * @returns undefined where each item is one of its own
	 * @throws Failure of kind `validation` where the items do not fit together
	 */
	together?(all: readonly P[]): P | undefined;
}

/** Parameters that are not complete as the panel has them, or that only the partner can check. */
interface Completed<P> {
	/** Adds what only the partner knows, such as the lines of an order template. @throws Failure where it speaks against them */
	complete?(parameters: P, ask: Ask): Promise<P>;
}

/** An operation that may be sent again: a read, or a write that the partner makes harmless when repeated. */
export type RepeatableOperation<P> = OperationBase<P> & {
	readonly effect: 'read' | 'repeatable';
} & ((SingleRequest<P> & LooksBack<P>) | ReplacingRequest<P> | BatchedRequest<P> | SeveralReads<P> | ReadsTogether<P> | FileRequest<P>);

/** A read that shows whether a write is there. */
export interface LookUpCalls<P> {
	request(parameters: P): PartnerRequest;
	/**
	 * What of the answer may be the write.
	 *
	 * @param wasSent whether it was sent before, or may have been: what was there without it is another one's
	 * @param before what the look just before it was sent was answered, for what `comparesWithBefore`; undefined where this process did not
	 *   send it, or could not look
	 */
	match(answer: PartnerAnswer, parameters: P, wasSent: boolean, before?: PartnerAnswer): Candidate[];
	/** Whether `match` needs `before`: an answer is kept then, until it is known what became of the write. For lists of one page. */
	readonly comparesWithBefore?: boolean;
	/**
	 * Whether an answer shows that what the write brings about is not so. Of one that was carried out in this execution, it was undone since, or
	 * the list lags behind: then its old result is not told again. Of a list in pages each is asked, and one that shows it is enough. Left out, a
	 * result stands once it is known.
	 *
	 * @param fact the answer, or the refusal that `matchRefusal` reads
	 * @param result what the write came to
	 */
	isUndone?(fact: PartnerAnswer | Failure, parameters: P, result: readonly IDataObject[]): boolean;
	/** The read of the next page, where the list has pages and the write may stand further on; undefined ends it. Left out, there is one page. */
	next?(answer: PartnerAnswer, parameters: P): PartnerRequest | undefined;
	/** Whether the write goes out also where this cannot look, as where no document shows the call. What it does show still counts. */
	readonly isOptional?: boolean;
	/** The same of a refusal by which the partner says what there is, such as that its list is empty. Undefined, or left out, where it says nothing of that. */
	matchRefusal?(failure: Failure, parameters: P, wasSent: boolean, before?: PartnerAnswer): Candidate[] | undefined;
	/** The numbers that the partner gave a write, from its output items; none while it has none. */
	ids(items: IDataObject[]): string[];
	/** How long to look for a write whose outcome is not known, in milliseconds. */
	forMs(parameters: P): number;
	/** Whether to look only for a write that was sent: the partner itself refuses one whose key it has, so nothing is gained by looking before. */
	readonly isOnlyForSent?: boolean;
}

/** A write that must not be sent twice. It is never batched and never handed to the retrying sender. */
export type OnceOperation<P> = OperationBase<P> & {
	readonly effect: 'once';
	/** What makes two calls the same call, such as the order's transaction id. */
	key(parameters: P): string;
	/**
	 * Whether what stands before it was passed, such as that a person approved. Asked of complete parameters. Left out, nothing stands before it.
	 *
	 * @param seal that of what an earlier call put out
	 * @returns what it may be sent with once; undefined where it needs no such thing
	 * @throws Failure where it must not be sent
	 */
	gate?(parameters: P, seal: Seal): Pass | undefined;
	/** All that makes a difference to what is asked for, as text. Two calls with one key and other content are not the same. */
	content(parameters: P): string;
	/** What is read before the write, and what that says against it. The write is sent only where nothing does. */
	readonly beforehand?: {
		/** Once a run for equal requests. */
		facts(parameters: P): Record<string, PartnerRequest>;
		/** Every fault that the facts show. */
		check(parameters: P, facts: Facts): Fault[];
	};
	/** How to find out whether the write is there. Left out where the partner has no call that shows it: what nobody heard of then stays unknown. */
	readonly lookUp?: LookUpCalls<P>;
	/**
	 * That the partner keeps a key with the write (`PartnerRequest.keyed`). Then what nobody heard of is sent again under that key, which tells what
	 * it came to and does nothing twice. Before `lookUp`, where there are both.
	 */
	readonly partnersKey?: {
		/** How long the partner keeps it, in milliseconds; Infinity where a second such write is refused in any case. */
		readonly keptMs: number;
		/** How long to try, in milliseconds. */
		forMs(parameters: P): number;
		/** What a refusal shows of a first sending, also one that this n8n knows nothing of: that it names what that made. Undefined, or left out, where it shows nothing. */
		matchRefusal?(failure: Failure, parameters: P): Candidate[] | undefined;
	};
	/**
	 * What the write has in common with others that it could be mistaken for, or doubled by: of an order, customer and PO number. Left out,
	 * its key.
	 */
	purpose?(parameters: P): string;
	/**
	 * Whether not to send where this n8n knows nothing of the write, but the partner lists something that looks like it, or this process
	 * sent another one of its purpose. Left out, it is sent.
	 */
	stopsWhenListed?(parameters: P): boolean;
	/** What to do where it was not sent since another one stands in its way, of the same key or listed at the partner. Left out, general advice. */
	whenInTheWay?(parameters: P): string;
	/**
	 * Whether the write sets a state that can be undone, so that it may be meant anew in each execution: where `stopsWhenListed`, one of its
	 * purpose that was carried out does not stop it, and one of which nobody knows does, also after a restart and in another worker. Left out,
	 * both do, as far as this process knows of them.
	 */
	readonly setsState?: boolean;
	/** The key of the write that this one undoes, such as the creation of what it deletes. Once it is carried out, that one may be sent anew in the same execution. */
	undoes?(parameters: P): string;
	/** Whether a person wants the write once more, though it was sent before. Its `key` is then another one than that of the earlier. */
	isMeantAgain?(parameters: P): boolean;
	/** Its `key` where nobody wants it once more: what was sent once more counts as sent under that, too. Left out, it does not. */
	plainKey?(parameters: P): string;
	/** What to do where it is to be sent after all, for the end of a message. Left out, it is the option Send Even If Already Sent. */
	readonly wayOut?: string;
	/**
	 * Whether a refusal may come of the write itself, by a try of which nobody heard, whatever its words: as a 409 where the partner refuses a key that
	 * it has. Left out, the words of a 409 tell.
	 */
	mayBeItself?(refusal: Failure, parameters: P): boolean;
	/** Whether output items tell of a write that stands, and not of one that the partner lists as cancelled, say. Left out, they do. */
	stands?(items: IDataObject[]): boolean;
	/** How an item is put out, of all that is kept of the write: the same write may be asked for in another form. Left out, as it is kept. */
	shown?(item: IDataObject, parameters: P): IDataObject;
	/** A line for a person to find the write by, such as `PO 7731-2, transaction 5b0c...`. */
	label(parameters: P): string;
} & SingleRequest<P> & Together<P> & Completed<P> & DecidedLater<P>;

export type Operation<P> = RepeatableOperation<P> | OnceOperation<P>;

/**
 * An operation whose parameter type is not known to who holds it, as in a table of all operations. What its
 * `parameters` returns may only go back into the same operation.
 */
export type AnyOperation = Operation<unknown>;
