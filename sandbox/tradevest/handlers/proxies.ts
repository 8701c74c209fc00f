import { badField, conflict } from '../answers';
import type { Fate } from '../book';
import { isLive, isSame, type Books } from '../books';
import { pageAnswer } from '../page';
import { reason } from '../reasons';
import type { Requestors } from '../requestors';
import type { ProxyRequest, TradevestHandler } from '../types';

/** How long a proxy of each type may hold, known from notes of an integrator. */
const VALIDITY: Readonly<Record<ProxyRequest['proxyType'], ReadonlyArray<ProxyRequest['validityType']>>> = {
	GUARDIAN: ['UNTIL_LEGAL_AGE'],
	SIGNATORY: ['UNLIMITED'],
	LIQUIDATOR: ['UNLIMITED'],
	JOINT_ACCOUNT_HOLDER: ['UNLIMITED'],
	INFORMATION_PROXY: ['UNLIMITED', 'UNTIL_CASE_OF_DEATH'],
	GENERAL_POWER_OF_ATTORNEY: ['UNLIMITED', 'UNTIL_CASE_OF_DEATH', 'IN_CASE_OF_DEATH'],
};

/**
 * Lets a person act for an entity (tv:api-reference/roles/proxies). Invented: which of the rules are looked at at once, and that a representative need not
 * be active to sign: before the onboarding none is.
 */
export function createProxy(books: Books, requestors: Requestors): TradevestHandler<'createProxy'> {
	return ({ header, body }) => {
		const refusal = requestors.refusal(header['Requestor-ID'], 'role', body.entityId);
		if (refusal) return refusal;
		const problem = problemOf(body);
		if (problem) return problem;
		const isThere = books.proxiesOf(body.entityId).some((proxy) => isSame(proxy.naturalPersonId, body.naturalPersonId) && proxy.proxyType === body.proxyType);
		if (isThere) return conflict('This person is such a proxy of this entity');
		const { proxyId } = books.proxies.create(
			({ id, ...stamp }) => ({ ...body, naturalPersonId: body.naturalPersonId.toLowerCase(), entityId: body.entityId.toLowerCase(), proxyId: id, ...stamp }),
			fateOf(books, body),
		);
		return { status: 200, body: { proxyId } };
	};
}

/** A page of proxies, newest first (same page). */
export function listProxies({ proxies }: Books): TradevestHandler<'listProxies'> {
	return ({ query }) => pageAnswer(proxies.newestFirst(), ({ proxyId }) => proxyId, query);
}

function problemOf({ proxyType, validityType, scopeType, custodyType, naturalPersonId, entityId }: ProxyRequest) {
	if (isSame(naturalPersonId, entityId)) return badField('naturalPersonId', 'must be another than entityId');
	if (proxyType === 'JOINT_ACCOUNT_HOLDER') return badField('proxyType', 'is made by Tradevest only');
	if (!VALIDITY[proxyType].includes(validityType)) return badField('validityType', `must be ${VALIDITY[proxyType].join(' or ')} for ${proxyType}`);
	if ((proxyType === 'SIGNATORY') !== (scopeType !== undefined)) return badField('scopeType', 'is required for SIGNATORY, and only there');
	if ((proxyType === 'GUARDIAN') !== (custodyType !== undefined)) return badField('custodyType', 'is required for GUARDIAN, and only there');
	return null;
}

function fateOf(books: Books, { proxyType, scopeType, naturalPersonId, entityId, entityType }: ProxyRequest): Fate {
	const person = books.people.find(naturalPersonId);
	if (!person) return { verdict: 'INVALID', reason: reason('notFound', `No natural person ${naturalPersonId}`) };
	if (!books.entityOfType(entityType, entityId)) return { verdict: 'INVALID', reason: reason('notFound', `No ${entityType} ${entityId}`) };
	if (proxyType !== 'SIGNATORY') return {};
	const representative = books.representatives
		.view()
		.find((each) => isLive(each) && isSame(each.legalEntityId ?? '', entityId) && each.lastName === person.lastName && each.firstName === person.firstName && each.birthDay === person.birthDay);
	if (!representative) return { verdict: 'INVALID', reason: reason('badData', 'A SIGNATORY must be a legal representative of the company') };
	const isAlone = representative.soleSignatureAuthorized === true;
	return isAlone === (scopeType === 'INDIVIDUAL') ? {} : { verdict: 'INVALID', reason: reason('badData', `scopeType must be ${isAlone ? 'INDIVIDUAL' : 'JOINT'}, as the representative signs`) };
}
