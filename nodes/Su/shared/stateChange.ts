import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { Failure } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import { FieldReader } from '../../../engine/items/fields';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { hotelId } from './fields';
import { LABELS } from './labels';
import type { OfProperty } from './lists';
import { explainRefusal, takenAnswer } from './refusal';

/** The states, as the panel and the output call them. What removed means is Su's to say. */
const STATES = {
	activate: { displayName: 'Activate', done: 'activated' },
	deactivate: { displayName: 'Deactivate', done: 'deactivated' },
	remove: { displayName: 'Remove', done: 'removed' },
} as const;

/** What tells one write that sets a state from another. `A` is what is read beside the property. */
interface StateChange<A extends object> {
	readonly state: keyof typeof STATES;
	/** What gets the state, with its article, such as `a room type`. */
	readonly thing: string;
	readonly description: string;
	readonly source: RepeatableOperation<unknown>['source'];
	/** The page of Su's documents, for messages. */
	readonly what: string;
	/** The fields beside the property, and the entries of the options. */
	readonly fields: INodeProperties[];
	readonly options?: INodeProperties[];
	/** Reads those. Faults are noted in `fields`. @param property `''` where it is faulty */
	read(fields: FieldReader, property: string): A;
	request(parameters: OfProperty & A): PartnerRequest;
	/** What the output names beside the property. */
	ids(parameters: A): IDataObject;
	/** Says in this change's words what a failure means. Left out, `explainRefusal` does. */
	explain?(failure: Failure): Failure;
}

/**
 * An operation that switches a property, or a thing of it, on or off, or removes it. It sets a state, so sending it again changes nothing. Out
 * comes `activated`, `deactivated` or `removed`, with the ids.
 */
export function stateChange<A extends object>(change: StateChange<A>): RepeatableOperation<OfProperty & A> {
	const { state, thing, description, source, what, fields: more, options } = change;
	const { displayName, done } = STATES[state];
	return {
		name: state,
		displayName,
		action: `${displayName} ${thing}`,
		description,
		effect: 'repeatable',
		source,
		properties: [hotelId, ...more],
		...(options ? { options } : {}),

		parameters(read) {
			const fields = new FieldReader(read);
			const property = fields.code('hotelId', { label: LABELS.hotelId });
			const parameters = { hotelId: property, ...change.read(fields, property) };
			fields.done('The request');
			return parameters;
		},

		request: (parameters) => change.request(parameters),

		items(answer, parameters) {
			takenAnswer(answer, what);
			return [{ [done]: true, hotelId: parameters.hotelId, ...change.ids(parameters) }];
		},

		explain: change.explain ?? explainRefusal,
	};
}
