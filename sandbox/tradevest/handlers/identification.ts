import { randomUUID } from 'node:crypto';

import { accepted, badField, notFound } from '../answers';
import type { Book } from '../book';
import type { Books } from '../books';
import { isAdult } from '../onboardingLacks';
import { pageAnswer } from '../page';
import type { Requestors } from '../requestors';
import type { IdentificationVerification, TradevestHandler } from '../types';

const IDENTIFICATION_MONTHS = 24;

/** Takes an identification that the partner has done (tv:api-reference/entities/natural-persons-directory/identification). The same under both paths. */
export function addIdentification(books: Books, requestors: Requestors): TradevestHandler<'addIdentification'> & TradevestHandler<'addIdentificationInPlural'> {
	return ({ path: { naturalPersonId }, header, body }) => {
		const person = books.people.find(naturalPersonId);
		if (!person) return notFound('natural person', naturalPersonId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'person', naturalPersonId);
		if (refusal) return refusal;
		if (!isRecent(body.identificationDate, books.life.now())) return badField('identificationDate', `must be within the last ${IDENTIFICATION_MONTHS} months`);
		const { externalVerifier, identificationType, identificationDate } = body;
		const identification = { naturalPersonIdentificationId: randomUUID(), externalVerifier, identificationType, identificationDate };
		books.people.change(naturalPersonId, { identifications: [...(person.identifications ?? []), identification] });
		return accepted;
	};
}

/** Starts a video identification (tv:api-reference/entities/natural-persons). Where it leads is invented, and leads nowhere. */
export function startIdentificationVerification(books: Books, verifications: Book<IdentificationVerification>, requestors: Requestors): TradevestHandler<'startIdentificationVerification'> {
	return ({ header, body: { naturalPersonId, externalVerifier, identificationType } }) => {
		const person = books.people.find(naturalPersonId);
		if (!person) return notFound('natural person', naturalPersonId);
		const refusal = requestors.refusal(header['Requestor-ID'], 'person', naturalPersonId);
		if (refusal) return refusal;
		if (!isAdult(person, books.life.now())) return badField('naturalPersonId', 'must be a person who is of age');
		const { identificationVerificationId } = verifications.create(({ id, ...stamp }) => ({
			identificationVerificationId: id,
			naturalPersonId: person.naturalPersonId,
			externalVerifier,
			identificationType,
			identificationUrl: `https://video-ident.example/${id}`,
			...stamp,
		}));
		return { status: 200, body: { identificationVerificationId } };
	};
}

/** The verifications, newest first (same page). */
export function listIdentificationVerifications(verifications: Book<IdentificationVerification>, requestors: Requestors): TradevestHandler<'listIdentificationVerifications'> {
	return ({ header, query }) =>
		requestors.refusal(header['Requestor-ID'], 'person') ?? pageAnswer(verifications.newestFirst().map(shown), ({ identificationVerificationId }) => identificationVerificationId, query);
}

/** One verification (same page). */
export function getIdentificationVerification(verifications: Book<IdentificationVerification>, requestors: Requestors): TradevestHandler<'getIdentificationVerification'> {
	return ({ header, path: { identificationVerificationId } }) => {
		const refusal = requestors.refusal(header['Requestor-ID'], 'person');
		if (refusal) return refusal;
		const verification = verifications.find(identificationVerificationId);
		return verification ? { status: 200, body: shown(verification) } : notFound('identification verification', identificationVerificationId);
	};
}

/** The link is there only once the provider has made it. */
function shown(verification: IdentificationVerification): IdentificationVerification {
	return verification.status === 'RECEIVED' ? { ...verification, identificationUrl: undefined } : verification;
}

function isRecent(date: string, now: number): boolean {
	const first = new Date(now);
	first.setUTCMonth(first.getUTCMonth() - IDENTIFICATION_MONTHS);
	return date >= first.toISOString().slice(0, 10) && date <= new Date(now).toISOString().slice(0, 10);
}
