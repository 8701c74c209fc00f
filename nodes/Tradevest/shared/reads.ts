import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isFailure } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import { FieldReader } from '../../../engine/items/fields';
import { listSize } from '../../../engine/items/listSize';
import { rowsOfPages } from '../../../engine/items/pages';
import { fieldsOf, isSimplified, simplify } from '../../../engine/items/simplify';
import type { RepeatableOperation, RunContext } from '../../../engine/operation/operation';
import { objectIn, pageIn } from './answers';
import { PAGE_SIZE } from './lookUps';
import { explainRefusal } from './refusal';
import { TRADEVEST } from './tradevest';

/** What all reads say of themselves. */
interface Read<A extends object> {
	/** `get` or `getAll` unless given. */
	readonly name?: string;
	readonly displayName?: string;
	readonly action: string;
	readonly description: string;
	readonly source: RepeatableOperation<unknown>['source'];
	/** The call, for messages. */
	readonly what: string;
	readonly properties: INodeProperties[];
	/** Reads the panel. Faults are noted in `fields`. */
	read(fields: FieldReader, run: RunContext): A;
	/** The member of an answer that holds the thing, where it is not the answer itself. */
	readonly within?: string | undefined;
	/** What of a row is put out. Left out, all of it. */
	row?(row: IDataObject): IDataObject;
	/** Members of the small form; left out where an answer is small. */
	readonly main?: readonly string[];
}

/** The parameters of a read. */
export type Reading<A extends object> = A & { isSimplified: boolean };

/** The operation Get: one thing by its id. */
export function getOne<A extends object>(of: Read<A> & { request(parameters: A): PartnerRequest }): RepeatableOperation<Reading<A>> {
	return {
		...named(of, 'get', 'Get'),
		properties: [...of.properties, ...(of.main ? [simplify] : [])],
		parameters: (read, run) => parametersOf(of, read, run),
		request: (parameters) => of.request(parameters),
		items: (answer, parameters) => [smallOf(of.main, objectIn(answer, of.what, of.within), parameters)],
	};
}

/** The operation Get Many: a list that may come in pages. @param of.request the page after a cursor; undefined for the first */
export function getMany<A extends object>(of: Read<A> & { request(parameters: A, cursor: string | undefined): PartnerRequest }): RepeatableOperation<Reading<A> & { limit: number | undefined }> {
	return {
		...named(of, 'getAll', 'Get Many'),
		properties: [...of.properties, ...listSize, ...(of.main ? [simplify] : [])],

		parameters(read, run) {
			const fields = new FieldReader(read);
			const parameters = { ...of.read(fields, run), limit: fields.limit(), isSimplified: of.main !== undefined && isSimplified(fields) };
			fields.done('The request');
			return parameters;
		},

		async consult(parameters, ask) {
			const rows = await rowsOfPages(TRADEVEST, parameters.limit, async (cursor) => {
				const answer = await ask(of.request(parameters, cursor === '' ? undefined : cursor));
				if (isFailure(answer)) throw answer;
				return pageIn(answer, of.what);
			});
			return rows.map((row) => smallOf(of.main, of.row?.(row) ?? row, parameters));
		},
	};
}

/** The query of a page: cursor and size, and filters that are not empty (tv:api-reference/entities). */
export function pageQuery(cursor: string | undefined, filters: Readonly<Record<string, string>> = {}): Record<string, string | number> {
	const given = Object.entries(filters).filter(([, value]) => value !== '');
	return { ...Object.fromEntries(given), ...(cursor === undefined ? {} : { cursor }), limit: PAGE_SIZE };
}

function named({ action, description, source, ...own }: Pick<Read<object>, 'name' | 'displayName' | 'action' | 'description' | 'source'>, name: string, displayName: string) {
	return { name: own.name ?? name, displayName: own.displayName ?? displayName, action, description, effect: 'read' as const, source, explain: explainRefusal };
}

function parametersOf<A extends object>(of: Read<A>, ...[read, run]: Parameters<RepeatableOperation<A>['parameters']>): Reading<A> {
	const fields = new FieldReader(read);
	const parameters = { ...of.read(fields, run), isSimplified: of.main !== undefined && isSimplified(fields) };
	fields.done('The request');
	return parameters;
}

function smallOf(main: readonly string[] | undefined, row: IDataObject, { isSimplified: isSmall }: { isSimplified: boolean }): IDataObject {
	return fieldsOf(row, isSmall ? main : undefined);
}
