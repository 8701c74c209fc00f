import type { Delivery } from '../core/webhookSender';
import type { EventType, NotificationPayload } from './notifications';
import type { TradevestSettings } from './settings';
import type { MissingNotification } from './types';
import type { WebhookBook } from './webhookBook';

/** What of the server it needs. */
interface Server {
	settings(): Pick<TradevestSettings, 'eventDelayMs' | 'missingHoldsUnregistered' | 'webhookMode' | 'webhookRepeatMs' | 'webhookTries'>;
	post(url: string, headers: Record<string, string>, event: unknown): Promise<Delivery>;
	/** Runs a step later; a reset forgets it. */
	later(delayMs: number, step: () => void): void;
}

/** A notification on its way, and to which event type it belongs: the notification itself does not say. */
interface Told {
	eventType: EventType;
	notification: NotificationPayload;
	createdOn: string;
	tries: number;
}

/**
 * Posts notifications to the registered addresses, with the registered headers (tv:partner-apis/partner-webhooks): one after the other,
 * so that the order is the one that is set. What is not answered with 200 shows among those that are missing.
 *
 * Invented, as none of it is documented: that a post is not repeated (`webhookTries` 1), that a missing one stays in the list, and that
 * the list knows nothing of event types without a registration (`missingHoldsUnregistered`).
 */
export class WebhookDelivery {
	private missed: MissingNotification[] = [];

	private queue: Told[] = [];

	/** What is held back to go out backwards. */
	private heldBack: Told[] = [];

	private isPosting = false;

	/** Counts resets: an answer that comes after one is of no account. */
	private life = 0;

	constructor(
		private readonly registered: WebhookBook,
		private readonly server: Server,
	) {}

	/** Tells the partner of something that happened. */
	tell(eventType: EventType, notification: NotificationPayload): void {
		const told: Told = { eventType, notification, createdOn: new Date().toISOString(), tries: 0 };
		const { webhookMode, eventDelayMs } = this.server.settings();
		if (webhookMode === 'dropped') return this.miss(told);
		if (webhookMode !== 'outOfOrder') return this.offer(...(webhookMode === 'duplicate' ? [told, { ...told }] : [told]));
		this.heldBack.push(told);
		const { length } = this.heldBack;
		// Each waits for a later one; once none has come for so long, all go out, the last one first.
		this.server.later(2 * eventDelayMs, () => {
			if (this.heldBack.length !== length) return;
			this.offer(...this.heldBack.reverse());
			this.heldBack = [];
		});
	}

	/** What was answered with no 200, or never delivered. */
	missing(): MissingNotification[] {
		return [...this.missed];
	}

	reset(): void {
		this.life += 1;
		this.missed = [];
		this.queue = [];
		this.heldBack = [];
		this.isPosting = false;
	}

	private offer(...all: Told[]): void {
		this.queue.push(...all);
		if (!this.isPosting) this.next();
	}

	private next(): void {
		const told = this.queue.shift();
		this.isPosting = told !== undefined;
		if (!told) return;
		const webhook = this.registered.find(told.eventType);
		if (!webhook) {
			if (this.server.settings().missingHoldsUnregistered) this.miss(told);
			return this.next();
		}
		const { life } = this;
		const headers = Object.fromEntries((webhook.headers ?? []).map(({ name, value }) => [name, value]));
		told.tries += 1;
		void this.server.post(webhook.url, headers, told.notification).then(({ status }) => {
			if (life !== this.life) return;
			if (status !== 200) this.repeatOrMiss(told);
			this.next();
		});
	}

	private repeatOrMiss(told: Told): void {
		const { webhookTries, webhookRepeatMs } = this.server.settings();
		if (told.tries >= webhookTries) return this.miss(told);
		this.server.later(webhookRepeatMs, () => this.offer(told));
	}

	private miss({ eventType, notification, createdOn }: Told): void {
		this.missed.push({ eventType, notification, createdOn });
	}
}
