import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerRequest } from '../../../engine/http/request';
import { contentHash } from '../../../engine/idempotency/contentHash';
import { FieldReader } from '../../../engine/items/fields';
import { lookUpTime, readLookUpTime, type LookUpTime } from '../../../engine/items/lookUpTime';
import { readWaitForOutcome, waitForOutcome, type WaitsForOutcome } from '../../../engine/items/waitForOutcome';
import type { Candidate } from '../../../engine/operation/candidate';
import type { OnceOperation, RunContext } from '../../../engine/operation/operation';
import { textOf } from '../../../engine/values';
import { thingIn } from './answers';
import { explainRefusal } from './refusal';
import { readRequestor, requestorOption, type Acting } from './requestor';
import { readingOf, type Thing } from './things';
import { TRADEVEST } from './tradevest';

/** What a deed has beside its content `C`. */
export type Doing<C extends object> = C & WaitsForOutcome & LookUpTime & Acting & { executionId: string };

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
	/** Where a person sees whether it was done, as a sentence. */
	readonly whereToLook: string;
}

/**
 * A write that is done to something at Tradevest, once in an execution. Tradevest answers 202 and does it later; that it refused is told by web hook
 * only. So out come the id, its state, and `applied`: true once the thing is read as it is to be, else null, since nobody knows. What is so
 * already is not asked for again.
 */
export function deed<C extends object>(of: Deed<C>): OnceOperation<Doing<C>> {
	const { thing } = of;
	const item = (id: string, row: IDataObject | undefined, applied: boolean): IDataObject => ({ [thing.id]: id, status: textOf(row?.[thing.status]) ?? null, applied: applied ? true : null });
	const label = (parameters: Doing<C>) => `${of.displayName.toLowerCase()} ${thing.what} ${of.id(parameters)}`;
	const one = (parameters: Doing<C>): PartnerRequest => readingOf(thing, of.id(parameters));
	return {
		name: of.name,
		displayName: of.displayName,
		action: of.action,
		description: of.description,
		effect: 'once',
		source: of.source,
		properties: of.properties,
		options: [waitForOutcome, lookUpTime(TRADEVEST), requestorOption],

		parameters(read, run) {
			const fields = new FieldReader(read);
			const parameters = { ...of.read(fields, run), ...readWaitForOutcome(fields), ...readLookUpTime(fields), ...readRequestor(fields, run), executionId: run.executionId };
			fields.done('The request');
			return parameters;
		},

		key: (parameters) => `${of.name} ${thing.what} ${of.id(parameters).toLowerCase()} ${contentHash(of.request({ ...parameters, requestorId: '' }))} #${parameters.executionId}`,
		content: (parameters) => contentHash(of.request(parameters)),
		label,
		wayOut: 'start the workflow anew: it looks at Tradevest first',

		lookUp: {
			request: one,
			match(answer, parameters): Candidate[] {
				const row = thingIn(answer, thing, of.id(parameters));
				return of.isDone(row, parameters) ? [{ id: null, likeness: 'same', items: [item(of.id(parameters), row, true)] }] : [];
			},
			ids: () => [],
			forMs: ({ lookUpMs }) => lookUpMs,
		},

		request: (parameters) => of.request(parameters),
		items: (_answer, parameters) => [item(of.id(parameters), undefined, false)],

		laterOutcome: {
			forMs: ({ waitMs }) => waitMs,
			request: (_items, parameters) => one(parameters),
			seen(answer, [sent = {}], parameters) {
				const row = thingIn(answer, thing, of.id(parameters));
				const applied = of.isDone(row, parameters);
				return { isFinal: applied, items: [{ ...sent, ...item(of.id(parameters), row, applied) }] };
			},
		},

		explain(failure) {
			const told = explainRefusal(failure);
			return told.kind === 'unknownOutcome' ? told.retold({ advice: `${told.details.advice} ${of.whereToLook}` }) : told;
		},
	};
}
