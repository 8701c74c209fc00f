import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import { textOf } from '../../../engine/values';
import type { Refusal } from '../../../engine/webhook/readBody';
import type { HostRequest } from '../../../engine/webhook/readRequest';
import type { Reading, Reception } from '../../../engine/webhook/receive';
import { answersAtOnce, duplicateSeconds } from '../../../engine/webhook/receivingFields';
import { refusedBySetup } from '../../../engine/webhook/setup';
import { isSharedSecret } from '../../../engine/webhook/sharedSecret';
import { eventsIn } from './eventChoice';
import { tradevestEvent, type TradevestEvent } from './events';
import { EVENT_HEADER, SECRET_HEADER } from './hooks';
import { withObjects } from './objects';
import { registeredSecrets, restoreSecret } from './secretStore';
import { askedSecret } from './secretAtTradevest';
import { tradevestSetup } from './setup';

/** How the trigger receives, by what the panel says. */
export function tradevestReception(context: IWebhookFunctions): Reception<TradevestEvent> {
	return new TradevestReception(context);
}

class TradevestReception implements Reception<TradevestEvent> {
	readonly windowSeconds: number;
	readonly answersAtOnce: boolean;
	private readonly isTest: boolean;
	private eventType: string | undefined;

	constructor(private readonly context: IWebhookFunctions) {
		this.windowSeconds = duplicateSeconds(context);
		this.answersAtOnce = answersAtOnce(context);
		this.isTest = context.getMode() === 'manual';
	}

	async refusal(request: HostRequest): Promise<Refusal | undefined> {
		const refused = (await refusedBySetup(this.context, request, tradevestSetup)) ?? (await this.stranger(request));
		this.eventType = textOf(request.headers[EVENT_HEADER])?.trim();
		return refused;
	}

	read(entries: IDataObject[]): Reading<TradevestEvent> {
		const events = entries.map((body) => tradevestEvent(body, this.eventType, 'delivery'));
		const wanted = eventsIn(this.context.getNodeParameter('events', []));
		// A person sends a sample by hand, and nothing says of it which event it is.
		return { events: this.isTest ? events : events.filter(({ eventType }) => wanted.includes(eventType)) };
	}

	async prepared(events: TradevestEvent[]): Promise<{ events: TradevestEvent[] }> {
		return { events: this.context.getNodeParameter('readsObject', false) === true ? await withObjects(this.context, events) : events };
	}

	taken(): void {
		if (!this.isTest) restoreSecret(this.context);
	}

	/** In Tradevest's shape of an error (tv:partner-apis/partner-webhooks). */
	refused({ status, reason }: Refusal): { status: number; body: object } {
		return { status, body: { message: reason } };
	}

	private async stranger({ headers }: HostRequest): Promise<Refusal | undefined> {
		// Nothing was registered for such a test: somebody who knows its URL sends a sample.
		if (this.isTest && this.context.getNodeParameter('registerForTest', false) !== true) return undefined;
		const given = headers[SECRET_HEADER];
		const secrets = registeredSecrets(this.context, this.isTest ? 'test' : 'production');
		if (isSharedSecret(given, secrets)) return undefined;
		// Another process may have registered a moment ago, or one that was killed before it stored the secret.
		const asked = given === undefined || this.isTest ? [] : await askedSecret(this.context);
		if (isSharedSecret(given, asked)) return undefined;
		if (secrets.length === 0 && asked.length === 0) return { status: 503, reason: 'Events cannot be taken at the moment. Send it again later.' };
		return { status: 401, reason: 'The secret is missing or wrong.' };
	}
}
