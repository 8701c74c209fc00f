import { badField, conflict, notFound } from '../answers';
import { inStatus, type Book } from '../book';
import { isSame, type Books } from '../books';
import { isOrdinary, isUnderWay } from '../offboardingBooks';
import type { ProductBook } from '../money/productBook';
import type { Requestors } from '../requestors';
import type { EntityOffboarding, Offboarding, TradevestHandler } from '../types';
import { entitiesOfRole } from './onboardings';

/** Ends a role (tv:api-reference/roles/offboarding). Invented: that open products are refused with 400. */
export function startOffboarding(books: Books, offboardings: Book<Offboarding>, products: ProductBook, requestors: Requestors): TradevestHandler<'startOffboarding'> {
	return ({ header, body }) => {
		const { roleType, reason } = body;
		const roleId = body.roleId.toLowerCase();
		const entityIds = entitiesOfRole(books, roleType, roleId);
		if (!entityIds) return notFound(roleType, roleId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'role', ...entityIds);
		if (refusal) return refusal;
		if (offboardings.view().some((other) => other.roleId === roleId && isUnderWay(other))) return conflict('An offboarding of this role is under way');
		if (roleType === 'CUSTOMER' && !isOrdinary(reason) && products.hasOpen(roleId)) return badField('reason', 'all products must be closed before an immediate offboarding');
		const { offboardingId } = offboardings.create(({ id, ...stamp }) => ({ offboardingId: id, roleType, roleId, reason, ...stamp }));
		return { status: 200, body: { offboardingId } };
	};
}

/** The offboardings of a role, newest first, a bare list (same page). */
export function listOffboardings(offboardings: Book<Offboarding>): TradevestHandler<'listOffboardings'> {
	return ({ query: { offboardingRoleType, roleId } }) => ({
		status: 200,
		body: offboardings.newestFirst().filter((each) => (offboardingRoleType === undefined || each.roleType === offboardingRoleType) && (roleId === undefined || isSame(each.roleId, roleId))),
	});
}

/** One offboarding (same page). */
export function getOffboarding(offboardings: Book<Offboarding>): TradevestHandler<'getOffboarding'> {
	return ({ path }) => {
		const offboarding = offboardings.find(path.offboardingId);
		return offboarding ? { status: 200, body: offboarding } : notFound('offboarding', path.offboardingId);
	};
}

/** Cancels one (same page); only an ordinary one. Invented: that others, and those that have ended, are refused with 409. */
export function cancelOffboarding(books: Books, offboardings: Book<Offboarding>, requestors: Requestors): TradevestHandler<'cancelOffboarding'> {
	return ({ path: { offboardingId }, header }) => {
		const offboarding = offboardings.find(offboardingId);
		if (!offboarding) return notFound('offboarding', offboardingId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'role', ...(entitiesOfRole(books, offboarding.roleType, offboarding.roleId) ?? []));
		if (refusal) return refusal;
		if (!isOrdinary(offboarding.reason)) return conflict('Only an ordinary offboarding can be cancelled');
		if (!isUnderWay(offboarding)) return conflict(`The offboarding is ${offboarding.status}`);
		offboardings.change(offboardingId, inStatus<Offboarding>('CANCELED'));
		return { status: 200, body: undefined };
	};
}

/** Ends an owner or a representative of a company (tv:api-reference/entities/offboarding). */
export function startEntityOffboarding(books: Books, offboardings: Book<EntityOffboarding>, requestors: Requestors): TradevestHandler<'startEntityOffboarding'> {
	return ({ header, body }) => {
		const { entityType, reason } = body;
		const entityId = body.entityId.toLowerCase();
		const person = entityType === 'BENEFICIAL_OWNER' ? books.owners.find(entityId) : books.representatives.find(entityId);
		if (!person) return notFound(entityType, entityId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'company', person.legalEntityId ?? '');
		if (refusal) return refusal;
		if (entityType === 'BENEFICIAL_OWNER' && reason !== 'COMPANY_STRUCTURE_CHANGES_IMMEDIATE') return badField('reason', 'must be COMPANY_STRUCTURE_CHANGES_IMMEDIATE for a BENEFICIAL_OWNER');
		if (offboardings.view().some((other) => other.entityId === entityId && isUnderWay(other))) return conflict('An offboarding of this entity is under way');
		const { offboardingId } = offboardings.create(({ id, ...stamp }) => ({ offboardingId: id, entityType, entityId, reason, ...stamp }));
		return { status: 200, body: { offboardingId } };
	};
}

/** The offboardings of an entity, newest first, a bare list (same page). */
export function listEntityOffboardings(offboardings: Book<EntityOffboarding>): TradevestHandler<'listEntityOffboardings'> {
	return ({ query: { offboardingEntityType, entityId } }) => ({
		status: 200,
		body: offboardings.newestFirst().filter((each) => (offboardingEntityType === undefined || each.entityType === offboardingEntityType) && (entityId === undefined || isSame(each.entityId, entityId))),
	});
}

/** One offboarding of an entity (same page). */
export function getEntityOffboarding(offboardings: Book<EntityOffboarding>): TradevestHandler<'getEntityOffboarding'> {
	return ({ path }) => {
		const offboarding = offboardings.find(path.offboardingId);
		return offboarding ? { status: 200, body: offboarding } : notFound('offboarding', path.offboardingId);
	};
}
