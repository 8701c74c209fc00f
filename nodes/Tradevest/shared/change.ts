import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isFailure, type Failure } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import { FieldReader } from '../../../engine/items/fields';
import { readWaitForOutcome, waitForOutcome, type WaitsForOutcome } from '../../../engine/items/waitForOutcome';
import type { RepeatableOperation, ReplacingRequest, RunContext } from '../../../engine/operation/operation';
import type { Ask } from '../../../engine/operation/reads';
import { textOf } from '../../../engine/values';
import { noRefusal, thingIn } from './answers';
import { unappliedHints } from './laterHints';
import { explainRefusal } from './refusal';
import { readRequestor, requestorOption, type Acting } from './requestor';
import { readingOf, type Thing } from './things';

/** What a change has beside its content `C`. */
export type Changing<C extends object> = C & WaitsForOutcome & Acting;

/** What tells one change from another. */
interface Change<C extends object> {
	readonly name: string;
	readonly displayName: string;
	readonly action: string;
	readonly description: string;
	readonly source: RepeatableOperation<unknown>['source'];
	/** What is changed. */
	readonly thing: Thing;
	readonly properties: INodeProperties[];
	/** Reads the content. Faults are noted in `fields`. */
	read(fields: FieldReader, run: RunContext): C;
	/** The id of what is changed. */
	id(content: C): string;
	/** Which part of it is changed, where changes of other parts have nothing to do with it. Left out, it is one. */
	part?(content: C): string;
	request(parameters: Changing<C>): PartnerRequest;
	/** Whether the thing is as the change wants it. Left out, no read shows it. */
	isApplied?(row: IDataObject, content: C): boolean;
}

/**
 * A write that sets what something is at Tradevest: sent again it does no harm. Tradevest answers 202 and applies it later; a refused one changes
 * nothing, and is told by webhook only (api overview). So out come the id, and `applied`: true once the thing is read as asked for, else
 * null, since nobody knows.
 */
export function change<C extends object>(of: Change<C>): RepeatableOperation<Changing<C>> & ReplacingRequest<Changing<C>> {
	const { thing, isApplied } = of;
	return {
		name: of.name,
		displayName: of.displayName,
		action: of.action,
		description: of.description,
		effect: 'repeatable',
		source: of.source,
		properties: of.properties,
		options: [...(isApplied ? [waitForOutcome] : []), requestorOption],

		parameters(read, run) {
			const fields = new FieldReader(read);
			const parameters = { ...of.read(fields, run), ...readWaitForOutcome(fields), ...readRequestor(fields, run) };
			fields.done('The change');
			return parameters;
		},

		replaces: {
			thing: (parameters) => [of.id(parameters).toLowerCase(), of.part?.(parameters) ?? ''].join(' '),
			...(isApplied
				? {
						async doneByLostTry(_refusal: Failure, parameters: Changing<C>, ask: Ask): Promise<IDataObject[] | undefined> {
							const answer = await ask(readingOf(thing, of.id(parameters)));
							const row = isFailure(answer) ? undefined : thingIn(answer, thing, of.id(parameters));
							if (row === undefined || !isApplied(row, parameters)) return undefined;
							return [{ [thing.id]: of.id(parameters), received: true, applied: true, status: textOf(row[thing.status]) ?? null }];
						},
					}
				: {}),
		},
		request: (parameters) => of.request(parameters),

		items(answer, parameters) {
			noRefusal(answer, thing.what);
			return [{ [thing.id]: of.id(parameters), received: true, applied: null }];
		},

		...(isApplied
			? {
					laterOutcome: {
						forMs: ({ waitMs }: Changing<C>) => waitMs,
						request: (_items: readonly IDataObject[], parameters: Changing<C>): PartnerRequest => readingOf(thing, of.id(parameters)),

						seen(answer, [item = {}], parameters: Changing<C>) {
							const row = thingIn(answer, thing, of.id(parameters));
							const applied = isApplied(row, parameters);
							const status = textOf(row[thing.status]) ?? null;
							return { isFinal: applied, items: [{ ...item, status, applied: applied ? true : null }] };
						},
					},
				}
			: {}),
		explain: explainRefusal,
		hints: unappliedHints,
	};
}
