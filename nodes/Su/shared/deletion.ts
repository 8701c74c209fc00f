import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { PartnerRequest } from '../../../engine/http/request';
import type { OnceOperation } from '../../../engine/operation/operation';
import { explainOnce, listLookUp, lookUpSeconds, ONCE_TIMEOUT_MS, onceKey, readOnce, takenOnce, WAY_OUT, type Once, type Shows } from './onceContent';
import { idsOut, inWords, ownIdOf, rowsById, thingNotThere, type Ids, type Thing } from './things';

/** What tells one deletion from another. `C` is what is read from the panel. */
interface Deletion<C extends Ids> {
	readonly thing: Thing;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	/** The page of Su's documents, for messages. */
	readonly page: string;
	readonly properties: INodeProperties[];
	readonly options?: INodeProperties[];
	/** Reads the panel. Faults are noted in `fields`. */
	read(fields: FieldReader): C;
	request(parameters: C): PartnerRequest;
}

/**
 * An operation that deletes a thing, which cannot be undone. One that Su does not list stops it. What nobody heard of is looked up in the
 * list of its kind: it was deleted where its id is not listed any more, and what else was there is. Out comes `deleted` with the ids.
 */
export function deletion<C extends Ids>({ thing, description, source, page, properties, options = [], read: readPanel, request }: Deletion<C>): OnceOperation<C & Once> {
	const { what, list } = thing;
	const done = (ids: Ids): IDataObject => ({ deleted: true, ...idsOut(thing, ids) });
	return {
		name: 'delete',
		displayName: 'Delete',
		action: `Delete a ${what}`,
		description,
		effect: 'once',
		source,
		properties,
		options: [...options, lookUpSeconds],
		timeoutMs: ONCE_TIMEOUT_MS,

		parameters(read, run) {
			const fields = new FieldReader(read);
			const parameters = { ...readPanel(fields), ...readOnce(fields, run) };
			fields.done('The request');
			return parameters;
		},

		key: (parameters) => onceKey('delete', thing, parameters),
		content: (parameters) => JSON.stringify(request(parameters)),
		undoes: (parameters) => onceKey('create', thing, parameters),
		label: (parameters) => inWords(thing, parameters),
		wayOut: WAY_OUT,
		beforehand: {
			facts: (parameters) => ({ list: list.request(parameters) }),
			check(parameters, facts) {
				const rows = rowsById(list, facts.list!);
				return rows.has(ownIdOf(thing, parameters)) ? [] : [thingNotThere(thing, parameters, [...rows.keys()])];
			},
		},
		lookUp: listLookUp<C & Once>(
			thing,
			(shows, parameters) => {
				const id = ownIdOf(thing, parameters);
				if (shows.rows.has(id)) return [{ id, likeness: 'maybe', doubt: 'so it is not deleted so far', items: [] }];
				return isEmptied(shows, id) ? [] : [{ id, likeness: 'same', items: [done(parameters)] }];
			},
			(rows, parameters) => rows.has(ownIdOf(thing, parameters)),
		),
		request,

		items(answer, parameters) {
			takenOnce(answer, page);
			return [done(parameters)];
		},

		explain: explainOnce(thing, `To run the workflow again does no harm: it looks at what Su lists first.`),
	};
}

/** Whether a list is empty in which others stood, or may have stood: that may be an answer which holds nothing, and shows no deletion. */
function isEmptied({ rows, before, isToldNone }: Shows, id: string): boolean {
	if (rows.size > 0) return false;
	return before === undefined ? !isToldNone : [...before.keys()].some((each) => each !== id);
}
