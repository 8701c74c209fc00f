import type { SandboxState } from '../../core/state';
import type { SrsSipsSettings } from '../settings';
import type { WebhookEvent } from '../types';
import { invoiceNumberOf, type HeldOrder } from './heldOrder';
import { cancelledLife, eventOf, goodLifeUpTo, rejectedLife, type Step } from './orderEvents';

/** Lets orders move through their states, a step at a time, and tells the webhook. */
export class OrderLife {
	constructor(private readonly state: SandboxState<SrsSipsSettings>) {}

	/** `giveNumber` makes a queued order real; it runs with the first step. */
	start(order: HeldOrder, giveNumber: () => number): void {
		const { webhookMode, lastOrderState } = this.state.settings;
		const steps = webhookMode === 'cancelled' ? cancelledLife : goodLifeUpTo(lastOrderState);
		const outOfOrder: WebhookEvent[] | null = webhookMode === 'outOfOrder' ? [] : null;
		this.walk(order, steps, (event, isLast) => {
			if (!outOfOrder) return this.tell(event);
			// Nothing can be told backwards before the end is known.
			outOfOrder.push(event);
			if (isLast) this.tellBackwards(outOfOrder);
		}, giveNumber);
	}

	/** Ends a queued order with a refusal. */
	reject(order: HeldOrder): void {
		this.walk(order, rejectedLife, (event) => this.tell(event));
	}

	/** Lets a queued order vanish without a word. */
	drop(order: HeldOrder): void {
		this.after(() => {
			order.state = 'Dropped';
			order.reachedAt.Dropped = new Date().toISOString();
		});
	}

	private walk(
		order: HeldOrder,
		[step, ...rest]: Step[],
		tell: (event: WebhookEvent, isLast: boolean) => void,
		giveNumber?: () => number,
	): void {
		if (!step) return;
		this.after(() => {
			if (giveNumber) order.orderId ??= giveNumber();
			const now = new Date().toISOString();
			order.state = step.state;
			order.reachedAt[step.state] = now;
			if (step.eventType === 'IU' && order.orderId !== null) order.invoiceNumber = invoiceNumberOf(order.orderId);
			tell(eventOf(order, step, now), rest.length === 0);
			this.walk(order, rest, tell);
		});
	}

	private after(step: () => void): void {
		this.state.webhooks.later(this.state.settings.eventDelayMs, step);
	}

	private tell(event: WebhookEvent): void {
		const { webhookMode, lateByMs } = this.state.settings;
		if (webhookMode === 'none') return;
		if (webhookMode === 'late') {
			this.state.webhooks.later(lateByMs, () => void this.state.postEvent(event));
			return;
		}
		void this.state.postEvent(event);
		if (webhookMode === 'duplicate') void this.state.postEvent(event);
	}

	// One after the other, because posts that leave together may arrive in any order.
	private tellBackwards(events: WebhookEvent[]): void {
		const event = events.pop();
		if (!event) return;
		this.tell(event);
		this.after(() => this.tellBackwards(events));
	}
}
