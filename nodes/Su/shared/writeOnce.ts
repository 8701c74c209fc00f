import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isFailure, type Failure, type Fault } from '../../../engine/failure';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { toldWhereToLook } from '../../../engine/idempotency/onceFailures';
import { FieldReader } from '../../../engine/items/fields';
import { isMeantAgain, keySentAgain, readSentAgain, type SentAgain } from '../../../engine/items/sendAgain';
import type { OnceOperation, ParameterReader } from '../../../engine/operation/operation';
import { explainRefusal } from './refusal';
import { againNotice, againOption } from './sendAgain';
import { SU } from './su';

/** Milliseconds for an answer: a channel has to take it, too. */
const TIMEOUT_MS = 60_000;

/** What tells one write that a guest, a host or a channel reads from another. `A` is what is read from the panel. */
interface WriteOnce<A extends object> extends Pick<OnceOperation<A>, 'name' | 'displayName' | 'action' | 'description' | 'source' | 'complete' | 'explain' | 'lookUp' | 'hints'> {
	/** The fields. The switch for sending again is added. */
	readonly fields: INodeProperties[];
	/** Reads them. Faults are noted in `fields`. */
	read(fields: FieldReader): A;
	/** What is wrong with the files themselves, to be told together with faults of the fields. */
	fileFaults?(fields: FieldReader): Promise<Fault[]>;
	/** The parameters as they are compared with those of others: without what makes no difference, such as capitals in an id. Left out, as they are. */
	compared?(parameters: A): A;
	/** What of the compared ones makes two of them the same, the kind of write first. It is kept as a hash: it may hold what guests read. */
	sameAs(parameters: A): ReadonlyArray<string>;
	/** A line for a person to find it by. It holds ids, and no text of a guest's. */
	label(parameters: A): string;
	/** What to do where something else was sent that counts as the same, or is there. */
	whenInTheWay(parameters: A): string;
	/** Where a person sees whether it was done, as a sentence: where nobody else knows, that is the way out. */
	readonly whereToLook: string;
	/** Whether something at Su that looks like it stops it, unless a person wants it again. */
	readonly stopsWhenListed?: boolean;
	request(parameters: A): PartnerRequest;
	items(answer: PartnerAnswer, parameters: A): IDataObject[];
}

/** An operation that happens once: a guest reads it, or somebody is bound by it. What was sent before is not sent again, unless a person switches that on. */
export function writeOnce<A extends object>({ fields, read, compared = (parameters) => parameters, sameAs, whereToLook, stopsWhenListed = false, explain, items, fileFaults, ...write }: WriteOnce<A>): OnceOperation<A & SentAgain> {
	return {
		// What completes the parameters keeps what it does not know of.
		...(write as Omit<OnceOperation<A & SentAgain>, 'items' | 'parameters'>),
		effect: 'once',
		...(fileFaults ? { fileFaults: async (reader: ParameterReader) => await fileFaults(new FieldReader(reader)) } : {}),
		properties: [...fields, againNotice],
		options: [againOption],
		timeoutMs: TIMEOUT_MS,

		parameters(reader, run) {
			const panel = new FieldReader(reader);
			const parameters = { ...read(panel), ...readSentAgain(panel, run) };
			panel.done('The request');
			return parameters;
		},

		key: (parameters) => keySentAgain(contentHash(sameAs(compared(parameters))), parameters),
		plainKey: (parameters) => contentHash(sameAs(compared(parameters))),
		purpose: (parameters) => contentHash(sameAs(compared(parameters))),
		// All that would go out, so that no field is left out of it.
		content: (parameters) => contentHash(write.request(compared(parameters))),
		stopsWhenListed: (parameters) => stopsWhenListed && !isMeantAgain(parameters),
		isMeantAgain,

		items(answer, parameters) {
			try {
				return items(answer, parameters);
			} catch (error) {
				throw isFailure(error) ? unclear(error, write.label(parameters)) : error;
			}
		},

		explain(failure, parameters) {
			return toldWhereToLook(explain?.(explainRefusal(failure), parameters) ?? explainRefusal(failure), whereToLook);
		},
	};
}

/** An answer that is neither Su's yes nor its documented no leaves open what was done, whatever it seems to say. */
function unclear(failure: Failure, label: string): Failure {
	if (failure.kind !== 'businessRefusal' && failure.kind !== 'brokenAnswer') return failure;
	const { partnerMessage } = failure.details;
	return failure.retold({
		kind: 'unknownOutcome',
		message: `It is not known whether it was done (${label}): the answer of ${SU} is neither its yes nor its no${partnerMessage ? `: ${partnerMessage}` : ''}`,
		advice: 'Do not send it again before you have looked.',
	});
}
