import { accepted, conflict, externalIdTaken, notFound } from '../answers';
import type { Fate } from '../book';
import { isLive, type Books } from '../books';
import { pageAnswer, shownPage } from '../page';
import { reason } from '../reasons';
import type { Requestors } from '../requestors';
import type { HeldPerson, NaturalPerson, NaturalPersonRequest, TradevestHandler } from '../types';

/** Takes a person (tv:api-reference/entities/natural-persons-directory/natural-persons). Nobody acts yet, so no Requestor-ID. */
export function createNaturalPerson(books: Books): TradevestHandler<'createNaturalPerson'> {
	return ({ body }) => {
		const { people } = books;
		if (people.hasExternalId(body.externalId)) return externalIdTaken(body.externalId);
		if (people.view().some((person) => isLive(person) && isSamePerson(person, body))) return conflict('A natural person with this data exists');
		const globalId = `SBX${String(people.view().length + 1).padStart(9, '0')}`;
		const { naturalPersonId } = people.create(({ id, ...stamp }) => ({ ...body, naturalPersonId: id, globalId, ...stamp }), fateOf(body));
		return { status: 200, body: { naturalPersonId } };
	};
}

/** One person (tv:release-notes/archive/v1.2.0-test-environment/api_migration_guide). */
export function getNaturalPerson(books: Books): TradevestHandler<'getNaturalPerson'> {
	return ({ path }) => {
		const person = books.people.find(path.naturalPersonId);
		return person ? { status: 200, body: shown(books, person) } : notFound('natural person', path.naturalPersonId);
	};
}

/** A page of persons, newest first. */
export function listNaturalPersons(books: Books): TradevestHandler<'listNaturalPersons'> {
	return ({ query }) => {
		const all = books.people.newestFirst().filter(({ status }) => query.status === undefined || status === query.status);
		return shownPage(pageAnswer(all, ({ naturalPersonId }) => naturalPersonId, query), (person) => shown(books, person));
	};
}

/** Changes a person (same guide). */
export function updateNaturalPerson(books: Books, requestors: Requestors): TradevestHandler<'updateNaturalPerson'> {
	return ({ path: { naturalPersonId }, header, body }) => {
		if (!books.people.find(naturalPersonId)) return notFound('natural person', naturalPersonId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'person', naturalPersonId);
		if (refusal) return refusal;
		books.people.change(naturalPersonId, body);
		return accepted;
	};
}

/** With the roles as they are now. */
function shown(books: Books, person: HeldPerson): NaturalPerson {
	return { ...person, roles: books.rolesOf(person.naturalPersonId) };
}

/** Invented: by which data two persons are the same. */
function isSamePerson(person: NaturalPerson, { firstName, lastName, birthDay, birthPlace }: NaturalPersonRequest): boolean {
	const plain = (text = '') => text.toLowerCase();
	return plain(person.firstName) === plain(firstName) && plain(person.lastName) === plain(lastName) && person.birthDay === birthDay && plain(person.birthPlace) === plain(birthPlace);
}

/** What goes beyond the form is looked at later. Invented: that these two rules are among it. */
function fateOf({ taxDetails, mainAddress }: NaturalPersonRequest): Fate {
	const lacksTaxId = taxDetails.some(({ taxId, taxResidency, noTinConfirmation }) => taxResidency !== 'DE' && taxId === undefined && noTinConfirmation !== true);
	if (lacksTaxId) return { verdict: 'INVALID', reason: reason('badData', 'taxDetails: taxId is required') };
	return mainAddress.country === 'CA' && mainAddress.state === undefined ? { verdict: 'INVALID', reason: reason('badData', 'mainAddress: state is required') } : {};
}
