import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { FieldReader } from '../../../engine/items/fields';
import { atMost, listSize } from '../../../engine/items/listSize';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import { isObject } from '../../../engine/values';
import { detailsAnswer, listAnswer } from './answers';
import { checkRequestedId } from './requestedId';
import { endpointPathFields, explainUnconfirmed, pathHints, readEndpointPath } from './endpointPath';

/** What a read by one code comes down to. */
export interface UnconfirmedParameters {
	code: string;
	path: string;
	limit: number | undefined;
}

/** A GET by one code of which the public documents show neither path nor answer. */
interface UnconfirmedRead {
	name: string;
	displayName: string;
	action: string;
	/** What it is for; that the path is not confirmed is added. */
	description: string;
	/** The field that holds the code. Its value may stand in the path under its name. */
	by: INodeProperties;
	/** Whether the code is a whole number from 1 up, such as an order number. */
	isNumber?: boolean;
	/** The likeliest path. */
	template: string;
	/** The answer in words, for messages. */
	what: string;
	/** Whether the answer is thought to be a list. A single object comes out as one item all the same. */
	isList: boolean;
	/** What can be recognised of a row, whatever it holds. */
	tidy?: (row: IDataObject) => IDataObject;
}

/**
 * An operation that is built on the likeliest path and pretends to know nothing more: the path can be corrected, and what
 * SIPS answers comes out untouched under `answer`, beside the code that was asked for and what could be recognised.
 */
export function unconfirmedRead({ by, isNumber = false, template, what, isList, tidy, ...told }: UnconfirmedRead): RepeatableOperation<UnconfirmedParameters> {
	const isLegacy = told.displayName.endsWith('(Legacy V1)');
	return {
		...told,
		description: `${told.description} (path unconfirmed)`,
		effect: 'read',
		source: { call: `GET ${template}`, standing: isLegacy ? 'legacy; path and answer unconfirmed' : 'path and answer unconfirmed' },
		properties: [by, ...(isList ? listSize : []), ...endpointPathFields(template)],

		parameters(read) {
			const fields = new FieldReader(read);
			const label = by.displayName;
			const code = isNumber ? String(fields.wholeNumber(by.name, { label, least: 1 })) : fields.code(by.name, { label });
			const parameters: UnconfirmedParameters = {
				code,
				path: readEndpointPath(fields, template, { [by.name]: code }),
				limit: isList ? fields.limit() : undefined,
			};
			fields.done('The request');
			return parameters;
		},

		request: ({ path }) => ({ method: 'GET', path }),

		items(answer, { code, limit }) {
			const rows = isList && !isSingle(answer.body) ? atMost(listAnswer(answer, what), limit) : [detailsAnswer(answer, what)];
			// Whether the rows of a list name what was asked for is not known.
			if (!isList) for (const row of rows) checkRequestedId(row, by.name, code, what);
			// What was asked for stands, however the row spells it.
			return rows.map((row) => ({ [by.name]: code, ...tidy?.(row), [by.name]: code, answer: row }));
		},

		explain: (failure, { code }) => explainUnconfirmed(failure, what, by.displayName, code),
		hints: (outcomes) => pathHints(template, outcomes, ({ code }) => ({ [by.name]: code })),
	};
}

/** An object without a list of rows in it, where a list was expected, is the one row there is, or a refusal. A branch has lists of words. */
function isSingle(body: unknown): boolean {
	const mayBeRows = (value: unknown) => Array.isArray(value) && (value.length === 0 || value.some(isObject));
	return isObject(body) && Object.keys(body).length > 0 && !Object.values(body).some(mayBeRows);
}
