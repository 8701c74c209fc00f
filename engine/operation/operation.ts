import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Failure, Fault } from '../failure';
import type { WantedFile } from '../files/fetchFiles';
import type { PartnerAnswer, PartnerRequest } from '../http/request';
import type { Candidate } from './candidate';
import type { Ask, Facts } from './reads';

/**
 * Reads the parameters of one item. Values come as n8n resolves them: an expression can put anything in any field,
 * so an operation reads through `engine/items/fields`, never by trust.
 */
export type ParameterReader = (name: string, fallback?: unknown) => unknown;

/** What is the same for all items of a run. */
export interface RunContext {
	/** The sender's non-secret credential fields, such as `sourceSystem`. */
	readonly credentials: IDataObject;
	/** IANA name of the workflow's time zone. */
	readonly timezone: string;
	/** The present moment. Handed in, so that requests are pure functions of their parameters. */
	readonly now: Date;
	/** Of this execution in n8n; the same for all tries of Retry On Fail, another one for an execution that is run again. */
	readonly executionId: string;
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
	/** How long to wait for an answer in milliseconds, where the service's usual time-out does not fit. */
	readonly timeoutMs?: number;
	/** From the panel to plain, checked parameters. @throws Failure of kind `validation` that names every faulty field */
	parameters(read: ParameterReader, run: RunContext): P;
	/** Says in this operation's words what a failure means. Left out, the general words stand. */
	explain?(failure: Failure, parameters: P): Failure;
}

/** One item, one request. */
interface SingleRequest<P> {
	request(parameters: P): PartnerRequest;
	/** From the answer to output items. @throws Failure for an answer that means no, or that cannot be read */
	items(answer: PartnerAnswer, parameters: P): IDataObject[];
}

/** Many items, one request: 1,000 items cost tens of calls. */
export interface BatchedRequest<P> extends Completed<P> {
	readonly batch: {
		/** Most items in one request, unless the person sets another number. */
		readonly defaultSize: number;
		/** Items with the same key may share a request. */
		key(parameters: P): string;
		/** Whether what a later item asks for must not be sent before what an earlier one does, where they have the same key. */
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
	/** @param ask makes a read; equal ones of a run are made once */
	consult(parameters: P, ask: Ask): Promise<IDataObject[]>;
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
} & (SingleRequest<P> | BatchedRequest<P> | SeveralReads<P> | FileRequest<P>);

/** A write that must not be sent twice. It is never batched and never handed to the retrying sender. */
export type OnceOperation<P> = OperationBase<P> & {
	readonly effect: 'once';
	/** What makes two calls the same call, such as the order's transaction id. */
	key(parameters: P): string;
	/** All that makes a difference to what is asked for, as text. Two calls with one key and other content are not the same. */
	content(parameters: P): string;
	/** Reads that are made before the write, once a run for equal requests. */
	facts(parameters: P): Record<string, PartnerRequest>;
	/** Every fault that the facts show. The write is sent only when there is none. */
	check(parameters: P, facts: Facts): Fault[];
	/** How to find out whether the write is there: a read, and what of its answer may be the write. */
	readonly lookUp: {
		request(parameters: P): PartnerRequest;
		match(answer: PartnerAnswer, parameters: P): Candidate[];
		/** The numbers that the partner gave a write, from its output items; none while it has none. */
		ids(items: IDataObject[]): string[];
	};
	/** How long to look for a write whose outcome is not known, in milliseconds. */
	lookUpMs(parameters: P): number;
	/** What the write has in common with others that it could be mistaken for, or doubled by: of an order, customer and PO number. */
	purpose(parameters: P): string;
	/**
	 * Whether not to send where this n8n knows nothing of the write, but the partner lists something that looks like it, or this process
	 * sent another one of its purpose.
	 */
	stopsWhenListed(parameters: P): boolean;
	/** Whether a person wants the write once more, though it was sent before. Its `key` is then another one than that of the earlier. */
	isMeantAgain(parameters: P): boolean;
	/** Whether output items tell of a write that stands, and not of one that the partner lists as cancelled, say. Left out, they do. */
	stands?(items: IDataObject[]): boolean;
	/** A line for a person to find the write by, such as `PO 7731-2, transaction 5b0c...`. */
	label(parameters: P): string;
} & SingleRequest<P> & Together<P> & Completed<P>;

export type Operation<P> = RepeatableOperation<P> | OnceOperation<P>;

/**
 * An operation whose parameter type is not known to who holds it, as in a table of all operations. What its
 * `parameters` returns may only go back into the same operation.
 */
export type AnyOperation = Operation<unknown>;
