import { errorMessage } from '../errors';
import type { PersonBook } from '../personBook';
import type { TradevestSettings } from '../settings';
import type { TradevestHandler } from '../types';

const DEFAULT_LIMIT = 20;

/** Takes a person (tv:api-reference/entities/natural-persons-directory/natural-persons). Nobody acts yet, so no Requestor-ID. */
export function createNaturalPerson(
	book: PersonBook,
	settings: () => TradevestSettings,
): TradevestHandler<'createNaturalPerson'> {
	return ({ body }) => {
		const { externalId } = body;
		if (externalId !== undefined && book.hasExternalId(externalId)) {
			return { status: 409, body: errorMessage(409, `A natural person with externalId ${externalId} exists`) };
		}
		const { naturalPersonId } = book.create(body, settings().newPersonStatus);
		return { status: 200, body: { naturalPersonId } };
	};
}

/** One person (tv:release-notes/archive/v1.2.0-test-environment/api_migration_guide). */
export function getNaturalPerson(book: PersonBook): TradevestHandler<'getNaturalPerson'> {
	return ({ path }) => {
		const person = book.find(path.naturalPersonId);
		if (!person) return { status: 404, body: errorMessage(404, `No natural person ${path.naturalPersonId}`) };
		return { status: 200, body: person };
	};
}

/** A page of persons, newest first. The cursor is the id of the last person seen, so new ones do not shift a page. */
export function listNaturalPersons(book: PersonBook): TradevestHandler<'listNaturalPersons'> {
	return ({ query }) => {
		const { cursor, limit = DEFAULT_LIMIT, status } = query;
		const all = book
			.view()
			.reverse()
			.filter((person) => status === undefined || person.status === status);
		const seen = cursor === undefined ? 0 : all.findIndex(({ naturalPersonId }) => naturalPersonId === cursor) + 1;
		if (cursor !== undefined && seen === 0) return { status: 400, body: errorMessage(400, `No such cursor: ${cursor}`) };
		const data = all.slice(seen, seen + limit);
		const last = seen + limit < all.length ? data.at(-1)?.naturalPersonId : undefined;
		return { status: 200, body: { data, pagination: { ...(last === undefined ? {} : { cursor: last }), limit } } };
	};
}
