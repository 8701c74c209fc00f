import type { IncomingHttpHeaders } from 'node:http';

import type { Problem } from './contract';
import { Counters } from './counters';
import { FaultBox } from './faults';
import { RequestLog } from './requestLog';
import type { CoreSettings } from './settings';
import { TokenIssuer, type Client } from './tokens';
import type { Answer } from './types';
import { WebhookSender, type Delivery } from './webhookSender';

/** All that a running sandbox knows. One object, handed to whoever needs it. */
export class SandboxState<Settings extends CoreSettings> {
	readonly counters: Counters;

	readonly faults = new FaultBox();

	readonly requests: RequestLog;

	readonly tokens: TokenIssuer;

	readonly webhooks = new WebhookSender();

	settings: Settings;

	/** Where the sandbox listens; empty until it does. */
	url = '';

	constructor(
		private readonly initialSettings: Settings,
		clients: Client[],
		operationIds: string[],
		hiddenNames: string[],
	) {
		this.settings = { ...initialSettings };
		this.tokens = new TokenIssuer(clients);
		this.counters = new Counters(operationIds);
		this.requests = new RequestLog(hiddenNames);
	}

	/** Posts an event to the set address. Null when there is none. */
	postEvent(event: unknown): Promise<Delivery> | null {
		const { webhookUrl, webhookHeaders } = this.settings;
		return webhookUrl === null ? null : this.webhooks.send(webhookUrl, webhookHeaders, event);
	}

	async reset(): Promise<void> {
		this.settings = { ...this.initialSettings };
		this.faults.clear();
		this.requests.clear();
		this.tokens.reset();
		this.counters.reset();
		await this.webhooks.reset();
	}
}

/** What a partner adds to the shared server. */
export interface PartnerSide {
	/** The error body of this partner. `problems` are those the contract found. */
	errorBody(error: PartnerError): unknown;
	/** The status of a request that breaks the contract; 400 if absent. */
	invalidStatus?(operationId: string): number;
	/** Whether a problem that the contract found is overlooked, because a setting says so. */
	overlooks?(problem: Problem, request: { operationId: string; body: unknown }): boolean;
	/** Whether this call needs a token just now; undefined leaves it to the document. */
	needsToken?(operationId: string): boolean | undefined;
	/** Why a call is refused before it is looked at; null where it is let in. Undefined leaves it to the token. */
	refusal?(call: ArrivingCall): Refusal | null | undefined;
	/** Told of each call as it arrives, before any delay. */
	arrives?(call: ArrivingCall): Arrival | null;
	/** Posts an event as this partner does, in place of the shared headers alone. Null when no webhook address is set. */
	sendEvent?(event: unknown): Promise<Delivery> | null;
	/** Further control paths that only show something, such as the orders held. */
	views: Record<string, () => unknown>;
	reset(): void;
}

/** What is known of a call before its body is looked at. */
export interface ArrivingCall {
	operationId: string;
	method: string;
	/** As it was sent, with the query. */
	url: string;
	headers: IncomingHttpHeaders;
	/** Values in the path, by the names that the document gives them. */
	path: Record<string, string>;
}

/** A call that is under way. */
export interface Arrival {
	/** What is answered in place of what the call asks for, once the call is found good; null where it takes its course. */
	instead: Answer | null;
	/** Called when the call is over, whatever became of it. */
	ended(): void;
}

/** Why a call is refused. */
export interface Refusal {
	status: number;
	reason: PartnerError['reason'];
	message: string;
	headers?: Record<string, string>;
}

/** An error the shared server found, to be put in the partner's words. */
export interface PartnerError {
	operationId: string | null;
	status: number;
	reason: 'contract' | 'token' | 'signature' | 'limit' | 'path' | 'fault';
	message: string;
	problems: Problem[];
	body: unknown;
}
