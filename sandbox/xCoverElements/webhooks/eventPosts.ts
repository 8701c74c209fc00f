import type { Delivery } from '../../core/webhookSender';
import type { XCoverElementsSettings } from '../settings';
import { sign, stringToSign } from '../signing';
import type { WebhookEvent } from '../types';

/** What of the server it needs. */
interface Server {
	settings(): XCoverElementsSettings;
	post(url: string, headers: Record<string, string>, event: unknown): Promise<Delivery>;
	/** Runs a step later; a reset forgets it. */
	later(delayMs: number, step: () => void): void;
}

/**
 * Posts events to the partner's webhook, signed as xc/webhooks says, up to three times in all unless answered with 200. Invented, as no page
 * tells: how long after each other, and that each post has a date of its own.
 */
export class EventPosts {
	private told: WebhookEvent[] = [];

	constructor(private readonly server: Server) {}

	/** Tells the partner of something that happened. */
	tell(event: WebhookEvent): void {
		this.told.push(event);
		const { webhookUrl, webhookCopies, eventDelayMs } = this.server.settings();
		if (webhookUrl === null) return;
		for (let copy = 0; copy < webhookCopies; copy += 1) this.server.later(eventDelayMs, () => this.attempt(event, 1, this.date()));
	}

	/** Posts anything once, signed. Null when no address is set. */
	send(event: unknown): Promise<Delivery> | null {
		return this.post(event, this.date());
	}

	/** All that was told, the oldest first, with an address or without. */
	view(): WebhookEvent[] {
		return [...this.told];
	}

	reset(): void {
		this.told = [];
	}

	private attempt(event: WebhookEvent, number: number, date: string): void {
		void this.post(event, date)?.then(({ status }) => {
			const { webhookTries, webhookRepeatMs, webhookRepeatsHaveNewDate } = this.server.settings();
			if (status === 200 || number >= webhookTries) return;
			this.server.later(webhookRepeatMs, () => this.attempt(event, number + 1, webhookRepeatsHaveNewDate ? this.date() : date));
		});
	}

	private date(): string {
		return new Date(Date.now() + this.server.settings().webhookDateAheadMs).toUTCString();
	}

	private post(event: unknown, date: string): Promise<Delivery> | null {
		const settings = this.server.settings();
		const { webhookUrl } = settings;
		return webhookUrl === null ? null : this.server.post(webhookUrl, { ...settings.webhookHeaders, ...headersOf(settings, webhookUrl, date) }, event);
	}
}

type Signing = Pick<XCoverElementsSettings, 'webhookKey' | 'webhookSecret' | 'webhookAlgorithm' | 'webhookPercentEncoded' | 'webhookSignedHeaders'>;

function headersOf(settings: Signing, url: string, date: string): Record<string, string> {
	const { webhookKey: key, webhookSecret, webhookAlgorithm: algorithm, webhookPercentEncoded, webhookSignedHeaders: names } = settings;
	const headers = { 'x-api-key': key, date };
	const text = stringToSign((names ?? 'date').split(' '), { method: 'POST', path: new URL(url).pathname, headers });
	const signature = sign(algorithm, webhookSecret, text ?? '');
	const parameters = [
		`keyId="${key}"`,
		`algorithm="${algorithm}"`,
		...(names === null ? [] : [`headers="${names}"`]),
		`signature="${webhookPercentEncoded ? encodeURIComponent(signature) : signature}"`,
	];
	return { ...headers, authorization: `Signature ${parameters.join(',')}` };
}
