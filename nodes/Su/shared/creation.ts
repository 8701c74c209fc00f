import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import type { PartnerRequest } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import type { OnceOperation } from '../../../engine/operation/operation';
import { explainOnce, listLookUp, lookUpSeconds, ONCE_TIMEOUT_MS, onceKey, readOnce, takenOnce, WAY_OUT, type Once, type Shows } from './onceContent';
import { differences, type Shown } from './shown';
import { idsOut, inWords, ownIdOf, rowsById, type Ids, type Thing } from './things';

/** What tells one creation from another. `C` is the content. */
interface Creation<C extends Ids> {
	readonly thing: Thing;
	readonly description: string;
	readonly source: OnceOperation<unknown>['source'];
	/** The page of Su's documents, for messages. */
	readonly page: string;
	readonly properties: INodeProperties[];
	/** What Su's list shows of the content. */
	readonly shown: readonly Shown[];
	/** Reads the panel. Faults are noted in `fields`. */
	read(fields: FieldReader): C;
	request(content: C): PartnerRequest;
}

/**
 * An operation that creates a thing under an id which a person chose. Su refuses an id that is there, so it happens once by nature; what
 * nobody heard of is looked up in the list of its kind. It was made where its id is listed with all that can be read of it as asked for.
 * Out comes `created` with the ids.
 */
export function creation<C extends Ids>({ thing, description, source, page, properties, shown, read: readContent, request }: Creation<C>): OnceOperation<C & Once> {
	const { what, label, list, resource } = thing;
	const done = (ids: Ids): IDataObject => ({ created: true, ...idsOut(thing, ids) });

	function candidates({ rows }: Shows, content: C): Candidate[] {
		const id = ownIdOf(thing, content);
		const row = rows.get(id);
		if (row === undefined) return [];
		const others = differences(shown, content, row);
		return [others.length === 0 ? { id, likeness: 'same', items: [done(content)] } : { id, likeness: 'maybe', doubt: `with ${others.join(', ')}`, items: [] }];
	}

	return {
		name: 'create',
		displayName: 'Create',
		action: `Create a ${what}`,
		description,
		effect: 'once',
		source,
		properties,
		options: [lookUpSeconds],
		timeoutMs: ONCE_TIMEOUT_MS,

		parameters(read, run) {
			const fields = new FieldReader(read);
			const parameters = { ...readContent(fields), ...readOnce(fields, run) };
			fields.done(`The ${what}`);
			return parameters;
		},

		key: (parameters) => onceKey('create', thing, parameters),
		content: (parameters) => JSON.stringify(request(parameters)),
		undoes: (parameters) => onceKey('delete', thing, parameters),
		label: (parameters) => inWords(thing, parameters),
		wayOut: WAY_OUT,
		beforehand: {
			facts: (parameters) => ({ list: list.request(parameters) }),
			check(parameters, facts) {
				const row = rowsById(list, facts.list!).get(ownIdOf(thing, parameters));
				if (row === undefined) return [];
				const others = differences(shown, parameters, row);
				const how = others.length === 0 ? ', and what Su shows of it is as asked for here' : ` with ${others.join(', ')}`;
				return [{ field: label, expected: `is at Su already: ${inWords(thing, parameters)}${how}. To change it, use ${resource}: Update; for another one choose another ID` }];
			},
		},
		lookUp: listLookUp<C & Once>(thing, candidates, (rows, content) => !rows.has(ownIdOf(thing, content))),
		request,

		items(answer, parameters) {
			takenOnce(answer, page);
			return [done(parameters)];
		},

		explain: explainOnce(thing, `To run the workflow again does no harm: it looks at what Su lists first, and Su takes an ID once.`),
	};
}
