import type { EventType } from './notifications';
import type { Webhook, WebhookRequest } from './types';

/** The registrations (tv:api-reference/webhooks): one for an event type, whoever registered it. */
export class WebhookBook {
	private readonly held = new Map<EventType, Webhook>();

	/** Registers, or takes the place of what is registered. Invented: that a replaced registration keeps when it was created. */
	register({ eventType, url, headers = [] }: WebhookRequest): void {
		const now = new Date().toISOString();
		this.held.set(eventType, { eventType, url, headers, createdOn: this.held.get(eventType)?.createdOn ?? now, modifiedOn: now });
	}

	find(eventType: EventType): Webhook | undefined {
		return this.held.get(eventType);
	}

	/** @returns false where none was registered */
	remove(eventType: EventType): boolean {
		return this.held.delete(eventType);
	}

	view(): Webhook[] {
		return [...this.held.values()];
	}

	reset(): void {
		this.held.clear();
	}
}
