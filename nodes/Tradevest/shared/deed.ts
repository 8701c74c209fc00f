import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { toldWhereToLook } from '../../../engine/idempotency/onceFailures';
import { FieldReader } from '../../../engine/items/fields';
import { lookUpTime, readLookUpTime, type LookUpTime } from '../../../engine/items/lookUpTime';
import { isMeantAgain, keySentAgain, readSentAgain, sendAgainNotice, sendAgainOption, type SentAgain } from '../../../engine/items/sendAgain';
import { readWaitForOutcome, waitForOutcome, type WaitsForOutcome } from '../../../engine/items/waitForOutcome';
import type { Candidate } from '../../../engine/operation/candidate';
import type { OnceOperation, RunContext } from '../../../engine/operation/operation';
import { textOf } from '../../../engine/values';
import { noRefusal, thingIn } from './answers';
import { explainRefusal } from './refusal';
import { readRequestor, requestorOption, type Acting } from './requestor';
import { readingOf, type Thing } from './things';
import { ONCE_TIMEOUT_MS, TRADEVEST } from './tradevest';

/** What a deed has beside its content `C`. */
export type Doing<C extends object> = C & WaitsForOutcome & LookUpTime & Acting & SentAgain & { executionId: string };

/** What tells one deed from another. */
interface Deed<C extends object> {
	readonly name: string;
	readonly displayName: string;
	readonly action: string;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	/** What it is done to. */
	readonly thing: Thing;
	readonly properties: INodeProperties[];
	/** Reads the content. Faults are noted in `fields`. */
	read(fields: FieldReader, run: RunContext): C;
	/** The id of what it is done to. */
	id(content: C): string;
	request(parameters: Doing<C>): PartnerRequest;
	/** Whether the thing, as it is read, is what the deed makes of it. */
	isDone(row: IDataObject, content: C): boolean;
	/** Whether it shows something that may be what the deed makes of it, or another one: that is told, and never taken for it. */
	isLike?(row: IDataObject, content: C): boolean;
	/** Whether the same in another execution is the same deed, and not one anew. Left out, it is anew. */
	readonly isOnceForEver?: boolean;
	/** What of the content makes two the same, beside the id. Left out, the whole request. */
	sameAs?(content: C): unknown;
	/** Options of its own. */
	readonly options?: INodeProperties[];
	/** What is read before it is sent. */
	readonly beforehand?: OnceOperation<Doing<C>>['beforehand'];
	/** Where a person sees whether it was done, as a sentence. */
	readonly whereToLook: string;
}

/**
 * A write that is done to something at Tradevest, once in an execution, or once for ever. Tradevest answers 202 and does it later; that it refused is told by webhook
 * only. So out come the id, its state, and `applied`: true once the thing is read as it is to be, else null, since nobody knows. What is so
 * already is not asked for again.
 */
export function deed<C extends object>(of: Deed<C>): OnceOperation<Doing<C>> {
	const { thing, isOnceForEver = false } = of;
	const item = (id: string, row: IDataObject | undefined, applied: boolean): IDataObject => ({ [thing.id]: id, status: textOf(row?.[thing.status]) ?? null, applied: applied ? true : null });
	const label = (parameters: Doing<C>) => `${of.displayName.toLowerCase()} ${thing.what} ${of.id(parameters)}`;
	const asked = (parameters: Doing<C>) => contentHash(of.sameAs?.(parameters) ?? of.request({ ...parameters, requestorId: '' }));
	const same = (parameters: Doing<C>) => `${of.name} ${thing.what} ${of.id(parameters).toLowerCase()} ${asked(parameters)}`;
	const one = (parameters: Doing<C>): PartnerRequest => readingOf(thing, of.id(parameters));
	return {
		name: of.name,
		displayName: of.displayName,
		action: of.action,
		description: of.description,
		effect: 'once',
		source: of.source,
		properties: [...of.properties, ...(isOnceForEver ? [sendAgainNotice('sends this once more, whatever was sent before')] : [])],
		options: [...(of.options ?? []), ...(isOnceForEver ? [againOption] : []), waitForOutcome, lookUpTime(TRADEVEST), requestorOption],
		timeoutMs: ONCE_TIMEOUT_MS,

		parameters(read, run) {
			const fields = new FieldReader(read);
			const { executionId } = run;
			const again = isOnceForEver ? readSentAgain(fields, run) : { sentAgainIn: undefined };
			const parameters = { ...of.read(fields, run), ...again, ...readWaitForOutcome(fields), ...readLookUpTime(fields), ...readRequestor(fields, run), executionId };
			fields.done('The request');
			return parameters;
		},

		key: (parameters) => (isOnceForEver ? keySentAgain(same(parameters), parameters) : `${same(parameters)} #${parameters.executionId}`),
		...(isOnceForEver ? { plainKey: same } : {}),
		content: asked,
		label,
		isMeantAgain,
		...(isOnceForEver ? {} : { wayOut: 'start the workflow anew: it looks at Tradevest first' }),
		...(of.beforehand ? { beforehand: of.beforehand } : {}),

		lookUp: {
			request: one,
			match(answer, parameters): Candidate[] {
				const row = thingIn(answer, thing, of.id(parameters));
				if (of.isDone(row, parameters)) return [{ id: null, likeness: 'same', items: [item(of.id(parameters), row, true)] }];
				return of.isLike?.(row, parameters) ? [{ id: of.id(parameters), likeness: 'maybe', doubt: 'which shows one like it', items: [item(of.id(parameters), row, false)] }] : [];
			},
			ids: () => [],
			forMs: ({ lookUpMs }) => lookUpMs,
		},

		request: (parameters) => of.request(parameters),

		items(answer, parameters) {
			noRefusal(answer, thing.what);
			return [item(of.id(parameters), undefined, false)];
		},

		laterOutcome: {
			forMs: ({ waitMs }) => waitMs,
			request: (_items, parameters) => one(parameters),
			seen(answer, [sent = {}], parameters) {
				const row = thingIn(answer, thing, of.id(parameters));
				const applied = of.isDone(row, parameters);
				// Nothing more can be seen of what only looks like it.
				return { isFinal: applied || (of.isLike?.(row, parameters) ?? false), items: [{ ...sent, ...item(of.id(parameters), row, applied) }] };
			},
		},

		explain(failure) {
			return toldWhereToLook(explainRefusal(failure), of.whereToLook);
		},
	};
}

const againOption = sendAgainOption('Whether to send this once more, though it was sent before. Each execution with this switched on sends it again; Retry On Fail does not. What Tradevest shows as done is not sent in any case.');
