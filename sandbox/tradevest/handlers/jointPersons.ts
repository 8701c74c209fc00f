import { badField, conflict, notFound } from '../answers';
import type { Fate } from '../book';
import { isLive, isSame, type Books } from '../books';
import { isAdult } from '../onboardingLacks';
import { reason } from '../reasons';
import type { TradevestHandler } from '../types';

/** Puts two persons together (known from notes of an integrator). Invented: how a pair that is there already is refused. */
export function createJointPerson(books: Books): TradevestHandler<'createJointPerson'> {
	return ({ body: { np1Id, np2Id } }) => {
		if (isSame(np1Id, np2Id)) return badField('np2Id', 'must be another person than np1Id');
		const { jointPersons } = books;
		const isPair = (ids: readonly string[]) => ids.some((id) => isSame(id, np1Id)) && ids.some((id) => isSame(id, np2Id));
		if (jointPersons.view().some((pair) => isLive(pair) && isPair([pair.np1Id, pair.np2Id]))) return conflict('A joint person of these two exists');
		const { jointPersonId } = jointPersons.create(({ id, ...stamp }) => ({ jointPersonId: id, np1Id, np2Id, ...stamp }), fateOf(books, [np1Id, np2Id]));
		return { status: 200, body: { jointPersonId } };
	};
}

/** One joint person (tv:release-notes/archive/v1.2.0-test-environment/api_migration_guide). */
export function getJointPerson(books: Books): TradevestHandler<'getJointPerson'> {
	return ({ path: { jointPersonId } }) => {
		const pair = books.jointPersons.find(jointPersonId);
		return pair ? { status: 200, body: { ...pair, roles: books.rolesOf(pair.jointPersonId) } } : notFound('joint person', jointPersonId);
	};
}

function fateOf({ people, life }: Books, ids: readonly string[]): Fate {
	const unknown = ids.find((id) => !people.find(id));
	if (unknown !== undefined) return { verdict: 'INVALID', reason: reason('notFound', `No natural person ${unknown}`) };
	const minor = ids.find((id) => !isAdult(people.find(id) ?? {}, life.now()));
	return minor === undefined ? {} : { verdict: 'INVALID', reason: reason('badData', `${minor} is not of age`) };
}
