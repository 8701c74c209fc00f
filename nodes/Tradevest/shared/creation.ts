import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { Failure, type Fault } from '../../../engine/failure';
import type { PartnerAnswer, PartnerRequest } from '../../../engine/http/request';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { toldWhereToLook } from '../../../engine/idempotency/onceFailures';
import { FieldReader } from '../../../engine/items/fields';
import { lookUpTime, readLookUpTime, type LookUpTime } from '../../../engine/items/lookUpTime';
import { isMeantAgain, keySentAgain, readSentAgain, sendAgainNotice, sendAgainOption, type SentAgain } from '../../../engine/items/sendAgain';
import { readWaitForOutcome, waitForOutcome, type WaitsForOutcome } from '../../../engine/items/waitForOutcome';
import type { LaterOutcome } from '../../../engine/operation/laterOutcome';
import type { LookUpCalls, OnceOperation, ParameterReader, RunContext } from '../../../engine/operation/operation';
import type { RunHint } from '../../../engine/operation/runHint';
import { isObject, textOf } from '../../../engine/values';
import { idAnywhere, idIn, thingIn } from './answers';
import { externalIdField, keyedBy, readExternalId, type Keyed } from './externalId';
import { undecidedHints } from './laterHints';
import { explainRefusalOfNew } from './refusal';
import { readRequestor, readRequestorIfGiven, requestorOption, type Acting } from './requestor';
import { isDecided, isRefused, RECEIVED } from './states';
import { readingOf, type Kind, type Thing } from './things';
import { ONCE_TIMEOUT_MS, TRADEVEST } from './tradevest';

/** What a creation has beside its content `C`. `externalId` is `''` where Tradevest takes none, `requestorId` where nobody need be named. */
export type Creating<C extends object> = C & SentAgain & WaitsForOutcome & LookUpTime & Keyed & Acting & { executionId: string };

/** How something that was made is read again, where that is not by its id alone. */
export interface ReadAgain<C extends object> {
	/** Left out, it is read by its id. */
	request?(id: string, parameters: Creating<C>): PartnerRequest;
	/** It in the answer; undefined where it is not there. Left out, the answer is it. */
	row?(answer: PartnerAnswer, id: string): IDataObject | undefined;
	/** What of it is put out beside id and state. */
	also?(row: IDataObject): IDataObject;
	/** Whether it has all that is waited for, though Tradevest has not decided. */
	isReady?(row: IDataObject): boolean;
}

/** What tells one creation from another. */
interface Creation<C extends object> {
	readonly name?: string;
	readonly displayName?: string;
	readonly action: string;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	/** What is made. Where it cannot be read again, nothing is waited for. */
	readonly thing: Kind & Partial<Thing>;
	readonly readAgain?: ReadAgain<C>;
	readonly properties: INodeProperties[];
	readonly options?: INodeProperties[];
	/** Whether Tradevest takes an External ID for it. */
	readonly hasExternalId: boolean;
	/** Whether the call wants to know who acts; `ifGiven` where Tradevest's pages disagree. */
	readonly hasRequestor: boolean | 'ifGiven';
	/** Reads the content. Faults are noted in `fields`. */
	read(fields: FieldReader, run: RunContext): C;
	request(parameters: Creating<C>): PartnerRequest;
	/** Adds what is not in the panel itself, such as the bytes of a file. Then `sameAs` says what of it makes two the same. */
	complete?(content: C): Promise<Partial<C>>;
	/** What is wrong with the files themselves, to be told together with faults of the fields. */
	fileFaults?(fields: FieldReader): Promise<Fault[]>;
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
	/** Whether the same in another execution is meant anew, where Tradevest itself refuses a second one while the first is under way. Left out, it is the same. */
	readonly isAnew?: boolean;
	/** Whether the answer is not documented, so that one without an id may be a yes. */
	readonly hasUnknownAnswer?: boolean;
	/** What a person should know after every run, beside what was not decided. */
	readonly hints?: readonly RunHint[];
}

/**
 * A write that makes something at Tradevest, sent at most once. Tradevest answers that it has received it and decides later; the decision is
 * waited for as long as the person wants. Out come the id, the External ID, the state, and `decided`: whether that state is Tradevest's decision.
 */
export function creation<C extends object>(of: Creation<C>): OnceOperation<Creating<C>> {
	const { thing, hasExternalId, hasRequestor, lookUp, stopsWhenListed = false, whereToLook, isAnew = false } = of;
	const label = (parameters: Creating<C>) => `${of.label(parameters)}${hasExternalId ? `, External ID ${parameters.externalId}` : ''}`;
	const same = (parameters: Creating<C>) => `${thing.what} ${parameters.keyedBy}`;
	const keyOf = (content: C, givenId: string, again: SentAgain) => keyedBy({ what: thing.what, content: of.sameAs?.(content) ?? content, hasExternalId }, givenId, again);
	return {
		name: of.name ?? 'create',
		displayName: of.displayName ?? 'Create',
		action: of.action,
		description: of.description,
		effect: 'once',
		source: of.source,
		properties: [...of.properties, ...(hasExternalId ? [externalIdField] : []), ...(isAnew ? [] : [againNotice(thing)])],
		options: [...(of.options ?? []), ...(isAnew ? [] : [againOption(thing)]), waitForOutcome, ...(lookUp ? [lookUpTime(TRADEVEST)] : []), ...(hasRequestor ? [requestorOption] : [])],
		timeoutMs: ONCE_TIMEOUT_MS,

		parameters(read, run) {
			const fields = new FieldReader(read);
			const content = of.read(fields, run);
			const again = isAnew ? { sentAgainIn: undefined } : readSentAgain(fields, run);
			const keyed = keyOf(content, hasExternalId ? readExternalId(fields) : '', again);
			const acting = actorIn(hasRequestor, fields, run);
			const parameters = { ...content, ...again, ...readWaitForOutcome(fields), ...readLookUpTime(fields), ...keyed, ...acting, executionId: run.executionId };
			fields.done(`The ${thing.what}`);
			return parameters;
		},

		...(of.fileFaults ? { fileFaults: async (reader: ParameterReader) => (await of.fileFaults?.(new FieldReader(reader))) ?? [] } : {}),
		...(of.complete
			? {
					async complete(parameters: Creating<C>): Promise<Creating<C>> {
						const whole = { ...parameters, ...(await of.complete?.(parameters)) };
						// Only now is it known what makes it the same as another one.
						return { ...whole, ...keyOf(whole, parameters.givenId, parameters) };
					},
				}
			: {}),

		key: (parameters) => (isAnew ? `${same(parameters)} #${parameters.executionId}` : keySentAgain(same(parameters), parameters)),
		...(isAnew ? { wayOut: ANEW } : { plainKey: same }),
		purpose: same,
		content: (parameters) => contentHash(of.request({ ...parameters, externalId: '', requestorId: '' })),
		label,
		isMeantAgain,
		...(of.beforehand ? { beforehand: of.beforehand } : {}),
		...(lookUp ? { lookUp: { ...lookUp, ids: (items) => items.flatMap((item) => textOf(item[thing.id]) ?? []), forMs: ({ lookUpMs }) => lookUpMs } } : {}),
		stopsWhenListed: (parameters) => stopsWhenListed && !isMeantAgain(parameters),
		whenInTheWay: (parameters) => of.whenInTheWay?.(parameters) ?? `If this is another one, give it ${hasExternalId ? 'an External ID of its own' : 'other content'}, or turn on Send Even If Already Sent under Options. Nothing was sent.`,
		// The External ID that is taken may be its own.
		...(hasExternalId ? { mayBeItself: ({ details: { status } }: Failure) => status === 409 } : {}),
		stands: (items) => !items.some(({ status }) => isRefused(textOf(status))),
		request: (parameters) => of.request(parameters),
		items: (answer, parameters) => [receivedItem(thing, of.hasUnknownAnswer ? idAnywhere(answer, thing) : idIn(answer, thing.made ?? thing.id, thing.what), parameters)],
		laterOutcome: outcomeOf(of, label),
		// What was refused was not taken.
		hints: (outcomes) => [...(outcomes.some(({ items }) => items !== undefined) ? (of.hints ?? []) : []), ...undecidedHints(thing.what, outcomes)],

		explain(failure) {
			return toldWhereToLook(explainRefusalOfNew(failure, hasExternalId), whereToLook);
		},
	};
}

/** For the end of a message about one that is not sent again in its execution. */
const ANEW = 'start the workflow anew: Tradevest refuses a second one while the first is under way';

function actorIn(hasRequestor: boolean | 'ifGiven', fields: FieldReader, run: RunContext): Acting {
	if (hasRequestor === 'ifGiven') return readRequestorIfGiven(fields, run);
	return hasRequestor ? readRequestor(fields, run) : { requestorId: '' };
}

/** What is known of something that Tradevest has received. */
export function receivedItem(thing: Kind, id: string | null, { externalId }: Pick<Keyed, 'externalId'>): IDataObject {
	return { [thing.id]: id, ...(externalId === '' ? {} : { externalId }), status: thing.first ?? RECEIVED, decided: false };
}

/** What a row or object says of something that was made. */
export function madeItem(thing: Kind, row: IDataObject, { externalId }: Keyed): IDataObject {
	const status = textOf(row[thing.status]);
	return { [thing.id]: textOf(row[thing.id]) ?? null, ...(externalId === '' ? {} : { externalId }), status: status ?? null, decided: isDecided(status, thing) };
}

/** How Tradevest decided on something that was made: its state, once that is a decision. */
function outcomeOf<C extends object>({ thing, readAgain = {}, isAnew = false }: Pick<Creation<C>, 'thing' | 'readAgain' | 'isAnew'>, label: (parameters: Creating<C>) => string): LaterOutcome<Creating<C>> {
	return {
		forMs: ({ waitMs }) => waitMs,

		request([item], parameters) {
			const id = textOf(item?.[thing.id]);
			if (id === undefined || parameters.waitMs === 0) return undefined;
			return readAgain.request ? readAgain.request(id, parameters) : readingOf(thing, id);
		},

		seen(answer, [item = {}], parameters) {
			const id = textOf(item[thing.id]) ?? '';
			const row = readAgain.row ? readAgain.row(answer, id) : thingIn(answer, thing, id);
			if (!row) return { isFinal: false, items: [item] };
			const status = textOf(row[thing.status]);
			const decided = isDecided(status, thing);
			const items = [{ ...item, ...readAgain.also?.(row), status: status ?? RECEIVED, decided }];
			if (isRefused(status)) return { isFinal: true, items, refusal: decidedAgainst(thing, label(parameters), status ?? '', reasonIn(row), whatNext(parameters, isAnew)) };
			return { isFinal: decided || (readAgain.isReady?.(row) ?? false), items };
		},
	};
}

/** A reason is told by webhook only (partner-webhooks); should an answer hold one all the same, it is told. */
function reasonIn({ validationError }: IDataObject): string | undefined {
	if (!isObject(validationError)) return undefined;
	const words = [textOf(validationError.errorType), textOf(validationError.description)].filter((each) => each !== undefined);
	return words.length === 0 ? undefined : words.join(': ');
}

/** What a person does about one that came to nothing. */
function whatNext({ givenId, externalId }: Keyed, isAnew: boolean): string {
	if (isAnew) return 'Correct what it was refused for, which Onboarding: Check names as far as reads show it, then start the workflow anew.';
	if (givenId !== '') return 'Correct what it was refused for, and give it another External ID: this one stays taken.';
	const again = 'turn on Send Even If Already Sent under Options';
	return externalId === '' ? `Correct what it was refused for. Then ${again}: this n8n counts it as sent.` : `Correct what it was refused for: with other content it is another one. To send the same content once more, ${again}: it gets another External ID then, as this one stays taken.`;
}

function decidedAgainst({ what }: Kind, label: string, status: string, reason: string | undefined, next: string): Failure {
	return new Failure('businessRefusal', `${TRADEVEST} received it, and then made it ${status} (${label})${reason === undefined ? '' : `: ${reason}`}`, {
		advice: `${reason === undefined ? `${TRADEVEST} tells the reason by webhook only: Tradevest Trigger hears it, and where none listened Webhook: Get Missed may have it. ` : ''}Nothing comes of this ${what}. ${next}`,
		...(reason === undefined ? {} : { partnerMessage: reason }),
	});
}

function againOption({ what }: Kind): INodeProperties {
	return sendAgainOption(`Whether to send this ${what} once more, though it was sent before. Each execution with this switched on sends it again; Retry On Fail does not.`);
}

function againNotice({ what }: Kind): INodeProperties {
	return sendAgainNotice(`sends the ${what} once more, whatever was sent before`);
}

/** The state in a row, for who looks for what was made. */
export function stateIn(thing: Kind, row: IDataObject): { isWaiting: boolean; isRefused: boolean } {
	const status = textOf(row[thing.status]);
	return { isWaiting: !isDecided(status, thing), isRefused: isRefused(status) };
}
