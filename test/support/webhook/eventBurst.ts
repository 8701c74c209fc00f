import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import { STORE_EVERY_MS } from '../../../engine/webhook/storeThrottle';
import { runPool } from '../../../engine/items/pool';
import type { N8nInstance } from '../../../host';
import { EventTrial } from './eventTrial';
import { sipsEvent } from './sipsEvent';
import { lastExecution, startsByEvent } from './startsByEvent';
import { withRepeats } from './withRepeats';

/** What n8n (2.8 and 2.41) answers to every call between connecting to its database and having brought that up to date, with status 200. */
const STARTING_UP = 'n8n is starting up. Please wait';

/** A trigger that a burst goes to, and who sends it. */
export interface BurstService {
	readonly name: string;
	/** Publishes a workflow with the trigger in an n8n. */
	begin(n8n: N8nInstance): Promise<BurstTarget>;
}

/** A published trigger. */
export interface BurstTarget {
	readonly trial: EventTrial;
	/** What the partner sends with each event. */
	readonly headers: Readonly<Record<string, string>>;
	/** The body of an event with this id. */
	event(id: string): unknown;
	/** Ends what was started for it beside n8n. */
	close(): Promise<void>;
}

/** SRS calls an address that a person tells it, with no headers of its own. */
export const sipsBurst: BurstService = {
	name: 'SIPS',
	begin: async (n8n) => ({ trial: await EventTrial.begin(n8n), headers: {}, event: (eventId) => sipsEvent({ eventId }), close: async () => undefined }),
};

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
export async function burstWithAKill(n8n: N8nInstance, plan: BurstPlan, service: BurstService = sipsBurst): Promise<BurstTally> {
	const target = await service.begin(n8n);
	try {
		return await burstAt(n8n, plan, target);
	} finally {
		await target.close();
	}
}

async function burstAt(n8n: N8nInstance, plan: BurstPlan, { trial, headers, event: bodyOf }: BurstTarget): Promise<BurstTally> {
	const after = await lastExecution(n8n);
	const order = withRepeats(plan);
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
			const answer = await http.post<unknown>(trial.url, bodyOf(`burst-${event}`), { headers }).catch(() => undefined);
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
	const starts = await startsByEvent(n8n, trial, { after, idIn: /burst-(\d+)/ });
	const twice = [...sent].filter(([event]) => (starts.get(String(event)) ?? 0) > 1);
	const answeredBefore = (ms: number) => twice.filter(([, { answeredAt }]) => answeredAt !== undefined && answeredAt <= killedAt && answeredAt > killedAt - ms).length;
	return {
		distinct: plan.distinct,
		duplicates: plan.duplicates,
		callsAgain,
		swallowed,
		lost: [...sent.keys()].filter((event) => !starts.has(String(event))).length,
		twice: twice.length,
		twiceUnanswered: twice.filter(([, { firstAt, answeredAt = Infinity }]) => firstAt <= killedAt && answeredAt > killedAt).length,
		// The call that is held back stores when its own workflow has started.
		twiceNotStored: answeredBefore(STORE_EVERY_MS + slowestMs),
		seconds,
	};
}
