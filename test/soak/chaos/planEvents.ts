import type { Random } from './random';

/** The workflows that events start, by what the trigger does about confirmation. */
export const EVENT_FLOWS = ['off', 'attach', 'drop'] as const;
export type EventFlow = (typeof EVENT_FLOWS)[number];

/** An event. It is about what the sandbox holds at that moment: `place` says which, from 0 to 1 of all. */
export interface EventStep {
	readonly do: 'event';
	readonly flow: EventFlow;
	/** A new one of a real order, one that somebody made up, or one that was sent before. */
	readonly kind: 'real' | 'madeUp' | 'repeat';
	readonly place: number;
	/** Calls in the same moment. */
	readonly copies: number;
}

export function eventStep(random: Random): EventStep {
	return {
		do: 'event',
		flow: random.pick(EVENT_FLOWS),
		kind: random.weighted([[5, 'real'], [2, 'madeUp'], [3, 'repeat']] as const),
		place: random.next(),
		copies: random.chance(0.2) ? 2 : 1,
	};
}
