import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import axios from 'axios';

import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import { eventOf, goodLifeUpTo } from '../../../sandbox/srsSips/orders/orderEvents';
import { isReal } from '../../../sandbox/srsSips/orders/heldOrder';
import { goodStates } from '../../../sandbox/srsSips/orders/words';
import type { WebhookEvent } from '../../../sandbox/srsSips/types';
import type { EventLog } from './eventLog';
import { FOREIGN } from './ledger';
import { STARTING_UP } from './ledgerEvents';
import type { EventStep } from './planEvents';
import { LONGEST_LIST_DELAY_MS } from './planFaults';
import type { AskedOrder } from './planOrders';
import { eventKey } from './told';
import type { Flows } from './workflows';

const CALL_TIMEOUT_MS = 40_000;
const CALLS_AGAIN = 4;
const CALL_AGAIN_MS = 2_000;
/** No order of the sandbox has a number like it. */
const FIRST_MADE_UP_ORDER = 99_000_001;
/** Time of the first event: each has one of its own. */
const FIRST_EVENT_AT = Date.parse('2026-03-03T14:00:00Z');

/** Those who use the workflows: people and programs that place orders, and the partner that sends events. */
export class Load {
	/** Different orders that were asked for. */
	readonly asked = new Set<string>();
	calls = 0;
	private events = 0;
	private readonly sentBefore: Array<{ event: WebhookEvent; isReal: boolean }> = [];

	constructor(
		private readonly flows: Flows,
		private readonly sandbox: SrsSipsSandbox,
		private readonly log: EventLog,
	) {}

	/** Asks for one order. Who gets no answer of a workflow calls again, for the same order. */
	async order(order: AskedOrder): Promise<void> {
		this.asked.add(JSON.stringify(order));
		for (let tries = 0; tries <= CALLS_AGAIN; tries += 1) {
			this.calls += 1;
			const callId = `call-${this.calls}`;
			const answer = await post(this.flows.orderUrls[order.flow], { ...order, callId });
			if (answer && answer.status < 300 && !answer.text.includes(STARTING_UP)) return;
			await sleep(CALL_AGAIN_MS);
		}
	}

	/** Somebody else orders under this PO number at the partner itself. It may fail, as anything here. */
	async foreignOrder(poNumber: string, customerCode: string): Promise<void> {
		const model = this.sandbox.orders().find((order) => order.customerCode === customerCode)?.request;
		if (!model) return;
		const { url, client } = this.sandbox;
		const token = await post(`${url}/authentication/token`, { client_id: client.clientId, client_secret: client.clientSecret, grant_type: 'client_credentials', scope: 'ALL' });
		const bearer = /"access_token":"([^"]+)"/.exec(token?.text ?? '')?.[1];
		if (bearer === undefined) return;
		const order = {
			...model,
			transactionID: randomUUID(),
			poDetails: { ...model.poDetails, poNumber },
			customerContactInfo: { ...model.customerContactInfo, customerContactName: `${FOREIGN}-${poNumber}` },
		};
		await post(`${url}/orders/v2/Submit`, order, { authorization: `Bearer ${bearer}` });
	}

	/** Sends an event, and keeps what was answered. */
	async event({ flow, kind, place, copies }: EventStep): Promise<void> {
		const chosen = kind === 'repeat' ? this.sentBefore[Math.floor(place * this.sentBefore.length)] : this.newEvent(kind, place);
		if (!chosen) return;
		const { event, isReal: exists } = chosen;
		await Promise.all(Array.from({ length: copies }, async () => {
			const sentAt = Date.now();
			const answer = await post(this.flows.events[flow].url, event);
			this.log.add({ flow, key: eventKey(event), isReal: exists, status: answer?.status ?? null, answer: answer?.text ?? '', sentAt, answeredAt: Date.now() });
		}));
	}

	private newEvent(kind: 'real' | 'madeUp', place: number): { event: WebhookEvent; isReal: boolean } | undefined {
		// Of those that are listed by now, whatever the partner is told to do.
		const listed = this.sandbox.orders().filter((order) => isReal(order) && Date.now() - Date.parse(order.takenAt) > 2 * LONGEST_LIST_DELAY_MS);
		const order = listed[Math.floor(place * listed.length)];
		const state = goodStates.find((one) => one === order?.state);
		const step = state && goodLifeUpTo(state).at(-1);
		if (!order || !step) return undefined;
		this.events += 1;
		const number = FIRST_MADE_UP_ORDER + this.events;
		// With a PO number that exists, and a transaction id that does not: an order may get another number, so its own id would confirm it.
		const of = kind === 'real' ? order : { ...order, orderId: number, invoiceNumber: `00${number}-001`, request: { ...order.request, transactionID: randomUUID() } };
		const event = eventOf(of, step, new Date(FIRST_EVENT_AT + this.events * 1_000).toISOString());
		const chosen = { event, isReal: kind === 'real' };
		this.sentBefore.push(chosen);
		return chosen;
	}
}

/** Undefined where there was no answer. */
async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<{ status: number; text: string } | undefined> {
	try {
		const { status, data } = await axios.post<unknown>(url, body, { headers, timeout: CALL_TIMEOUT_MS, proxy: false, validateStatus: () => true });
		return { status, text: typeof data === 'string' ? data : JSON.stringify(data) };
	} catch {
		return undefined;
	}
}
