import type { IDataObject } from 'n8n-workflow';

import { isoDay, type IsoDay } from '../../../engine/calendar';
import { isFailure, orFailure } from '../../../engine/failure';
import type { PartnerRequest } from '../../../engine/http/request';
import { FieldReader } from '../../../engine/items/fields';
import { rowsOfPages } from '../../../engine/items/pages';
import { hintAbout } from '../../../engine/operation/hintAbout';
import type { RepeatableOperation } from '../../../engine/operation/operation';
import type { Ask } from '../../../engine/operation/reads';
import { isObject, textOf } from '../../../engine/values';
import { pageIn, thingIn } from '../shared/answers';
import { customerId, LABELS, readId } from '../shared/fields';
import { explainRefusal } from '../shared/refusal';
import { pageQuery } from '../shared/reads';
import { readRequestorIfGiven, requestorOption, type Acting } from '../shared/requestor';
import { isOver, isRefused } from '../shared/states';
import { CUSTOMER, JOINT_PERSON, LEGAL_ENTITY, NATURAL_PERSON, readingOf, type Thing } from '../shared/things';
import { TRADEVEST } from '../shared/tradevest';
import { proxies } from '../proxy/proxies';
import { documentsOfCompany, documentsOfPerson, missingOf } from './needs';

interface Parameters extends Acting {
	id: string;
	/** In the zone of the workflow. */
	today: IsoDay;
}

const TERMS = 'TERMS_AND_CONDITIONS';

/** What a look at a customer finds. */
interface Findings {
	/** Without which an onboarding would fail, in words. */
	missing: string[];
	/** What no call shows, in words. */
	notKnown: string[];
	/** Whether something that decides is among what is not known, so that nobody can tell whether all is there. */
	isInDoubt: boolean;
}

/**
 * What an onboarding of a customer would fail for, as far as reads show it: role, persons, companies, documents, signatures, identification and
 * requestor. What is asked for is known from notes on api-guidelines/onboarding; the decision is Tradevest's.
 */
export const check: RepeatableOperation<Parameters> = {
	name: 'check',
	displayName: 'Check',
	action: 'Check an onboarding before it is started',
	description: 'Read what is still missing for the onboarding of a customer: documents, signatures, identification, requestor; nothing is sent',
	effect: 'read',
	source: {
		call: 'the reads of Customer, Natural Person, Legal Entity, Joint Person, Proxy, Document and Partner Document',
		standing: 'reads documented; what an onboarding asks for is known from notes',
	},
	properties: [customerId],
	options: [requestorOption],

	parameters(read, run) {
		const fields = new FieldReader(read);
		const parameters = { id: readId(fields, 'customerId', LABELS.customerId), today: isoDay(run.now, run.timezone) ?? '', ...readRequestorIfGiven(fields, run) };
		fields.done('The request');
		return parameters;
	},

	async consult(parameters, ask) {
		const reads = new Reads(ask);
		const customer = await reads.one(CUSTOMER, parameters.id);
		const found: Findings = { missing: [], notKnown: [], isInDoubt: false };
		const status = textOf(customer.customerStatus);
		if (status !== 'CREATED') found.missing.push(`the customer is ${status ?? 'in no known state'}, and must be CREATED`);
		const persons = await personsOf(reads, customer, parameters.today, found);
		for (const person of persons) await lookAtPerson(reads, person, parameters.today, found);
		await lookAtTerms(reads, customer, parameters.today, found);
		await lookAtRequestor(reads, parameters, found);
		return [{ customerId: parameters.id, customerStatus: status ?? null, entityType: textOf(customer.entityType) ?? null, isComplete: found.missing.length > 0 ? false : found.isInDoubt ? null : true, missing: found.missing, notKnown: found.notKnown }];
	},

	explain: explainRefusal,

	hints: (outcomes) => [
		...hintAbout(outcomes, ({ isComplete }) => isComplete === false, (howMany) => ({ message: `Something is missing for the onboarding (missing): ${howMany}. Started now, it would fail.`, type: 'warning' })),
		...hintAbout(outcomes, ({ isComplete }) => isComplete === null, (howMany) => ({ message: `Whether all is there for the onboarding cannot be told (notKnown): ${howMany}.`, type: 'warning' })),
		...hintAbout(outcomes, ({ isComplete }) => isComplete === true, (howMany) => ({ message: `Nothing that reads show is missing for the onboarding: ${howMany}. The decision is Tradevest's.` })),
	],
};

/** Reads of one check. */
class Reads {
	constructor(private readonly ask: Ask) {}

	/** @throws Failure */
	async one(thing: Thing, id: string): Promise<IDataObject> {
		const answer = await this.ask(readingOf(thing, id));
		if (isFailure(answer)) throw answer;
		return thingIn(answer, thing, id);
	}

	/** @throws Failure */
	async all(what: string, request: (cursor: string | undefined) => PartnerRequest): Promise<IDataObject[]> {
		return await rowsOfPages(TRADEVEST, undefined, async (cursor) => {
			const answer = await this.ask(request(cursor === '' ? undefined : cursor));
			if (isFailure(answer)) throw answer;
			return pageIn(answer, what);
		});
	}

	/** The terms and conditions of the partner that hold on a day. That the filter is called so is known from notes, so the days are looked at, too. */
	async validTerms(today: IsoDay): Promise<IDataObject[]> {
		const listed = await this.all('List of Partner Documents', (cursor) => ({ method: 'GET', path: '/partner-documents', query: pageQuery(cursor, { documentType: TERMS, isValid: 'true' }) }));
		return listed.filter(({ type, validFrom, validUntil }) => type === TERMS && (textOf(validFrom) ?? '') <= today && (textOf(validUntil) ?? today) >= today);
	}

	async documentsOf(resourceType: string, resourceId: string): Promise<IDataObject[]> {
		return await this.all('List of Documents', (cursor) => ({ method: 'GET', path: '/v2/documents', query: pageQuery(cursor, { resourceType, resourceId }) }));
	}
}

/** The persons who are looked at with a customer: who it is, and who acts for it. What is missing of a company itself is noted. */
async function personsOf(reads: Reads, { entityId, entityType }: IDataObject, today: IsoDay, found: Findings): Promise<IDataObject[]> {
	const id = textOf(entityId) ?? '';
	const acting = (await reads.all('List of Proxies', proxies)).filter((row) => isFor(row, id));
	const ids = acting.flatMap((row) => textOf(row.naturalPersonId) ?? []);
	if (entityType === 'NATURAL_PERSON') ids.unshift(id);
	else if (entityType === 'JOINT_PERSON') ids.unshift(...(await twoOf(reads, id, found)));
	else if (entityType === 'LEGAL_ENTITY') await lookAtCompany(reads, id, today, acting.length > 0, found);
	else doubt(found, `what a customer of type ${textOf(entityType) ?? 'unknown'} needs`);
	return await Promise.all([...new Set(ids.map((each) => each.toLowerCase()))].map(async (each) => await reads.one(NATURAL_PERSON, each)));
}

/** Whether a proxy acts for an entity, or will. */
function isFor({ entityId, status }: IDataObject, id: string): boolean {
	return textOf(entityId)?.toLowerCase() === id.toLowerCase() && !isRefused(textOf(status)) && !isOver(textOf(status));
}

async function twoOf(reads: Reads, id: string, found: Findings): Promise<string[]> {
	const joint = await reads.one(JOINT_PERSON, id);
	lookAtStatus(joint, 'the joint person', found);
	const two = [joint.np1Id, joint.np2Id].flatMap((each) => textOf(each) ?? []);
	if (two.length < 2) doubt(found, 'which two persons are together');
	return two;
}

async function lookAtCompany(reads: Reads, id: string, today: IsoDay, hasProxy: boolean, found: Findings): Promise<void> {
	const company = await reads.one(LEGAL_ENTITY, id);
	lookAtStatus(company, 'the company', found);
	const wanted = documentsOfCompany(company);
	if (wanted === undefined) doubt(found, `which documents a company of legal form ${textOf(company.legalForm) ?? 'unknown'} needs`);
	else found.missing.push(...missingOf(wanted, await reads.documentsOf('LEGAL_ENTITY', id), 'the company', today));
	if (!hasProxy) found.missing.push('a proxy who acts for the company');
}

/** An entity that Tradevest has not decided on, or decided against, is not onboarded. */
function lookAtStatus({ status }: IDataObject, who: string, found: Findings): void {
	const state = textOf(status);
	if (state === undefined) doubt(found, `in which state ${who} is`);
	else if (state !== 'CREATED' && state !== 'ACTIVE') found.missing.push(`${who} is ${state}, and must be CREATED or ACTIVE`);
}

function doubt(found: Findings, what: string): void {
	found.notKnown.push(what);
	found.isInDoubt = true;
}

async function lookAtPerson(reads: Reads, person: IDataObject, today: IsoDay, found: Findings): Promise<void> {
	// Somebody who is active was looked at before.
	if (person.status === 'ACTIVE') return;
	const id = textOf(person.naturalPersonId) ?? '';
	const name = [textOf(person.firstName), textOf(person.lastName)].filter((each) => each !== undefined).join(' ') || id;
	lookAtStatus(person, name, found);
	const documents = await reads.documentsOf('NATURAL_PERSON', id);
	found.missing.push(...missingOf(documentsOfPerson(person, today), documents, name, today));
	lookAtIdentification(person, name, documents, found);
	doubt(found, `whether ${name} has accepted the data privacy policy: no call shows it`);
}

/** That a person shows its identifications is known from notes. Where it does not, a certificate speaks for one, and proves none. */
function lookAtIdentification({ identifications }: IDataObject, name: string, documents: readonly IDataObject[], found: Findings): void {
	const hasCertificate = documents.some(({ type }) => type === 'IDENTIFICATION_CERTIFICATE' || type === 'BIRTH_CERTIFICATE');
	if (Array.isArray(identifications) ? identifications.length === 0 : !hasCertificate) found.missing.push(`an identification of ${name}`);
	else if (!Array.isArray(identifications)) doubt(found, `whether ${name} was identified: Tradevest does not show it`);
}

/** An earlier version may be signed, which counts for nothing: Tradevest lists those that hold. */
async function lookAtTerms(reads: Reads, { signedDocumentsRelatedToCustomer: signed }: IDataObject, today: IsoDay, found: Findings): Promise<void> {
	const accepted = (Array.isArray(signed) ? (signed as unknown[]).filter(isObject) : []).filter(({ documentType }) => documentType === TERMS);
	if (accepted.length === 0) {
		found.missing.push('the terms and conditions, signed for the customer');
		return;
	}
	const valid = await reads.validTerms(today);
	if (valid.length === 0) doubt(found, 'which terms and conditions hold today: Tradevest lists none');
	else if (!accepted.some(({ partnerDocumentId }) => valid.some(({ documentId }) => isSameId(documentId, partnerDocumentId)))) {
		found.missing.push(`the terms and conditions that hold today, signed for the customer: what was signed is another version (${valid.map(({ documentId }) => textOf(documentId)).join(' or ')} is to be)`);
	}
}

function isSameId(one: unknown, other: unknown): boolean {
	return textOf(one) !== undefined && textOf(one)?.toLowerCase() === textOf(other)?.toLowerCase();
}

async function lookAtRequestor(reads: Reads, { requestorId }: Acting, { missing }: Findings): Promise<void> {
	if (requestorId === '') {
		missing.push('a requestor: name one under Options or in the credential');
		return;
	}
	const requestor = await orFailure(reads.one(NATURAL_PERSON, requestorId));
	if (isFailure(requestor) && requestor.kind !== 'notFound') throw requestor;
	if (isFailure(requestor)) {
		missing.push(`an active requestor: Tradevest knows no natural person ${requestorId}`);
		return;
	}
	const status = textOf(requestor.status);
	if (status !== 'ACTIVE') missing.push(`an active requestor: ${requestorId} is ${status ?? 'in no known state'}`);
}
