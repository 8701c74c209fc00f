import { Agent } from 'node:http';

import axios from 'axios';

import type { Scene } from '../../demo/scene';
import { runPool } from '../../engine/items/pool';
import { EventTrial, type OtherTrigger } from '../support/webhook/eventTrial';
import { sipsEvent } from '../support/webhook/sipsEvent';
import { median, ratio } from './measure';
import { count, round, rowAsText, type Row, type Table } from './row';

const EVENTS = 300;
/** Callers at the same time. */
const CALLERS = 20;
const LEAST = 0.97;

/** A trigger of n8n that ours is compared with. */
interface Rival {
	readonly name: string;
	readonly trigger: OtherTrigger;
}

const WEBHOOK: Rival = {
	name: 'the Webhook node',
	trigger: { type: 'n8n-nodes-base.webhook', typeVersion: 2.1, parameters: { httpMethod: 'POST', options: {} } },
};

/** Of n8n's triggers for a service, one that registers nothing there and takes any JSON with an `event_type`. */
const SERVICE_TRIGGER: Rival = {
	name: 'the Chargebee Trigger',
	trigger: { type: 'n8n-nodes-base.chargebeeTrigger', typeVersion: 1, parameters: { events: ['*'] }, path: 'webhook' },
};

/** How n8n is set, and beside which triggers ours is measured then. */
export interface TriggerSetting {
	/** As the tables name it; empty for n8n as it comes. */
	readonly name: string;
	readonly env: Readonly<Record<string, string>>;
	readonly rivals: ReadonlyArray<Rival & { readonly least?: number }>;
}

/** @param hasIsolates see `Line`: without them there is nothing to be set, and no difference between n8n's triggers */
export function triggerSettings(hasIsolates: boolean): TriggerSetting[] {
	if (!hasIsolates) return [{ name: '', env: {}, rivals: [{ ...WEBHOOK, least: LEAST }] }];
	return [
		// n8n exempts its Webhook node, by its type, from what an isolate costs. So no other trigger comes near it.
		{ name: '', env: {}, rivals: [WEBHOOK, { ...SERVICE_TRIGGER, least: LEAST }] },
		{ name: 'N8N_EXPRESSION_ENGINE=legacy', env: { N8N_EXPRESSION_ENGINE: 'legacy' }, rivals: [{ ...WEBHOOK, least: LEAST }] },
		{ name: 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true', env: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' }, rivals: [WEBHOOK] },
	];
}

/**
 * What the trigger costs beside others, all answering at once, each alone in its workflow. Every event is another one, from
 * callers that keep their connections. n8n runs the workflows while it answers, so that is in it.
 *
 * @param scene whose n8n was started with the environment of the setting
 */
export async function measureTrigger({ n8n }: Scene, { name, rivals }: TriggerSetting, rounds: number): Promise<Row[]> {
	const ours = await EventTrial.begin(n8n);
	const others: Array<{ rival: TriggerSetting['rivals'][number]; trial: EventTrial; took: number[] }> = [];
	for (const rival of rivals) others.push({ rival, trial: await EventTrial.begin(n8n, { other: rival.trigger }), took: [] });
	const tookOurs: number[] = [];
	for (let at = 0; at <= rounds; at += 1) {
		const tookOthers: number[] = [];
		for (const [place, { trial }] of others.entries()) tookOthers.push(await burst(trial, `${place}-${at}`));
		const took = await burst(ours, `O-${at}`);
		// The first round warms n8n up.
		if (at === 0) continue;
		tookOurs.push(took);
		for (const [place, other] of others.entries()) other.took.push(tookOthers[place] ?? NaN);
	}
	return others.map(({ rival, took }) => {
		const value = ratio({ ours: tookOurs, stock: took });
		const row: Row = {
			what: `SRS SIPS Trigger beside ${rival.name}${name && `, ${name}`}`,
			figure: round(value),
			bounds: rival.least === undefined ? [] : [{ value, least: rival.least }],
			beside: { 'events a second': `${rate(tookOurs)} / ${rate(took)}` },
		};
		console.log(rowAsText(row));
		return row;
	});
}

/** The table of all settings. */
export function triggerTable(rows: readonly Row[]): Table {
	return { name: 'trigger', rows };
}

function rate(took: readonly number[]): string {
	return count(Math.round((EVENTS * 1000) / median(took)));
}

/** @returns milliseconds until the last of the events is answered */
async function burst(trial: EventTrial, series: string): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: CALLERS });
	const http = axios.create({ httpAgent: agent });
	const before = await trial.started();
	const begun = performance.now();
	await runPool(EVENTS, CALLERS, async (at) => {
		await http.post(trial.url, { ...sipsEvent({ eventId: `${series}-${at}` }), event_type: 'OU' });
	});
	const took = performance.now() - begun;
	agent.destroy();
	const started = (await trial.started()) - before;
	if (started !== EVENTS) throw new Error(`${started} of ${EVENTS} events started their workflow.`);
	return took;
}
