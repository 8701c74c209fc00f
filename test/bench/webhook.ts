import { Agent } from 'node:http';

import axios from 'axios';

import type { Scene } from '../../demo/scene';
import { runPool } from '../../engine/items/pool';
import { EventTrial } from '../support/webhook/eventTrial';
import { line, median, ratio, ROUNDS, type PairTimes } from './measure';
import { sipsEvent } from '../support/webhook/sipsEvent';

const EVENTS = 1_000;
/** Callers at the same time. */
const CALLERS = 20;

/**
 * What the trigger costs beside n8n's own Webhook node, both answering at once, both alone in their workflow. Every event
 * is another one, from callers that keep their connections. n8n runs the workflows while it answers, so that is in it.
 */
export async function webhookThroughput({ n8n }: Scene): Promise<void> {
	const ours = await EventTrial.begin(n8n);
	const stock = await EventTrial.begin(n8n, { stock: true });
	const times: PairTimes = { ours: [], stock: [] };
	for (let round = 0; round <= ROUNDS; round += 1) {
		const stockMs = await burst(stock, `S${round}`);
		const oursMs = await burst(ours, `O${round}`);
		if (round === 0) continue;
		times.stock.push(stockMs);
		times.ours.push(oursMs);
	}
	const rate = (all: readonly number[]): number => Math.round((EVENTS * 1000) / median(all));
	console.log(`\nWeb hook, ${EVENTS} events from ${CALLERS} callers, answered at once (median of ${ROUNDS})`);
	line('stock Webhook node, events/s', rate(times.stock));
	line('SRS SIPS Trigger, events/s', rate(times.ours));
	line('ratio', ratio(times).toFixed(2), 'at least 0.95');
}

/** @returns milliseconds until the last of the events is answered */
async function burst(trial: EventTrial, series: string): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
	const http = axios.create({ httpAgent: agent });
	const before = await trial.started();
	const begun = performance.now();
	await runPool(EVENTS, CALLERS, async (at) => {
		await http.post(trial.url, sipsEvent({ eventId: `${series}-${at}` }));
	});
	const took = performance.now() - begun;
	agent.destroy();
	const started = (await trial.started()) - before;
	if (started !== EVENTS) throw new Error(`${started} of ${EVENTS} events started their workflow.`);
	return took;
}
