import type { SigningPartner } from '../data/partner';
import type { XCoverElementsSettings } from '../settings';

const OFFER_CALLS: readonly string[] = ['createOffer', 'confirmOfferSigned'];

type Limits = Pick<XCoverElementsSettings, 'offerCallsPerSecond' | 'otherCallsPerSecond' | 'testKeyCallsPerSecond' | 'throttleWindowMs'>;

/** Counts signed calls within the last second, or what is set as one: creating and confirming offers, all others together, and all of a key for tests. */
export class Throttle {
	private readonly taken = new Map<string, number[]>();

	constructor(private readonly limits: () => Limits) {}

	/** Whether a call is one too many. One that is counts for nothing. */
	isOver({ isTest }: SigningPartner, operationId: string): boolean {
		const { offerCallsPerSecond, otherCallsPerSecond, testKeyCallsPerSecond } = this.limits();
		const isOffer = OFFER_CALLS.includes(operationId);
		const counted: Array<[name: string, limit: number | null]> = [
			isOffer ? ['offers', offerCallsPerSecond] : ['others', otherCallsPerSecond],
			...(isTest ? [['testKeys', testKeyCallsPerSecond] as [string, number | null]] : []),
		];
		const recent = counted.map(([name, limit]) => ({ limit, times: this.recent(name) }));
		if (recent.some(({ limit, times }) => limit !== null && times.length >= limit)) return true;
		for (const { times } of recent) times.push(Date.now());
		return false;
	}

	reset(): void {
		this.taken.clear();
	}

	private recent(name: string): number[] {
		const times = (this.taken.get(name) ?? []).filter((at) => at > Date.now() - this.limits().throttleWindowMs);
		this.taken.set(name, times);
		return times;
	}
}
