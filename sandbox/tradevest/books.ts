import { Book, usualStatuses, type Life } from './book';
import { Changelog } from './changelog';
import { companies, demoCompanyRole, proxies, representatives } from './data/companies';
import { demoCustomerRole, people } from './data/people';
import type { TradevestSettings } from './settings';
import { Signatures } from './signatures';
import type { CustomerEntityType, EntityRole, HeldCompany, HeldCustomer, HeldDocument, HeldJointPerson, HeldOwner, HeldPerson, HeldProxy, HeldRepresentative } from './types';

/** What the books live by, and the settings beside. */
export interface SandboxLife extends Life {
	settings(): TradevestSettings;
}

/** A person, a company, or two persons together. */
export type HeldEntity = HeldPerson | HeldCompany | HeldJointPerson;

/** States in which a role or an entity is no more. */
const GONE: readonly string[] = ['INVALID', 'REJECTED', 'INACTIVE', 'ARCHIVED'];

/** Whether something may still act, or be acted for. */
export function isLive({ status }: { status: string }): boolean {
	return !GONE.includes(status);
}

/** Whether two ids are the same, in whatever capitals. */
export function isSame(id: string, other: string): boolean {
	return id.toLowerCase() === other.toLowerCase();
}

/** All entities and roles, and what belongs to them. */
export class Books {
	readonly changelog = new Changelog();

	readonly signatures = new Signatures();

	readonly people: Book<HeldPerson>;

	readonly companies: Book<HeldCompany>;

	readonly jointPersons: Book<HeldJointPerson>;

	readonly representatives: Book<HeldRepresentative>;

	readonly owners: Book<HeldOwner>;

	readonly customers: Book<HeldCustomer>;

	readonly proxies: Book<HeldProxy>;

	readonly documents: Book<HeldDocument>;

	/** The files of the documents, by their ids. */
	readonly files = new Map<string, Buffer>();

	constructor(readonly life: SandboxLife) {
		this.people = new Book<HeldPerson>(
			{
				idName: 'naturalPersonId',
				eventType: 'NATURAL_PERSON_NOTIFICATION',
				statuses: {
					...usualStatuses,
					get ACCEPTED() {
						return life.settings().newPersonStatus;
					},
				},
				seeds: people,
				changed: (person, before) => {
					this.log('NATURAL_PERSON', person.naturalPersonId, person, before);
					if (before && before.deathDay === undefined && person.deathDay !== undefined) this.bury(person.naturalPersonId);
				},
			},
			life,
		);
		this.companies = new Book<HeldCompany>(
			{ idName: 'legalEntityId', eventType: 'LEGAL_ENTITY_NOTIFICATION', statuses: usualStatuses, seeds: companies, changed: (thing, before) => this.log('LEGAL_ENTITY', thing.legalEntityId, thing, before) },
			life,
		);
		this.jointPersons = new Book<HeldJointPerson>(
			{ idName: 'jointPersonId', eventType: 'JOINT_PERSON_NOTIFICATION', statuses: usualStatuses, changed: (thing, before) => this.log('JOINT_PERSON', thing.jointPersonId, thing, before) },
			life,
		);
		this.representatives = new Book<HeldRepresentative>(
			{
				idName: 'legalRepresentativeId',
				eventType: 'LEGAL_REPRESENTATIVE_NOTIFICATION',
				statuses: usualStatuses,
				seeds: representatives,
				changed: (thing, before) => this.log('LEGAL_REPRESENTATIVE', thing.legalRepresentativeId, thing, before),
			},
			life,
		);
		this.owners = new Book<HeldOwner>(
			{ idName: 'beneficialOwnerId', eventType: 'BENEFICIAL_OWNER_NOTIFICATION', statuses: usualStatuses, changed: (thing, before) => this.log('BENEFICIAL_OWNER', thing.beneficialOwnerId, thing, before) },
			life,
		);
		this.customers = new Book<HeldCustomer>({ idName: 'customerId', eventType: 'CUSTOMER_NOTIFICATION', statuses: usualStatuses, seeds: [demoCustomerRole, demoCompanyRole] }, life);
		this.proxies = new Book<HeldProxy>({ idName: 'proxyId', eventType: 'PROXY_NOTIFICATION', statuses: usualStatuses, seeds: proxies }, life);
		this.documents = new Book<HeldDocument>({ idName: 'documentId', eventType: 'DOCUMENT_NOTIFICATION', statuses: { ...usualStatuses, REVIEW: 'PENDING' } }, life);
	}

	/** Does all that is due. */
	settle(): void {
		for (const book of this.all()) book.settle();
	}

	reset(): void {
		for (const part of [...this.all(), this.changelog, this.signatures]) part.reset();
		this.files.clear();
	}

	entity(entityId: string): HeldEntity | undefined {
		return this.people.find(entityId) ?? this.companies.find(entityId) ?? this.jointPersons.find(entityId);
	}

	/** The entity with this id if it is of this type. */
	entityOfType(entityType: CustomerEntityType, entityId: string): HeldEntity | undefined {
		const books = { NATURAL_PERSON: this.people, LEGAL_ENTITY: this.companies, JOINT_PERSON: this.jointPersons };
		return books[entityType].find(entityId);
	}

	/** Puts an entity into another state, and tells of it. */
	moveEntity(entityId: string, status: HeldEntity['status']): void {
		this.people.move(entityId, { status });
		this.companies.move(entityId, { status });
		this.jointPersons.move(entityId, { status });
	}

	/** The proxy roles of those who act for an entity. */
	proxiesOf(entityId: string): HeldProxy[] {
		return this.proxies.view().filter((proxy) => isSame(proxy.entityId, entityId) && isLive(proxy));
	}

	/** The customer role of an entity. */
	customerOf(entityId: string): HeldCustomer | undefined {
		return this.customers.view().find((customer) => isSame(customer.entityId, entityId) && isLive(customer));
	}

	/** What an entity is to Tradevest. */
	rolesOf(entityId: string): EntityRole[] {
		const customer = this.customerOf(entityId);
		const held = this.proxies.view().filter((proxy) => isSame(proxy.naturalPersonId, entityId) && isLive(proxy));
		return [
			...(customer ? [{ roleName: 'CUSTOMER', roleId: customer.customerId, relatedCustomerId: customer.customerId }] : []),
			...held.map((proxy) => ({ roleName: 'PROXY', roleId: proxy.proxyId, relatedCustomerId: this.customerOf(proxy.entityId)?.customerId })),
		];
	}

	private log(itemType: string, itemId: string, thing: { modifiedOn: string }, before: object | null): void {
		if (before) this.changelog.add(itemType, itemId, thing.modifiedOn, before, thing);
	}

	/** Invented: what the death of a person changes. That there are these two states is known. */
	private bury(naturalPersonId: string): void {
		this.people.move(naturalPersonId, { status: 'DECEASED' });
		const customer = this.customerOf(naturalPersonId);
		if (customer) this.customers.move(customer.customerId, { status: 'ESTATE' });
	}

	private all() {
		const { people: persons, companies: firms, jointPersons, representatives: heads, owners, customers, proxies: stands, documents } = this;
		return [persons, firms, jointPersons, heads, owners, customers, stands, documents];
	}
}
