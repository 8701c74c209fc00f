import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { toldWhereToLook } from '../../../engine/idempotency/onceFailures';
import { FieldReader } from '../../../engine/items/fields';
import { isMeantAgain, keySentAgain, readSentAgain, sendAgainNotice, sendAgainOption, type SentAgain } from '../../../engine/items/sendAgain';
import type { OnceOperation, RunContext } from '../../../engine/operation/operation';
import { noRefusal } from './answers';
import { explainRefusal } from './refusal';
import { readRequestor, requestorOption, type Acting } from './requestor';
import { ONCE_TIMEOUT_MS } from './tradevest';

/** What a submission has beside its content `C`. `requestorId` is `''` where nobody need be named. */
export type Submitting<C extends object> = C & SentAgain & Acting;

/** What tells one submission from another. */
interface Submission<C extends object> {
	readonly name: string;
	readonly displayName: string;
	readonly action: string;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	/** What is sent, such as `test deposit`. */
	readonly what: string;
	readonly properties: INodeProperties[];
	readonly options?: INodeProperties[];
	readonly hasRequestor: boolean;
	/** Reads the content. Faults are noted in `fields`. */
	read(fields: FieldReader, run: RunContext): C;
	request(parameters: Submitting<C>): PartnerRequest;
	/** A line for a person to find it by. */
	label(content: C): string;
	/** What the output names. */
	ids(content: C): IDataObject;
	/** Where a person sees whether it was done, as a sentence. */
	readonly whereToLook: string;
}

/**
 * A write that Tradevest takes with an empty 202, and of which no read shows what became: sent at most once, unless a person wants it again. Out
 * comes `received` with the ids, and nothing of what was decided.
 */
export function submission<C extends object>(of: Submission<C>): OnceOperation<Submitting<C>> {
	const same = (parameters: Submitting<C>) => `${of.what} ${contentHash(of.request({ ...parameters, requestorId: '' }))}`;
	return {
		name: of.name,
		displayName: of.displayName,
		action: of.action,
		description: of.description,
		effect: 'once',
		source: of.source,
		properties: [...of.properties, sendAgainNotice(`sends the ${of.what} once more, whatever was sent before`)],
		options: [
			...(of.options ?? []),
			sendAgainOption(`Whether to send this ${of.what} once more, though it was sent before. Each execution with this switched on sends it again; Retry On Fail does not.`),
			...(of.hasRequestor ? [requestorOption] : []),
		],
		timeoutMs: ONCE_TIMEOUT_MS,

		parameters(read, run) {
			const fields = new FieldReader(read);
			const parameters = { ...of.read(fields, run), ...readSentAgain(fields, run), ...(of.hasRequestor ? readRequestor(fields, run) : { requestorId: '' }) };
			fields.done(`The ${of.what}`);
			return parameters;
		},

		key: (parameters) => keySentAgain(same(parameters), parameters),
		plainKey: same,
		purpose: same,
		content: same,
		label: (parameters) => of.label(parameters),
		isMeantAgain,
		request: (parameters) => of.request(parameters),
		items(answer, parameters) {
			noRefusal(answer, of.what);
			return [{ received: true, ...of.ids(parameters) }];
		},

		explain(failure) {
			return toldWhereToLook(explainRefusal(failure), of.whereToLook);
		},
		hints: (outcomes) => outcomes.every(({ items }) => items === undefined) ? [] : [{ message: `Tradevest has taken the ${of.what}, and no read shows what becomes of it. ${of.whereToLook}` }],
	};
}
