import { RingBuffer } from './ringBuffer';

/** One event that was posted, and what came back. */
export interface Delivery {
	sentAt: string;
	url: string;
	event: unknown;
	/** Null when no answer came. */
	status: number | null;
	answer: string | null;
	error: string | null;
	durationMs: number;
}

const REMEMBERED_DELIVERIES = 1000;
const REMEMBERED_ANSWER_CHARACTERS = 1000;
/** A receiver that hangs must not hold up a test run. */
const ANSWER_TIMEOUT_MS = 10_000;

/** Posts events to the partner software's webhook and remembers the answers. It never repeats a post by itself. */
export class WebhookSender {
	private readonly deliveries = new RingBuffer<Delivery>(REMEMBERED_DELIVERIES);

	private readonly underWay = new Set<Promise<Delivery>>();

	private readonly timers = new Set<NodeJS.Timeout>();

	private waiting: Array<() => void> = [];

	private stopping = new AbortController();

	/** Runs a step later. A reset forgets steps that have not run yet. @returns forgets this one */
	later(delayMs: number, step: () => void): () => void {
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			step();
			this.tellIfSettled();
		}, delayMs);
		this.timers.add(timer);
		return () => {
			clearTimeout(timer);
			this.timers.delete(timer);
			this.tellIfSettled();
		};
	}

	send(url: string, headers: Record<string, string>, event: unknown): Promise<Delivery> {
		const sending = this.post(url, headers, event, this.stopping.signal);
		this.underWay.add(sending);
		void sending.then((delivery) => {
			this.deliveries.push(delivery);
			this.underWay.delete(sending);
			this.tellIfSettled();
		});
		return sending;
	}

	list(): Delivery[] {
		return this.deliveries.list();
	}

	/** Resolves when no event waits and none is under way. */
	settled(): Promise<void> {
		return new Promise((resolve) => {
			this.waiting.push(resolve);
			this.tellIfSettled();
		});
	}

	/** Forgets what waits, gives up what is under way and clears the memory. */
	async reset(): Promise<void> {
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.stopping.abort();
		await Promise.allSettled(this.underWay);
		this.stopping = new AbortController();
		this.deliveries.clear();
		this.tellIfSettled();
	}

	private tellIfSettled(): void {
		// Who hears of a delivery may send the next one.
		queueMicrotask(() => {
			if (this.timers.size > 0 || this.underWay.size > 0) return;
			const waiting = this.waiting;
			this.waiting = [];
			for (const resolve of waiting) resolve();
		});
	}

	private async post(url: string, headers: Record<string, string>, event: unknown, stop: AbortSignal): Promise<Delivery> {
		const started = Date.now();
		const delivery: Delivery = {
			sentAt: new Date(started).toISOString(),
			url,
			event,
			status: null,
			answer: null,
			error: null,
			durationMs: 0,
		};
		try {
			const answer = await fetch(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', ...headers },
				body: JSON.stringify(event),
				redirect: 'manual',
				signal: AbortSignal.any([stop, AbortSignal.timeout(ANSWER_TIMEOUT_MS)]),
			});
			delivery.status = answer.status;
			delivery.answer = (await answer.text()).slice(0, REMEMBERED_ANSWER_CHARACTERS);
		} catch (error) {
			delivery.error = error instanceof Error ? causeOf(error) : String(error);
		}
		delivery.durationMs = Date.now() - started;
		return delivery;
	}
}

// The message of a failed fetch is always "fetch failed"; what happened is in its cause.
function causeOf(error: Error): string {
	return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
