import type { Problem } from './contract';
import { Counters } from './counters';
import { FaultBox } from './faults';
import { RequestLog } from './requestLog';
import type { CoreSettings } from './settings';
import { TokenIssuer, type Client } from './tokens';
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
	/** Further control paths that only show something, such as the orders held. */
	views: Record<string, () => unknown>;
	reset(): void;
}

/** An error the shared server found, to be put in the partner's words. */
export interface PartnerError {
	operationId: string | null;
	status: number;
	reason: 'contract' | 'token' | 'path' | 'fault';
	message: string;
	problems: Problem[];
	body: unknown;
}
