import type { SrsSipsSandbox } from '../../../sandbox/srsSips';
import type { Delivery } from '../../../sandbox/core/webhookSender';
import type { SentEvent } from './records';
import { eventKey, type EventIdentity } from './told';

/** The sandbox remembers a thousand posts. */
const LOOK_EVERY_MS = 1_000;

/** All events that were sent: those of the sandbox's own orders, which it tells one workflow, and those of the run. */
export class EventLog {
	readonly sent: SentEvent[] = [];
	private readonly seen = new Set<string>();
	private readonly timer: NodeJS.Timeout;

	constructor(
		private readonly sandbox: SrsSipsSandbox,
		private readonly flowOfSandbox: string,
	) {
		this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
	}

	add(event: SentEvent): void {
		this.sent.push(event);
	}

	stop(): void {
		clearInterval(this.timer);
		this.look();
	}

	private look(): void {
		for (const delivery of this.sandbox.control.deliveries()) {
			const id = identityOf(delivery);
			if (this.seen.has(id)) continue;
			this.seen.add(id);
			const sentAt = Date.parse(delivery.sentAt);
			this.sent.push({
				flow: this.flowOfSandbox, key: eventKey(delivery.event as EventIdentity), isReal: true, status: delivery.status, answer: delivery.answer ?? '',
				sentAt, answeredAt: sentAt + delivery.durationMs,
			});
		}
	}
}

/** Two posts of one event may leave in the same millisecond; then their answers tell them apart, or nothing has to. */
function identityOf({ sentAt, event, status, answer, durationMs }: Delivery): string {
	return JSON.stringify([sentAt, event, status, answer, durationMs]);
}
