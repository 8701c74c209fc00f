import type { IDataObject } from 'n8n-workflow';

import { isFailure, readOrFailure, type Failure } from '../../../engine/failure';
import type { FieldReader } from '../../../engine/items/fields';
import type { PartnerAnswer } from '../../../engine/http/request';
import { lookUpTime, readLookUpTime, type LookUpTime } from '../../../engine/items/lookUpTime';
import type { Candidate } from '../../../engine/operation/candidate';
import type { LookUpCalls, OnceOperation, RunContext } from '../../../engine/operation/operation';
import { explainRefusal, takenAnswer } from './refusal';
import { SU } from './su';
import { inWords, rowsById, saysNone, type Ids, type Thing } from './things';

/** How long to wait for an answer in milliseconds: longer than for a read, as its outcome is not known otherwise. */
export const ONCE_TIMEOUT_MS = 60_000;

/** What a write of content that happens once needs beside its content. */
export interface Once extends LookUpTime {
	/** The execution: another one looks at Su first, and decides anew. */
	executionId: string;
}

export const lookUpSeconds = lookUpTime(SU);

/** Reads that option. Faults are noted in `fields`. */
export function readOnce(fields: FieldReader, { executionId }: RunContext): Once {
	return { executionId, ...readLookUpTime(fields) };
}

/**
 * What makes two such writes one: the thing, and the execution. Who asks again in another one may mean it, as Su may have lost the thing or
 * got it back; there the list is read first, and Su itself takes an id once.
 */
export function onceKey(verb: string, thing: Thing, parameters: Ids & Once): string {
	return `${verb} ${inWords(thing, parameters)} #${parameters.executionId}`;
}

/** For the end of a message about a write that is not sent again. */
export const WAY_OUT = 'start the workflow anew: it looks at what Su lists first';

/**
 * Makes sure that such a write was taken. An answer that is neither Su's yes nor its no leaves open whether it was carried out.
 *
 * @throws Failure
 */
export function takenOnce(answer: PartnerAnswer, what: string): IDataObject {
	const taken = readOrFailure(() => takenAnswer(answer, what));
	if (!isFailure(taken)) return taken;
	if (taken.kind !== 'brokenAnswer' && taken.kind !== 'businessRefusal') throw taken;
	throw taken.retold({ kind: 'unknownOutcome', advice: 'This is no answer that Su documents, so nobody knows whether it was carried out. Look at what Su lists.' });
}

/** The rows of a list, by their ids. */
type Rows = ReadonlyMap<string, IDataObject>;

/** What a list shows of a write once that was sent. */
export interface Shows {
	/** The list as it is now. */
	rows: Rows;
	/** As it was just before the write was sent; undefined where that is not known. */
	before: Rows | undefined;
	/** Whether Su says in words that there are none, and does not answer an empty list. */
	isToldNone: boolean;
}

/**
 * How such a write is looked up in the list of its kind.
 *
 * @param match what the list says of it
 * @param isUndone whether the list shows that what was done is not so any more
 */
export function listLookUp<P extends Ids & Once>(thing: Thing, match: (shows: Shows, parameters: P) => Candidate[], isUndone: (rows: Rows, parameters: P) => boolean): LookUpCalls<P> {
	const { list } = thing;
	const seen = (fact: PartnerAnswer | Failure, parameters: P, wasSent: boolean, before?: PartnerAnswer): Candidate[] => {
		// What is listed before it was sent is another one's, and told by the check that comes next.
		if (!wasSent) return [];
		return match({ rows: rowsById(list, fact, true), before: before && rowsById(list, before), isToldNone: isFailure(fact) }, parameters);
	};
	return {
		request: (parameters) => list.request(parameters),
		match: seen,
		matchRefusal: (failure, parameters, wasSent, before) => (saysNone(failure) ? seen(failure, parameters, wasSent, before) : undefined),
		comparesWithBefore: true,
		isUndone: (fact, parameters) => isUndone(rowsById(list, fact, true), parameters),
		ids: () => [],
		forMs: ({ lookUpMs }) => lookUpMs,
	};
}

/** Says in Su's words what a failure of such a write means. @param ifUnknown what to do where nobody knows what became of it */
export function explainOnce(thing: Thing, ifUnknown: string): NonNullable<OnceOperation<unknown>['explain']> {
	return (failure) => {
		const told = explainRefusal(failure);
		if (told.kind === 'unknownOutcome') return told.retold({ advice: `${told.details.advice} ${ifUnknown}` });
		// The engine's own, of two items of a run.
		if (told.kind !== 'conflict' || told.details.status !== undefined) return told;
		return told.retold({ advice: `Two items of this execution name the same ${thing.what} and ask for different things. Give each its own ID, or leave one of them out.` });
	};
}
