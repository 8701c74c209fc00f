import { Book, inStatus, type BookPlan, type Thing } from './book';
import type { Books } from './books';
import type { EntityOffboarding, Offboarding, OffboardingReason } from './types';

/** What an ordinary one takes; two months are documented, their days are not. */
const TWO_MONTHS_MS = 61 * 86_400_000;

/** Whether an offboarding can be cancelled, and may begin while products are open. */
export function isOrdinary(reason: OffboardingReason): boolean {
	return reason === 'CANCELLATION_BY_PARTNER_ORDINARY';
}

/** Whether an offboarding has not come to its end. */
export function isUnderWay({ status }: { status: string }): boolean {
	return ['RECEIVED', 'CREATED', 'PENDING'].includes(status);
}

interface Ending extends Thing {
	offboardingId: string;
	status: Offboarding['status'];
	reason: OffboardingReason;
}

/** Offboardings of roles. Invented: that what ends is `INACTIVE`. That a customer takes proxies and beneficial owners with it is known. */
export function offboardingBook(books: Books): Book<Offboarding> {
	return new Book<Offboarding>(planOf<Offboarding>(books, (offboarding) => endRole(books, offboarding)), books.life);
}

/** Offboardings of people of a company. */
export function entityOffboardingBook(books: Books): Book<EntityOffboarding> {
	return new Book<EntityOffboarding>(planOf<EntityOffboarding>(books, ({ entityId }) => {
		books.owners.move(entityId, { status: 'INACTIVE' });
		books.representatives.move(entityId, { status: 'INACTIVE' });
	}), books.life);
}

function planOf<T extends Ending>(books: Books, end: (offboarding: T) => void): BookPlan<T> {
	const to = (status: Offboarding['status']) => () => ({ changes: inStatus<T>(status) });
	return {
		idName: 'offboardingId',
		eventType: 'OFFBOARDING_NOTIFICATION',
		statuses: { ACCEPTED: 'CREATED', REVIEW: 'PENDING', INVALID: 'INVALID', REJECTED: 'REJECTED' },
		next: ({ status, reason }) => {
			const { decideAfterMs } = books.life.settings();
			if (status === 'CREATED') return { afterMs: decideAfterMs, outcome: to('PENDING') };
			return status === 'PENDING' ? { afterMs: isOrdinary(reason) ? TWO_MONTHS_MS : decideAfterMs, outcome: to('APPROVED') } : null;
		},
		changed: (offboarding, before) => {
			if (offboarding.status === 'APPROVED' && before?.status !== 'APPROVED') end(offboarding);
		},
	};
}

function endRole(books: Books, { roleType, roleId, modifiedOn }: Offboarding): void {
	if (roleType === 'PROXY') {
		books.proxies.move(roleId, { status: 'INACTIVE' });
		return;
	}
	const customer = books.customers.find(roleId);
	if (!customer) return;
	for (const { proxyId } of books.proxiesOf(customer.entityId)) books.proxies.move(proxyId, { status: 'INACTIVE' });
	for (const { beneficialOwnerId, legalEntityId } of books.owners.view()) {
		if (legalEntityId === customer.entityId) books.owners.move(beneficialOwnerId, { status: 'INACTIVE' });
	}
	books.customers.move(roleId, { status: 'INACTIVE', cancellationDate: modifiedOn.slice(0, 10) });
	books.moveEntity(customer.entityId, 'INACTIVE');
}
