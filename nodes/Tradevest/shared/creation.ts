import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { FieldReader } from '../../../engine/items/fields';
import { lookUpTime, readLookUpTime, type LookUpTime } from '../../../engine/items/lookUpTime';
import { isMeantAgain, keySentAgain, readSentAgain, sendAgainNotice, sendAgainOption, type SentAgain } from '../../../engine/items/sendAgain';
import { readWaitForOutcome, waitForOutcome, type WaitsForOutcome } from '../../../engine/items/waitForOutcome';
import type { LaterOutcome } from '../../../engine/operation/laterOutcome';
import type { LookUpCalls, OnceOperation, RunContext } from '../../../engine/operation/operation';
import { isObject, textOf } from '../../../engine/values';
import { idAnywhere, idIn, thingIn } from './answers';
import { externalIdField, readKey, type Keyed } from './externalId';
import { explainRefusal } from './refusal';
import { readRequestor, requestorOption, type Acting } from './requestor';
import { isDecided, isRefused, RECEIVED } from './states';
import { readingOf, type Thing } from './things';
import { TRADEVEST } from './tradevest';

/** Milliseconds for the answer of a write: longer than for a read, as its outcome is not known otherwise. */
const ONCE_TIMEOUT_MS = 60_000;

/** What a creation has beside its content `C`. `externalId` is `''` where Tradevest takes none, `requestorId` where nobody need be named. */
export type Creating<C extends object> = C & SentAgain & WaitsForOutcome & LookUpTime & Keyed & Acting;

/** What tells one creation from another. */
interface Creation<C extends object> {
	readonly name?: string;
	readonly displayName?: string;
	readonly action: string;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	/** What is made. Where it cannot be read by its id, nothing is waited for. */
	readonly thing: Thing;
	readonly properties: INodeProperties[];
	readonly options?: INodeProperties[];
	/** Whether Tradevest takes an External ID for it. */
	readonly hasExternalId: boolean;
	/** Whether the call wants to know who acts. */
	readonly hasRequestor: boolean;
	/** Reads the content. Faults are noted in `fields`. */
	read(fields: FieldReader, run: RunContext): C;
	request(parameters: Creating<C>): PartnerRequest;
	/** A line for a person to find it by; the External ID is added. No personal data beside a name. */
	label(content: C): string;
	/** What of the content makes two the same, where no External ID is given. Left out, all of it. */
	sameAs?(content: C): unknown;
	/** Finds it where no answer came. Left out where no call shows it. */
	readonly lookUp?: Omit<LookUpCalls<Creating<C>>, 'ids' | 'forMs'>;
	/** Whether one that Tradevest lists already stops it. */
	readonly stopsWhenListed?: boolean;
	/** What to do where one stops it. */
	whenInTheWay?(content: C): string;
	/** What is read before it is sent. */
	readonly beforehand?: OnceOperation<Creating<C>>['beforehand'];
	/** Where a person sees whether it was done, as a sentence. */
	readonly whereToLook: string;
	/** Whether the answer is not documented, so that one without an id may be a yes. */
	readonly hasUnknownAnswer?: boolean;
}

/**
 * A write that makes something at Tradevest, sent at most once. Tradevest answers that it has received it and decides later; the decision is
 * waited for as long as the person wants. Out come the id, the External ID, the state, and `decided`: whether that state is Tradevest's decision.
 */
export function creation<C extends object>(of: Creation<C>): OnceOperation<Creating<C>> {
	const { thing, hasExternalId, hasRequestor, lookUp, stopsWhenListed = false, whereToLook } = of;
	const label = (parameters: Creating<C>) => `${of.label(parameters)}${hasExternalId ? `, External ID ${parameters.externalId}` : ''}`;
	const same = ({ keyedBy }: Creating<C>) => `${thing.what} ${keyedBy}`;
	return {
		name: of.name ?? 'create',
		displayName: of.displayName ?? 'Create',
		action: of.action,
		description: of.description,
		effect: 'once',
		source: of.source,
		properties: [...of.properties, ...(hasExternalId ? [externalIdField] : []), againNotice(thing)],
		options: [...(of.options ?? []), againOption(thing), waitForOutcome, ...(lookUp ? [lookUpTime(TRADEVEST)] : []), ...(hasRequestor ? [requestorOption] : [])],
		timeoutMs: ONCE_TIMEOUT_MS,

		parameters(read, run) {
			const fields = new FieldReader(read);
			const content = of.read(fields, run);
			const again = readSentAgain(fields, run);
			const keyed = readKey(fields, { what: thing.what, content: of.sameAs?.(content) ?? content, hasExternalId }, again);
			const acting = hasRequestor ? readRequestor(fields, run) : { requestorId: '' };
			const parameters = { ...content, ...again, ...readWaitForOutcome(fields), ...readLookUpTime(fields), ...keyed, ...acting };
			fields.done(`The ${thing.what}`);
			return parameters;
		},

		key: (parameters) => keySentAgain(same(parameters), parameters),
		plainKey: same,
		purpose: same,
		content: (parameters) => contentHash(of.request({ ...parameters, externalId: '', requestorId: '' })),
		label,
		isMeantAgain,
		...(of.beforehand ? { beforehand: of.beforehand } : {}),
		...(lookUp ? { lookUp: { ...lookUp, ids: (items) => items.flatMap((item) => textOf(item[thing.id]) ?? []), forMs: ({ lookUpMs }) => lookUpMs } } : {}),
		stopsWhenListed: (parameters) => stopsWhenListed && !isMeantAgain(parameters),
		whenInTheWay: (parameters) => of.whenInTheWay?.(parameters) ?? `If this is another one, give it ${hasExternalId ? 'an External ID of its own' : 'other content'}, or turn on Send Even If Already Sent under Options. Nothing was sent.`,
		stands: (items) => !items.some(({ status }) => isRefused(textOf(status))),
		request: (parameters) => of.request(parameters),
		items: (answer, parameters) => [receivedItem(thing, of.hasUnknownAnswer ? idAnywhere(answer, thing) : idIn(answer, thing.made ?? thing.id, thing.what), parameters)],
		laterOutcome: outcomeOf<Creating<C>>(thing, label),

		explain(failure) {
			const told = explainRefusal(failure);
			return told.kind === 'unknownOutcome' ? told.retold({ advice: `${told.details.advice} ${whereToLook}` }) : told;
		},
	};
}

/** What is known of something that Tradevest has received. */
export function receivedItem(thing: Thing, id: string | null, { externalId }: Pick<Keyed, 'externalId'>): IDataObject {
	return { [thing.id]: id, ...(externalId === '' ? {} : { externalId }), status: RECEIVED, decided: false };
}

/** What a row or object says of something that was made. */
export function madeItem(thing: Thing, row: IDataObject, { externalId }: Keyed): IDataObject {
	const status = textOf(row[thing.status]);
	return { [thing.id]: textOf(row[thing.id]) ?? null, ...(externalId === '' ? {} : { externalId }), status: status ?? null, decided: isDecided(status) };
}

/** How Tradevest decided on something that was made: its state, once that is no longer RECEIVED. */
function outcomeOf<P extends WaitsForOutcome>(thing: Thing, label: (parameters: P) => string): LaterOutcome<P> {
	return {
		forMs: ({ waitMs }) => waitMs,

		request([item], { waitMs }) {
			const id = textOf(item?.[thing.id]);
			return id === undefined || waitMs === 0 ? undefined : readingOf(thing, id);
		},

		seen(answer, [item = {}], parameters) {
			const row = thingIn(answer, thing, textOf(item[thing.id]) ?? '');
			const status = textOf(row[thing.status]);
			const items = [{ ...item, status: status ?? RECEIVED, decided: isDecided(status) }];
			return isRefused(status) ? { isFinal: true, items, refusal: decidedAgainst(thing, label(parameters), status ?? '', reasonIn(row)) } : { isFinal: isDecided(status), items };
		},
	};
}

/** A reason is told by web hook only (partner-webhooks); should an answer hold one all the same, it is told. */
function reasonIn({ validationError }: IDataObject): string | undefined {
	if (!isObject(validationError)) return undefined;
	const words = [textOf(validationError.errorType), textOf(validationError.description)].filter((each) => each !== undefined);
	return words.length === 0 ? undefined : words.join(': ');
}

function decidedAgainst({ what }: Thing, label: string, status: string, reason: string | undefined): Failure {
	return new Failure('businessRefusal', `${TRADEVEST} received it, and then made it ${status} (${label})${reason === undefined ? '' : `: ${reason}`}`, {
		advice: `${reason === undefined ? `${TRADEVEST} tells the reason by web hook only: Tradevest Trigger hears it. ` : ''}Nothing comes of this ${what}. Correct what it holds before it is sent again; an External ID that was given by hand must be another one then, as this one stays taken.`,
		...(reason === undefined ? {} : { partnerMessage: reason }),
	});
}

function againOption({ what }: Thing): INodeProperties {
	return sendAgainOption(`Whether to send this ${what} once more, though it was sent before. Each execution with this switched on sends it again; Retry On Fail does not.`);
}

function againNotice({ what }: Thing): INodeProperties {
	return sendAgainNotice(`sends the ${what} once more, whatever was sent before`);
}

/** The state in a row, for who looks for what was made. */
export function stateIn(thing: Thing, row: IDataObject): { isWaiting: boolean; isRefused: boolean } {
	const status = textOf(row[thing.status]);
	return { isWaiting: !isDecided(status), isRefused: isRefused(status) };
}
