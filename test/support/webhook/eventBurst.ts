import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import { STORE_EVERY_MS } from '../../../engine/webhook/storeThrottle';
import { runPool } from '../../../engine/items/pool';
import type { ExecutionSummary, N8nInstance } from '../../../host';
import { EventTrial } from './eventTrial';
import { sipsEvent } from './sipsEvent';

/** Numbers of executions beyond what n8n counts that are looked at. The n8n should be new: others count, too. */
const MOST_OTHERS = 200;

/** What n8n (2.8 and 2.41) answers to every call between connecting to its database and having brought that up to date, with status 200. */
const STARTING_UP = 'n8n is starting up. Please wait';

/** How the events come. */
export interface BurstPlan {
	/** Different events. */
	readonly distinct: number;
	/** Events that are sent once more, each at any later place. */
	readonly duplicates: number;
	/** Callers at the same time. Each sends its event again until it is taken. */
	readonly callers: number;
	/** For the places of the duplicates. */
	readonly seed: number;
}

/** What became of the events. */
export interface BurstTally {
	readonly distinct: number;
	readonly duplicates: number;
	/** Calls that got no answer of a workflow, and were made again. */
	readonly callsAgain: number;
	/**
	 * Those of them that n8n answered with 200 and `STARTING_UP`, and threw away. No node can change that. A sender that
	 * believes the status loses them; here they are sent again.
	 */
	readonly swallowed: number;
	/** Events that started no workflow: none may. */
	readonly lost: number;
	/** Events that started more than one. */
	readonly twice: number;
	/** Those of them that had no answer when n8n was killed: n8n had started them, and nobody had been told. */
	readonly twiceUnanswered: number;
	/** Those of them that were answered so shortly before that it was not stored yet. */
	readonly twiceNotStored: number;
	readonly seconds: number;
}

/** The burst of the tests: 1,000 calls. */
export const BURST = { distinct: 800, duplicates: 200, callers: 20 } as const;

/** What must not be, in words; empty where all is well. It is the bound that docs/operating.md states. */
export function brokenBy({ lost, twice, twiceUnanswered, twiceNotStored }: BurstTally): string[] {
	const unexplained = twice - twiceUnanswered - twiceNotStored;
	return [
		...(lost > 0 ? [`${lost} events started no workflow`] : []),
		...(unexplained > 0 ? [`${unexplained} events started twice that were answered, and stored, before n8n was killed`] : []),
		...(twiceUnanswered > BURST.callers ? [`${twiceUnanswered} events without an answer started twice, more than were under way`] : []),
	];
}

interface Sent {
	firstAt: number;
	answeredAt?: number;
}

/** Sends events in a burst, kills n8n with SIGKILL half-way, starts it again, and counts what was started. */
export async function burstWithAKill(n8n: N8nInstance, plan: BurstPlan): Promise<BurstTally> {
	const trial = await EventTrial.begin(n8n);
	const order = shuffledIn(plan);
	const sent = new Map<number, Sent>();
	let [callsAgain, swallowed, answers, killedAt, slowestMs] = [0, 0, 0, Infinity, 0];
	let restart: Promise<void> | undefined;
	const http = axios.create({ httpAgent: new Agent({ keepAlive: true, maxSockets: plan.callers }), timeout: 30_000, validateStatus: () => true });
	const begun = Date.now();

	const killAndRestart = async (): Promise<void> => {
		killedAt = Date.now();
		await n8n.kill();
		await n8n.start();
	};
	await runPool(order.length, plan.callers, async (at) => {
		const event = order[at] ?? 0;
		for (;;) {
			const sentAt = Date.now();
			const record = sent.get(event) ?? { firstAt: sentAt };
			sent.set(event, record);
			const answer = await http.post<unknown>(trial.url, sipsEvent({ eventId: `burst-${event}` })).catch(() => undefined);
			const isGood = answer !== undefined && answer.status >= 200 && answer.status < 300;
			if (isGood && answer.data === STARTING_UP) swallowed += 1;
			else if (isGood) {
				record.answeredAt ??= Date.now();
				if (killedAt === Infinity) slowestMs = Math.max(slowestMs, Date.now() - sentAt);
				answers += 1;
				if (answers === Math.floor(order.length / 2)) restart = killAndRestart();
				return;
			}
			callsAgain += 1;
			await sleep(200);
		}
	});
	await restart;
	const seconds = (Date.now() - begun) / 1000;
	const starts = await startsOf(n8n, trial);
	const twice = [...sent].filter(([event]) => (starts.get(event) ?? 0) > 1);
	const answeredBefore = (ms: number) => twice.filter(([, { answeredAt }]) => answeredAt !== undefined && answeredAt <= killedAt && answeredAt > killedAt - ms).length;
	return {
		distinct: plan.distinct,
		duplicates: plan.duplicates,
		callsAgain,
		swallowed,
		lost: [...sent.keys()].filter((event) => !starts.has(event)).length,
		twice: twice.length,
		twiceUnanswered: twice.filter(([, { firstAt, answeredAt = Infinity }]) => firstAt <= killedAt && answeredAt > killedAt).length,
		// The call that is held back stores when its own workflow has started.
		twiceNotStored: answeredBefore(STORE_EVERY_MS + slowestMs),
		seconds,
	};
}

/** Numbers of events: each once in order, and some a second time at a random later place. */
function shuffledIn({ distinct, duplicates, seed }: BurstPlan): number[] {
	const order = Array.from({ length: distinct }, (_, at) => at);
	let state = seed;
	const random = (below: number): number => {
		// Numerical Recipes' linear congruential generator: the same places for the same seed.
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
	for (let event = 0; event < duplicates; event += 1) {
		const first = order.indexOf(Math.floor((event * distinct) / duplicates));
		order.splice(first + 1 + random(order.length - first), 0, order[first] ?? 0);
	}
	return order;
}

/**
 * How many executions each event started, those that were cut off included. They are read by their numbers, which n8n
 * counts up: its list is ordered by time and skips some from one page to the next, and its count lacks some that run.
 */
async function startsOf(n8n: N8nInstance, trial: EventTrial): Promise<Map<number, number>> {
	const last = (await trial.started()) + MOST_OTHERS;
	const starts = new Map<number, number>();
	await runPool(last, 10, async (at) => {
		const execution = (await n8n.client.call('GET', `/rest/executions/${at + 1}`)) as Partial<ExecutionSummary & { data: unknown }> | undefined;
		if (execution?.workflowId !== trial.workflowId) return;
		const event = eventIn(at + 1, execution.data);
		starts.set(event, (starts.get(event) ?? 0) + 1);
	});
	return starts;
}

/** The number of the event that an execution was started with, wherever in its data: one that was cut off has it among what was still to be done. */
function eventIn(id: number, data: unknown): number {
	const event = /burst-(\d+)/.exec(typeof data === 'string' ? data : JSON.stringify(data))?.[1];
	if (event === undefined) throw new Error(`Execution ${id} holds no event.`);
	return Number(event);
}
