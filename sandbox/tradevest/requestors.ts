import { isLive, isSame, type Books } from './books';
import { errorMessage } from './errors';
import type { ErrorMessage, HeldPerson } from './types';

/** Who may do something in somebody's name: the rules of tv:release-notes/archive/v.1.5.0-test-environment. */
export class Requestors {
	constructor(private readonly books: Books) {}

	/**
	 * Why a call is refused for its `Requestor-ID`, or null. By the rules the requestor is an ACTIVE natural person, and is one of the entities or a proxy
	 * of one. Taken at their word nobody new could be identified or onboarded; so, unless the setting `requestorRule` says otherwise, they hold for
	 * entities that are active. Before, any active person may act, and who is concerned though not active. That is invented.
	 *
	 * @param what is acted for, for the message
	 * @param entityIds the persons and companies it concerns; none for a call that concerns nobody
	 */
	refusal(requestorId: string, what: string, ...entityIds: string[]): { status: 403; body: ErrorMessage } | null {
		const reason = this.whyNot(requestorId, what, entityIds);
		return reason === null ? null : { status: 403, body: errorMessage(403, `The requestor ${requestorId} ${reason}`) };
	}

	private whyNot(requestorId: string, what: string, entityIds: readonly string[]): string | null {
		const person = this.books.people.find(requestorId);
		if (!person || !isLive(person)) return 'is not a natural person';
		const isActive = person.status === 'ACTIVE';
		const isConcerned = entityIds.some((entityId) => this.actsFor(person, entityId));
		const isStrict = this.books.life.settings().requestorRule === 'released' || (entityIds.length > 0 && entityIds.every((entityId) => this.books.entity(entityId)?.status === 'ACTIVE'));
		if (!isStrict) return isActive || isConcerned || entityIds.length === 0 ? null : 'is not active';
		if (!isActive) return 'is not active';
		return isConcerned || entityIds.length === 0 ? null : `may not act for this ${what}`;
	}

	private actsFor({ naturalPersonId }: HeldPerson, entityId: string): boolean {
		if (isSame(naturalPersonId, entityId)) return true;
		const joint = this.books.jointPersons.find(entityId);
		if (joint && joint.status !== 'ACTIVE' && [joint.np1Id, joint.np2Id].some((id) => isSame(id, naturalPersonId))) return true;
		return this.books.proxiesOf(entityId).some((proxy) => isSame(proxy.naturalPersonId, naturalPersonId));
	}
}
