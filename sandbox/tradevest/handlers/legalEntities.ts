import { accepted, externalIdTaken, isWithin, notFound } from '../answers';
import type { Books } from '../books';
import { pageAnswer } from '../page';
import type { Requestors } from '../requestors';
import type { TradevestHandler } from '../types';

/** Takes a company (tv:api-reference/entities/legal-entities). No Requestor-ID. */
export function createLegalEntity({ companies }: Books): TradevestHandler<'createLegalEntity'> {
	return ({ body }) => {
		if (companies.hasExternalId(body.externalId)) return externalIdTaken(body.externalId);
		const globalId = `SBX${String(companies.view().length + 101).padStart(9, '0')}`;
		const { legalEntityId } = companies.create(({ id, ...stamp }) => ({ ...body, legalEntityId: id, globalId, ...stamp }));
		return { status: 200, body: { legalEntityId } };
	};
}

/** One company (tv:release-notes/archive/v1.2.0-test-environment/api_migration_guide). */
export function getLegalEntity(books: Books): TradevestHandler<'getLegalEntity'> {
	return ({ path: { legalEntityId } }) => {
		const company = books.companies.find(legalEntityId);
		return company ? { status: 200, body: { ...company, roles: books.rolesOf(company.legalEntityId) } } : notFound('legal entity', legalEntityId);
	};
}

/** Changes a company (same guide). */
export function updateLegalEntity({ companies }: Books, requestors: Requestors): TradevestHandler<'updateLegalEntity'> {
	return ({ path: { legalEntityId }, header, body }) => {
		if (!companies.find(legalEntityId)) return notFound('legal entity', legalEntityId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'company', legalEntityId);
		if (refusal) return refusal;
		companies.change(legalEntityId, body);
		return accepted;
	};
}

/** Adds a representative (tv:api-reference/entities/legal-representatives). */
export function createLegalRepresentative({ companies, representatives }: Books, requestors: Requestors): TradevestHandler<'createLegalRepresentative'> {
	return ({ path, header, body }) => {
		const company = companies.find(path.legalEntityId);
		if (!company) return notFound('legal entity', path.legalEntityId);
		const { legalEntityId } = company;
		const refusal = requestors.refusal(header['Requestor-ID'], 'company', legalEntityId);
		if (refusal) return refusal;
		const { legalRepresentativeId } = representatives.create(({ id, ...stamp }) => ({ ...body, legalRepresentativeId: id, legalEntityId, ...stamp }));
		return { status: 200, body: { legalRepresentativeId } };
	};
}

/** The representatives of a company, newest first (same page). */
export function listLegalRepresentatives({ companies, representatives }: Books): TradevestHandler<'listLegalRepresentatives'> {
	return ({ path, query }) => {
		const company = companies.find(path.legalEntityId);
		if (!company) return notFound('legal entity', path.legalEntityId);
		return pageAnswer(representatives.newestFirst().filter((person) => isListed(person, company, query)), ({ legalRepresentativeId }) => legalRepresentativeId, query);
	};
}

/** Adds an owner (tv:api-reference/entities/beneficial-owners). */
export function createBeneficialOwner({ companies, owners }: Books, requestors: Requestors): TradevestHandler<'createBeneficialOwner'> {
	return ({ path, header, body }) => {
		const company = companies.find(path.legalEntityId);
		if (!company) return notFound('legal entity', path.legalEntityId);
		const { legalEntityId } = company;
		const refusal = requestors.refusal(header['Requestor-ID'], 'company', legalEntityId);
		if (refusal) return refusal;
		const { beneficialOwnerId } = owners.create(({ id, ...stamp }) => ({ ...body, beneficialOwnerId: id, legalEntityId, ...stamp }));
		return { status: 200, body: { beneficialOwnerId } };
	};
}

/** The owners of a company, newest first (same page). */
export function listBeneficialOwners({ companies, owners }: Books): TradevestHandler<'listBeneficialOwners'> {
	return ({ path, query }) => {
		const company = companies.find(path.legalEntityId);
		if (!company) return notFound('legal entity', path.legalEntityId);
		return pageAnswer(owners.newestFirst().filter((person) => isListed(person, company, query)), ({ beneficialOwnerId }) => beneficialOwnerId, query);
	};
}

interface OfCompany {
	legalEntityId?: string;
	status: string;
	createdOn: string;
}

function isListed(person: OfCompany, company: { legalEntityId: string }, query: { status?: string; startDate?: string; endDate?: string }): boolean {
	return person.legalEntityId === company.legalEntityId && (query.status === undefined || person.status === query.status) && isWithin(person, query);
}
