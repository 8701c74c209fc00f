import { conflict, notFound } from '../answers';
import type { Book } from '../book';
import { isSame, type Books } from '../books';
import type { Requestors } from '../requestors';
import type { HeldOnboarding, TradevestHandler } from '../types';

const UNDER_WAY: readonly string[] = ['CREATED', 'PENDING', 'REVIEW'];

/** Starts an onboarding (tv:api-guidelines/onboarding/legal-entity-partner-ident-service). Nothing is looked at yet, only that none is under way. */
export function startOnboarding(books: Books, onboardings: Book<HeldOnboarding>, requestors: Requestors): TradevestHandler<'startOnboarding'> {
	return ({ header, body: { roleType, roleId } }) => {
		const requestorId = header['Requestor-ID'];
		const entityIds = entitiesOfRole(books, roleType, roleId);
		if (!entityIds) return notFound(roleType, roleId);
		const refusal = requestors.refusal(requestorId, 'role', ...entityIds);
		if (refusal) return refusal;
		if (onboardings.view().some((other) => isSame(other.roleId, roleId) && UNDER_WAY.includes(other.status))) return conflict('An onboarding of this role is under way');
		const { verdict } = books.life.settings();
		const { onboardingId } = onboardings.create(({ id, ...stamp }) => ({ onboardingId: id, roleType, roleId: roleId.toLowerCase(), requestorId, verdict, ...stamp }));
		return { status: 200, body: { onboardingId } };
	};
}

/** One onboarding (same page). Why it failed is told by the notification only. */
export function getOnboarding(onboardings: Book<HeldOnboarding>): TradevestHandler<'getOnboarding'> {
	return ({ path }) => {
		const found = onboardings.find(path.onboardingId);
		if (!found) return notFound('onboarding', path.onboardingId);
		const { onboardingId, status, roleType, roleId, createdOn, modifiedOn } = found;
		return { status: 200, body: { onboardingId, status, roleType, roleId, createdOn, modifiedOn } };
	};
}

/** Whom a role concerns; undefined where there is no such role. */
export function entitiesOfRole(books: Books, roleType: 'CUSTOMER' | 'PROXY', roleId: string): string[] | undefined {
	if (roleType === 'CUSTOMER') {
		const customer = books.customers.find(roleId);
		return customer && [customer.entityId];
	}
	const proxy = books.proxies.find(roleId);
	return proxy && [proxy.naturalPersonId, proxy.entityId];
}
