import type { Signature } from './types';

/** That a natural person has accepted a document of the partner's. */
export interface HeldSignature extends Signature {
	/** Milliseconds; before it counts for nothing. */
	at: number;
}

/** All that was accepted, the oldest first. */
export class Signatures {
	private held: HeldSignature[] = [];

	/** Signing twice is the same assent. */
	add(signature: HeldSignature): void {
		const isSame = (other: Signature) => other.partnerDocumentId === signature.partnerDocumentId && other.naturalPersonId === signature.naturalPersonId && other.customerId === signature.customerId;
		if (!this.held.some(isSame)) this.held.push(signature);
	}

	/** Those that count. @param now in milliseconds */
	at(now: number): HeldSignature[] {
		return this.held.filter(({ at }) => at <= now);
	}

	reset(): void {
		this.held = [];
	}
}
