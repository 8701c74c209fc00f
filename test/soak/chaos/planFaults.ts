import type { Fault } from '../../../sandbox/core/faults';
import { PARTNER_FAULTS } from './partnerFaults';
import type { Random } from './random';

/** The processes of n8n in queue mode with two workers. */
export const PROCESSES = ['n8n start', 'n8n webhook', 'n8n worker 1', 'n8n worker 2'] as const;
export type ProcessName = (typeof PROCESSES)[number];

/** By then an order that was taken is listed. */
export const LONGEST_LIST_DELAY_MS = 4_000;

export type FaultStep =
	| { readonly do: 'partnerFault'; readonly name: string; readonly fault: Fault }
	/** Whether Order List tells transaction ids, how late it lists, and whether the partner tells of its orders by events. */
	| { readonly do: 'partnerWays'; readonly withTransactionId: boolean; readonly delayMs: number; readonly events: 'none' | 'normal' | 'duplicate' }
	| { readonly do: 'revokeTokens' }
	/** All traffic between n8n and PostgreSQL is slowed down, held, or cut (and refused for that time). */
	| { readonly do: 'database'; readonly how: 'slow' | 'stall' | 'cut'; readonly ms: number; readonly forMs: number }
	| { readonly do: 'kill'; readonly process: ProcessName; readonly downMs: number }
	| { readonly do: 'pause'; readonly process: ProcessName; readonly forMs: number }
	| { readonly do: 'clock'; readonly process: ProcessName; readonly seconds: number; readonly forMs: number }
	| { readonly do: 'edit'; readonly how: 'format' | 'wrongSecret' | 'otherEnvironment'; readonly forMs: number };

export function partnerStep(random: Random): FaultStep {
	if (random.chance(0.15)) {
		const events = random.pick(['none', 'none', 'normal', 'duplicate'] as const);
		return { do: 'partnerWays', withTransactionId: random.chance(0.5), delayMs: random.pick([0, 0, 1_000, LONGEST_LIST_DELAY_MS]), events };
	}
	if (random.chance(0.06)) return { do: 'revokeTokens' };
	const { name, fault } = random.pick(PARTNER_FAULTS);
	return { do: 'partnerFault', name, fault: { ...fault, times: random.between(1, 4) } };
}

export function databaseStep(random: Random): FaultStep {
	const how = random.weighted([[3, 'slow'], [2, 'stall'], [2, 'cut']] as const);
	const forMs = how === 'slow' ? random.between(3_000, 15_000) : how === 'stall' ? random.between(500, 8_000) : random.between(0, 3_000);
	return { do: 'database', how, ms: random.between(20, 400), forMs };
}

export function processStep(random: Random): FaultStep {
	// Workers most often: they place the orders.
	const process = random.weighted([[1, 'n8n start'], [2, 'n8n webhook'], [3, 'n8n worker 1'], [3, 'n8n worker 2']] as const);
	if (random.chance(0.6)) return { do: 'kill', process, downMs: random.between(0, 8_000) };
	// Longer than a worker may be silent (see the lock in world.ts): then another one gets its work, and the first goes on with it, too.
	return { do: 'pause', process, forMs: random.weighted([[3, random.between(200, 4_000)], [1, random.between(15_000, 30_000)]] as const) };
}

export function clockStep(random: Random): FaultStep {
	const seconds = random.pick([-86_400, -3_600, -90, 90, 3_600, 2 * 86_400]);
	return { do: 'clock', process: random.pick(PROCESSES), seconds, forMs: random.between(3_000, 25_000) };
}

export function editStep(random: Random): FaultStep {
	const how = random.weighted([[3, 'format'], [3, 'wrongSecret'], [2, 'otherEnvironment']] as const);
	return { do: 'edit', how, forMs: random.between(1_000, 12_000) };
}
