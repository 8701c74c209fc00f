import type { INodeProperties } from 'n8n-workflow';

import { validationFailure, type Fault } from '../../../engine/failure';
import { FieldReader } from '../../../engine/items/fields';
import type { PartnerRequest } from '../../../engine/http/request';
import type { RepeatableOperation, ReplacingRequest } from '../../../engine/operation/operation';
import { orRefusal } from '../../../engine/operation/reads';
import { explainRefusal, takenAnswer } from './refusal';
import { asked, keptOf, type Shown } from './shown';
import { idsOut, inWords, ownIdOf, rowsById, thingNotThere, type Ids, type Thing } from './things';

/** What is kept of a thing, as the panel calls it. */
export interface Kept {
	kept: string[];
}

/** What tells one update from another. `C` is the content. */
interface Replacement<C extends Ids> {
	readonly thing: Thing;
	readonly description: string;
	readonly source: RepeatableOperation<unknown>['source'];
	/** The page of Su's documents, for messages. */
	readonly page: string;
	readonly properties: INodeProperties[];
	/** What Su's list shows of the content: kept where it is left empty. */
	readonly shown: readonly Shown[];
	/** Members of these that Su requires. */
	readonly needed: readonly string[];
	/** Reads the panel. Faults are noted in `fields`. */
	read(fields: FieldReader): C;
	/** What does not fit together, once it is complete. */
	readonly faults?: (content: NoInfer<C>) => Fault[];
	request(content: C): PartnerRequest;
}

/**
 * An operation that changes a thing. Su replaces what it has with what is sent (`Overlay`; content/property), so what its list shows is read
 * first and sent back where the panel leaves it empty. What the list does not show is lost where it is left empty. Out comes `updated` with the ids,
 * and `keptFromSu`.
 */
export function replacement<C extends Ids>(of: Replacement<C>): RepeatableOperation<C & Kept> & ReplacingRequest<C & Kept> {
	const { thing, description, source, page, properties, shown, needed, read: readContent, faults = () => [], request } = of;
	const { what, list } = thing;
	return {
		name: 'update',
		displayName: 'Update',
		action: `Update a ${what}`,
		description,
		effect: 'repeatable',
		source,
		properties,

		parameters(read) {
			const fields = new FieldReader(read);
			const content = readContent(fields);
			fields.done(`The ${what}`);
			return { ...content, kept: [] };
		},

		replaces: {
			thing: (parameters) => inWords(thing, parameters).toLowerCase(),

			async complete(parameters, ask) {
				const rows = rowsById(list, await orRefusal(ask(list.request(parameters))));
				const row = rows.get(ownIdOf(thing, parameters));
				if (row === undefined) throw validationFailure(`The ${what}`, [thingNotThere(thing, parameters, [...rows.keys()])]);
				const { members, labels } = keptOf(shown, parameters, row);
				const complete = { ...parameters, ...members, kept: labels };
				const missing = shown.filter((each) => needed.includes(each.member) && asked(complete, each) === '');
				const found = [...missing.map(({ label }) => ({ field: label, expected: 'must be filled in: Su has none that could be kept' })), ...faults(complete)];
				if (found.length > 0) throw validationFailure(`The ${what}`, found);
				return complete;
			},
		},

		request,

		items(answer, parameters) {
			takenAnswer(answer, page);
			return [{ updated: true, ...idsOut(thing, parameters), keptFromSu: parameters.kept }];
		},

		explain: explainRefusal,
	};
}
