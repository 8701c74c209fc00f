import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Failure } from '../../../engine/failure';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { derivedUuid } from '../../../engine/idempotency/derivedUuid';
import { toldWhereToLook } from '../../../engine/idempotency/onceFailures';
import { FieldReader } from '../../../engine/items/fields';
import { lookUpTime, readLookUpTime, type LookUpTime } from '../../../engine/items/lookUpTime';
import { isMeantAgain, keySentAgain, readSentAgain, sendAgainNotice, sendAgainOption, type SentAgain } from '../../../engine/items/sendAgain';
import type { Candidate } from '../../../engine/operation/candidate';
import type { LaterOutcome } from '../../../engine/operation/laterOutcome';
import type { LookUpCalls, OnceOperation, RunContext } from '../../../engine/operation/operation';
import type { Ask } from '../../../engine/operation/reads';
import type { RunHint } from '../../../engine/operation/runHint';
import { FOR, type Family } from './family';
import { outputFields, readOutput, shown, type Output } from './output';
import { writeHints } from './writeHints';
import { ONCE_TIMEOUT_MS, XCOVER } from './xcover';

/** What a write has beside its content `C`. */
export type Writing<C extends object> = C & SentAgain & LookUpTime & Output & { executionId: string };

/** What tells one write from another. */
interface Write<C extends object> {
	readonly name: string;
	readonly displayName: string;
	readonly action: string;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	/** Its fields; Simplify and the options of every write are added. */
	readonly properties: INodeProperties[];
	readonly options?: INodeProperties[];
	/** Whether the same in another execution is meant anew. Left out, it is the same for ever. */
	readonly isAnew?: boolean;
	/** Reads the content. Faults are noted in `fields`. */
	read(fields: FieldReader, run: RunContext): C;
	request(content: C): PartnerRequest;
	/** From the answer to all that is known of what it came to. */
	items(answer: PartnerAnswer, parameters: Writing<C>): IDataObject[];
	/** Members of its small form. Left out, it has none. */
	readonly small?: readonly string[];
	/** A line for a person to find it by. No personal data. */
	label(content: C): string;
	/** Whether XCover answers nothing that could be put out: then there is nothing to simplify. */
	readonly isAnsweredEmpty?: boolean;
	/** What of the content makes two the same. Left out, all of the request. */
	sameAs?(content: C): unknown;
	/** Whether what is beside that may be another thing each time, such as the time of a try. Left out, two that are the same must be the same in all. */
	readonly mayDifferOtherwise?: boolean;
	/** Where a person sees whether it was done, as a sentence. */
	readonly whereToLook: string;
	/** Reads what the write needs, or what speaks against it. @throws Failure */
	complete?(parameters: Writing<C>, ask: Ask): Promise<Writing<C>>;
	/** Finds it where no answer came. Left out where no call shows it. Without `ids`, what it came to is not held against other writes. */
	readonly lookUp?: Omit<LookUpCalls<Writing<C>>, 'ids' | 'forMs'> & Partial<Pick<LookUpCalls<Writing<C>>, 'ids'>>;
	/** Reads what the write came to, where its answer does not tell. */
	readonly laterOutcome?: LaterOutcome<Writing<C>>;
	/** What a person should know after every run. */
	readonly hints?: readonly RunHint[];
}

/** A write with a token of XCover Elements, which documents no key against a second one. */
export function elementsWrite<C extends object>(of: Write<C>): OnceOperation<Writing<C>> {
	const isForEver = !(of.isAnew ?? false);
	const write = written('elements', of, { isAgainOffered: isForEver });
	return { ...write, explain: (failure, parameters) => withoutInsNumber(write.explain?.(failure, parameters) ?? failure), ...(isForEver ? { plainKey: (parameters: Writing<C>) => same(of, parameters) } : {}) };
}

/** A booking that is not there: with a token the INS number, which people know it by, is not its ID. */
function withoutInsNumber(failure: Failure): Failure {
	if (failure.kind !== 'notFound') return failure;
	return failure.retold({ advice: `${failure.details.advice} With XCover Elements the ID of a booking is its "id", a UUID; the INS number is its "provider_reference".` });
}

/** A signed write. XCover keeps its key for 48 hours and answers a second one with what it answered first (od/api/idempotency-keys). */
export function signedWrite<C extends object>(
	of: Write<C> & {
		/** Whether XCover refuses a second one in any case, also once it has dropped the key. */
		readonly isRefusedTwice: boolean;
		/** What a refusal shows of a first one, such as that it names the booking which that made. */
		matchRefusal?(failure: Failure, parameters: Writing<C>): Candidate[] | undefined;
	},
): OnceOperation<Writing<C>> {
	const { matchRefusal, isRefusedTwice } = of;
	const isForEver = !(of.isAnew ?? false);
	// Once XCover has dropped the key of one that it would do twice, only a person can decide.
	const isAgainOffered = isForEver && !isRefusedTwice;
	return {
		...written('signature', of, { isAgainOffered }),
		...(isAgainOffered ? { plainKey: (parameters: Writing<C>) => same(of, parameters) } : {}),
		...(isForEver && isRefusedTwice ? { wayOut: `run the item again: ${XCOVER} does not do the same twice` } : {}),
		partnersKey: { keptMs: isRefusedTwice ? Infinity : KEPT_MS, forMs: ({ lookUpMs }) => lookUpMs, ...(matchRefusal ? { matchRefusal } : {}) },
		request: (parameters) => withKey(of.request(parameters), keyOf(of, parameters)),
	};
}

/** How long XCover keeps the key of a write, in milliseconds: 48 hours, and an hour less to be sure. */
const KEPT_MS = 47 * 60 * 60_000;

/** A signed request that carries a key: a second one does nothing, 409 brings the first answer and 423 says that the first is still under way (od/api/idempotency-keys; seen). */
export function withKey(request: PartnerRequest, key: string): PartnerRequest {
	return { ...request, headers: { ...request.headers, 'x-idempotency-key': derivedUuid(key) }, keyed: { firstAnswer: 409, underWay: 423 } };
}

function same<C extends object>(of: Write<C>, parameters: Writing<C>): string {
	return `${of.action} ${contentHash(of.sameAs?.(parameters) ?? of.request(parameters))}`;
}

function keyOf<C extends object>(of: Write<C>, parameters: Writing<C>): string {
	return of.isAnew ? `${same(of, parameters)} #${parameters.executionId}` : keySentAgain(same(of, parameters), parameters);
}

function written<C extends object>(family: Family, of: Write<C>, { isAgainOffered }: { isAgainOffered: boolean }): OnceOperation<Writing<C>> {
	const { small, lookUp, complete, laterOutcome, whereToLook, isAnsweredEmpty = false } = of;
	const output = isAnsweredEmpty ? { properties: [], options: [] } : outputFields;
	return {
		name: of.name,
		displayName: of.displayName,
		action: of.action,
		description: of.description,
		...FOR[family],
		effect: 'once',
		source: of.source,
		properties: [...of.properties, ...output.properties, ...(isAgainOffered ? [sendAgainNotice('sends this once more, whatever was sent before')] : [])],
		options: [...(of.options ?? []), ...output.options, lookUpTime(XCOVER), ...(isAgainOffered ? [againOption] : [])],
		timeoutMs: ONCE_TIMEOUT_MS,

		parameters(read, run) {
			const fields = new FieldReader(read);
			const again = isAgainOffered ? readSentAgain(fields, run) : { sentAgainIn: undefined };
			const parameters = { ...of.read(fields, run), ...again, ...readLookUpTime(fields), ...readOutput(fields), executionId: run.executionId };
			fields.done('The request');
			return parameters;
		},

		key: (parameters) => keyOf(of, parameters),
		content: (parameters) => (of.mayDifferOtherwise ? same(of, parameters) : contentHash(of.request(parameters))),
		label: of.label,
		isMeantAgain,
		...(of.isAnew ? { wayOut: 'start the workflow anew' } : {}),
		...(complete ? { complete } : {}),
		...(lookUp ? { lookUp: { ids: () => [], ...lookUp, forMs: ({ lookUpMs }) => lookUpMs } } : {}),
		...(laterOutcome ? { laterOutcome } : {}),
		request: of.request,
		items: of.items,
		shown: (item, parameters) => shown(item, small ?? Object.keys(item), parameters),
		hints: (outcomes) => [...(of.hints ?? []), ...writeHints(outcomes)],
		explain: (failure) => toldWhereToLook(failure.details.isUnderWay ? stillAtIt(failure, of.isAnew ?? false) : failure, whereToLook),
	};
}

/** What to do with a write that XCover is still at. One that each execution means anew has another key in the next one. */
function stillAtIt(failure: Failure, isAnew: boolean): Failure {
	const { advice } = failure.details;
	return failure.retold({ advice: isAnew ? `${advice} Another execution would do it once more: look first.` : `${advice} Then run the item again: the same is not done twice.` });
}

const againOption = sendAgainOption('Whether to send this once more, though it was sent before. Each execution with this switched on sends it again; Retry On Fail does not.');
