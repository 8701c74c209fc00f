import { Book, type Outcome } from './book';
import type { Books } from './books';
import { documentsOf, lacksOf, peopleOf } from './onboardingLacks';
import { reason } from './reasons';
import type { HeldOnboarding } from './types';

const statuses = { ACCEPTED: 'APPROVED', REVIEW: 'REVIEW', INVALID: 'INVALID', REJECTED: 'REJECTED' } as const;

/**
 * Onboardings: `CREATED`, `PENDING`, and then what comes of it. One that lacks something is `INVALID` and leaves all as it is; one that is
 * `REJECTED` rejects all; with one that is `APPROVED` role and entity become `ACTIVE`. Invented: that a lack leads to `INVALID` and not to
 * `REJECTED`, and that who and what was looked at with a customer becomes active with it.
 */
export function onboardingBook(books: Books): Book<HeldOnboarding> {
	const afterMs = () => books.life.settings().decideAfterMs;
	return new Book<HeldOnboarding>(
		{
			idName: 'onboardingId',
			eventType: 'ONBOARDING_NOTIFICATION',
			first: 'CREATED',
			statuses,
			next: ({ status }) => {
				if (status === 'CREATED') return { afterMs: afterMs(), outcome: () => ({ changes: { status: 'PENDING' } }) };
				return status === 'PENDING' ? { afterMs: afterMs(), outcome: (onboarding) => verdictOn(books, onboarding) } : null;
			},
			changed: (onboarding, before) => {
				if (onboarding.status === before?.status) return;
				if (onboarding.status === 'APPROVED') approve(books, onboarding);
				if (onboarding.status === 'REJECTED') moveAll(books, onboarding, 'REJECTED');
			},
		},
		books.life,
	);
}

function verdictOn(books: Books, onboarding: HeldOnboarding): Outcome<HeldOnboarding> {
	if (onboarding.verdict === 'REJECTED') return { changes: { status: 'REJECTED' }, reason: reason('tax', 'The tax data could not be confirmed') };
	if (onboarding.verdict === 'INVALID') return { changes: { status: 'INVALID' }, reason: reason('badData', 'Switched on for a test') };
	const lacks = lacksOf(books, onboarding);
	const [first] = lacks;
	if (first) return { changes: { status: 'INVALID' }, reason: reason(first.kind, `Missing: ${lacks.map(({ what }) => what).join('; ')}`) };
	const company = books.companies.find(books.customers.find(onboarding.roleId)?.entityId ?? '');
	const isForeign = company !== undefined && company.registerCountry !== 'DE';
	return { changes: { status: isForeign ? 'REVIEW' : statuses[onboarding.verdict] } };
}

function approve(books: Books, onboarding: HeldOnboarding): void {
	moveAll(books, onboarding, 'ACTIVE');
	const joint = books.jointPersons.find(books.customers.find(onboarding.roleId)?.entityId ?? '');
	if (!joint) return;
	for (const naturalPersonId of [joint.np1Id, joint.np2Id]) {
		books.proxies.create(
			({ id, ...stamp }) => ({ proxyId: id, proxyType: 'JOINT_ACCOUNT_HOLDER', naturalPersonId, entityId: joint.jointPersonId, entityType: 'JOINT_PERSON', validityType: 'UNLIMITED', ...stamp }),
			{ status: 'ACTIVE' },
		);
	}
}

/** Puts role, entity and all that was looked at with them into a state. What is active already stays so. */
function moveAll(books: Books, { roleType, roleId }: HeldOnboarding, status: 'ACTIVE' | 'REJECTED'): void {
	const persons = peopleOf(books, roleType, roleId);
	const customer = roleType === 'CUSTOMER' ? books.customers.find(roleId) : undefined;
	const entityId = customer?.entityId ?? '';
	const proxies = books.proxiesOf(entityId);
	const isOfCompany = <T extends { status: string; legalEntityId?: string }>(thing: T) => isWaiting(thing) && thing.legalEntityId === entityId;
	const files = [roleId, entityId, ...persons.map(({ naturalPersonId }) => naturalPersonId)].flatMap((id) => documentsOf(books, id));
	if (customer) books.customers.move(roleId, { status });
	else books.proxies.move(roleId, { status });
	for (const proxy of proxies.filter(isWaiting)) books.proxies.move(proxy.proxyId, { status });
	for (const person of persons.filter(isWaiting)) books.people.move(person.naturalPersonId, { status });
	const entity = books.entity(entityId);
	if (entity && isWaiting(entity)) books.moveEntity(entityId, status);
	for (const { legalRepresentativeId } of books.representatives.view().filter(isOfCompany)) books.representatives.move(legalRepresentativeId, { status });
	for (const { beneficialOwnerId } of books.owners.view().filter(isOfCompany)) books.owners.move(beneficialOwnerId, { status });
	for (const { documentId } of files.filter(isWaiting)) books.documents.move(documentId, { status: status === 'ACTIVE' ? 'APPROVED' : status });
}

function isWaiting({ status }: { status: string }): boolean {
	return status === 'CREATED';
}
