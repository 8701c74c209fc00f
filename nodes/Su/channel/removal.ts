import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isFailure, type Fault } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import { FieldReader } from '../../../engine/items/fields';
import type { OnceOperation } from '../../../engine/operation/operation';
import { connectionsIn, mappingsRequest } from '../shared/mappings';
import { explainRefusal, takenAnswer } from '../shared/refusal';
import type { NamedConnection } from './connection';

/** How long to wait for an answer, in milliseconds: what was given up may still be carried out. */
const TIMEOUT_MS = 60_000;

/** How long to look at the mappings where no answer says what became of it, in milliseconds. */
const LOOK_UP_MS = 6_000;

const sendAgain: INodeProperties = {
	displayName: 'Send Even If Already Sent',
	name: 'sendAgain',
	type: 'boolean',
	default: false,
	description: "Whether to send it although the property's mappings do not list it, or an earlier one was sent of which nobody knows what became. Retry On Fail does not send it again.",
};

/** What is read beside what is taken away. */
interface Sending {
	/** Of this execution: in another one, after it was connected again, it is meant anew. */
	executionId: string;
	isMeantAgain: boolean;
}

/** What tells one write that takes something of a channel away from another. `A` says what. */
interface Removal<A extends NamedConnection> {
	readonly name: string;
	readonly displayName: string;
	readonly action: string;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	readonly properties: INodeProperties[];
	readonly options: INodeProperties[];
	/** The page of Su's documents, for messages. */
	readonly what: string;
	/** The member of the output that says that it is done. */
	readonly done: string;
	/** Faults are noted in `fields`. */
	read(fields: FieldReader): A;
	request(removed: A): PartnerRequest;
	/** Whether the mappings list it. */
	isListed(connections: readonly IDataObject[], removed: A): boolean;
	/**
	 * Whether mappings that do not list it show that it is gone.
	 *
	 * @param before the connections as they were just before it was sent; undefined where that is not known
	 */
	showsGone(connections: readonly IDataObject[], removed: A, before: readonly IDataObject[] | undefined): boolean;
	/** What is wrong where they do not list it. */
	notListed(connections: readonly IDataObject[], removed: A): Fault;
	/** What the output names; the ids that tell one from another. */
	ids(removed: A): IDataObject;
	label(removed: A): string;
}

/**
 * An operation that takes a connection, or what is mapped in it, away: a channel goes dark, so it is sent once. What is not listed in the
 * property's mappings is not sent: it would come out as done though another one was meant. Where no answer says what became of it, the
 * mappings do. As long as they do not, no other execution sends the same.
 */
export function removal<A extends NamedConnection>(given: Removal<A>): OnceOperation<A & Sending> {
	const { what, done } = given;
	const told = (removed: A): IDataObject => ({ [done]: true, ...given.ids(removed) });
	// Whether capitals of a property count at Su is not known: in doubt it is the same.
	const content = (removed: A) => JSON.stringify([given.name, given.ids({ ...removed, hotelId: removed.hotelId.toLowerCase() })]);
	return {
		name: given.name,
		displayName: given.displayName,
		action: given.action,
		description: given.description,
		effect: 'once',
		source: given.source,
		properties: given.properties,
		options: [...given.options, sendAgain],
		timeoutMs: TIMEOUT_MS,

		parameters(read, { executionId }) {
			const fields = new FieldReader(read);
			const removed = given.read(fields);
			const isMeantAgain = fields.optionalFlag('options.sendAgain', { label: sendAgain.displayName }) ?? false;
			fields.done('The request');
			return { ...removed, executionId, isMeantAgain };
		},

		key: (removed) => `${content(removed)}#${removed.executionId}${removed.isMeantAgain ? '#again' : ''}`,
		purpose: content,
		content,
		label: (removed) => given.label(removed),
		setsState: true,
		stopsWhenListed: ({ isMeantAgain }) => !isMeantAgain,
		isMeantAgain: ({ isMeantAgain }) => isMeantAgain,

		beforehand: {
			facts: ({ hotelId }) => ({ mappings: mappingsRequest(hotelId) }),
			check(removed, { mappings }) {
				if (removed.isMeantAgain || mappings === undefined) return [];
				if (isFailure(mappings)) throw explainRefusal(mappings);
				const connections = connectionsIn(mappings);
				return given.isListed(connections, removed) ? [] : [given.notListed(connections, removed)];
			},
		},

		lookUp: {
			request: ({ hotelId }) => mappingsRequest(hotelId),
			match(answer, removed, wasSent, before) {
				if (!wasSent) return [];
				const connections = connectionsIn(answer);
				const isGone = !given.isListed(connections, removed) && given.showsGone(connections, removed, before && connectionsIn(before));
				return isGone ? [{ id: null, likeness: 'same', items: [told(removed)] }] : [];
			},
			comparesWithBefore: true,
			isUndone: (fact, removed) => !isFailure(fact) && given.isListed(connectionsIn(fact), removed),
			ids: () => [],
			forMs: () => LOOK_UP_MS,
		},

		request: (removed) => given.request(removed),

		items(answer, removed) {
			takenAnswer(answer, what);
			return [told(removed)];
		},

		explain: explainRefusal,
	};
}
