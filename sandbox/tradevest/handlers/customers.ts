import { accepted, conflict, notFound } from '../answers';
import type { Fate } from '../book';
import { isSame, type Books } from '../books';
import { partnerDocuments } from '../data/partnerDocuments';
import { pageAnswer, shownPage } from '../page';
import { reason } from '../reasons';
import type { Requestors } from '../requestors';
import type { Customer, HeldCustomer, SignedDocument, TradevestHandler } from '../types';

/** Makes an entity a customer (tv:api-reference/roles/customers). The pages disagree about a Requestor-ID, so none is asked for. */
export function createCustomer(books: Books): TradevestHandler<'createCustomer'> {
	return ({ body }) => {
		if (books.customerOf(body.entityId)) return conflict('This entity is a customer');
		const entity = books.entityOfType(body.entityType, body.entityId);
		const fate: Fate = entity ? {} : { verdict: 'INVALID', reason: reason('notFound', `No ${body.entityType} ${body.entityId}`) };
		const { customerId } = books.customers.create(({ id, ...stamp }) => ({ refAccounts: [], labels: [], ...body, entityId: body.entityId.toLowerCase(), customerId: id, ...stamp }), fate);
		return { status: 200, body: { customerId } };
	};
}

/** A page of customers, newest first (same page). */
export function listCustomers(books: Books): TradevestHandler<'listCustomers'> {
	return ({ query }) => {
		const { entityId, customerStatus, customerType, labels = [] } = query;
		const all = books.customers
			.newestFirst()
			.filter(
				(customer) =>
					(entityId === undefined || isSame(customer.entityId, entityId)) &&
					(customerStatus === undefined || customer.status === customerStatus) &&
					(customerType === undefined || customer.entityType === customerType) &&
					labels.every((label) => customer.labels?.includes(label)),
			);
		return shownPage(pageAnswer(all, ({ customerId }) => customerId, query), (customer) => shown(books, customer));
	};
}

/** One customer (same page). */
export function getCustomer(books: Books): TradevestHandler<'getCustomer'> {
	return ({ path: { customerId } }) => {
		const customer = books.customers.find(customerId);
		return customer ? { status: 200, body: shown(books, customer) } : notFound('customer', customerId);
	};
}

/** Sets the labels (same page). */
export function updateCustomer(books: Books, requestors: Requestors): TradevestHandler<'updateCustomer'> {
	return ({ path: { customerId }, header, body }) => {
		const customer = books.customers.find(customerId);
		if (!customer) return notFound('customer', customerId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'customer', customer.entityId);
		if (refusal) return refusal;
		books.customers.change(customerId, { labels: body.labels });
		return accepted;
	};
}

function shown(books: Books, { status: customerStatus, ...customer }: HeldCustomer): Customer {
	return { ...customer, customerStatus, signedDocumentsRelatedToCustomer: signedFor(books, customer.customerId) };
}

function signedFor({ signatures, people, life }: Books, customerId: string): SignedDocument[] {
	return signatures
		.at(life.now())
		.filter((signature) => isSame(signature.customerId ?? '', customerId))
		.flatMap(({ partnerDocumentId, naturalPersonId, at }) => {
			const document = partnerDocuments.find(({ documentId }) => isSame(documentId, partnerDocumentId));
			if (!document) return [];
			const { firstName = '', lastName = '' } = people.find(naturalPersonId) ?? {};
			const time = new Date(at).toISOString();
			const { documentId, name, type: documentType, version } = document;
			return [{ partnerDocumentId: documentId, name, documentType, version, naturalPersonId, naturalPersonFullName: `${firstName} ${lastName}`, createdOn: time, modifiedOn: time }];
		});
}
