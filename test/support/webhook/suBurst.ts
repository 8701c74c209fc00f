import { setTimeout as sleep } from 'node:timers/promises';

import { STORE_EVERY_MS } from '../../../engine/webhook/storeThrottle';
import type { N8nInstance } from '../../../host';
import { startSuSandbox } from '../../../sandbox/su';
import { EventTrial } from './eventTrial';
import { lastExecution, startsByEvent } from './startsByEvent';
import { suBooking } from './suBodies';
import { randomBelow, withRepeats, type Repeats } from './withRepeats';

const SECRET = 'a-secret-of-the-burst-of-su';
const SU_TRIGGER = { type: 'n8n-nodes-partner-apis.suTrigger', typeVersion: 1, parameters: {}, path: 'su' };
const FIRST_ID = 177_251_666_900_249_000_000n;
/** Su's ten minutes, shortened, and as many tries as n8n needs to be back. */
const REPEATS = { pushRepeatMs: 250, pushTries: 1_000 };
/** Until it is given up. It promises nothing about speed: on a build server with other work n8n starts some three executions a second. */
const LONGEST_MS = 800_000;

/** The burst of the tests: 1,000 pushes. */
export const SU_BURST = { properties: 20, distinct: 800, duplicates: 200 } as const;

/** What became of the messages. */
export interface SuBurstTally {
	/** Messages that were pushed, repeats included. */
	readonly pushed: number;
	/** Those of them that were acknowledged in the end. */
	readonly acknowledged: number;
	/** Properties of which a message was not acknowledged, so that their queue stands still. */
	readonly standingStill: string[];
	/** Pushes that were answered without an acknowledgement, or not at all, and made again. */
	readonly pushedAgain: number;
	/** Messages that started no workflow. */
	readonly lost: number;
	/** Messages that started more than one. */
	readonly twice: number;
	/** Most that may: one under way for each property when n8n was killed, and those acknowledged so shortly before that it was not stored yet. */
	readonly mostTwice: number;
	readonly seconds: number;
}

/** Su pushes messages of several properties, n8n is killed with SIGKILL half-way and started again, and what was started is counted. */
export async function suBurstWithAKill(n8n: N8nInstance, plan: Repeats & { readonly properties: number }): Promise<SuBurstTally> {
	const sandbox = await startSuSandbox();
	try {
		const { id } = await n8n.client.createCredential({ name: 'Su pushes', type: 'suWebhookApi', data: { user: 'su', secret: SECRET } });
		const trial = await EventTrial.begin(n8n, { other: SU_TRIGGER, credentials: { suWebhookApi: id } });
		const after = await lastExecution(n8n);
		const authorization = `Basic ${Buffer.from(`su:${SECRET}`).toString('base64')}`;
		sandbox.control.change({ webhookUrl: trial.url, webhookHeaders: { authorization }, ...REPEATS });
		const random = randomBelow(plan.seed);
		const propertyOf = Array.from({ length: plan.distinct }, () => `HOTEL-${random(plan.properties)}`);
		const messages = withRepeats(plan).map((event) => suBooking({ reservation_notif_id: String(FIRST_ID + BigInt(event)), hotel_id: propertyOf[event] }));
		const begun = Date.now();
		sandbox.push(...(messages as unknown as Parameters<typeof sandbox.push>));

		const acknowledged = () => sandbox.pushes().filter(({ state }) => state === 'acknowledged').length;
		const until = async (count: number): Promise<void> => {
			while (acknowledged() < count && Date.now() - begun < LONGEST_MS) await sleep(5);
		};
		const recent: Array<[at: number, count: number]> = [];
		const watch = setInterval(() => recent.push([Date.now(), acknowledged()]), 50);
		await until(messages.length / 2);
		clearInterval(watch);
		const killedAt = Date.now();
		const atKill = acknowledged();
		await n8n.kill();
		const storedAtLeast = Math.max(0, ...recent.filter(([at]) => at < killedAt - STORE_EVERY_MS - 1_000).map(([, count]) => count));
		await n8n.start();
		await until(messages.length);

		const pushes = sandbox.pushes();
		const starts = await startsByEvent(n8n, trial, { after, idIn: new RegExp(`"?(${String(FIRST_ID).slice(0, 15)}\\d{6})`) });
		const ids = [...new Set(pushes.map(({ reservationNotifId }) => reservationNotifId))];
		return {
			pushed: pushes.length,
			acknowledged: acknowledged(),
			standingStill: [...new Set(pushes.filter(({ state }) => state !== 'acknowledged').map(({ hotelId }) => hotelId))],
			pushedAgain: pushes.reduce((sum, { tries }) => sum + tries - 1, 0),
			lost: ids.filter((one) => !starts.has(one)).length,
			twice: ids.filter((one) => (starts.get(one) ?? 0) > 1).length,
			mostTwice: plan.properties + atKill - storedAtLeast,
			seconds: (Date.now() - begun) / 1000,
		};
	} finally {
		await sandbox.close();
	}
}
