import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { ExactMembers } from '../http/exactMembers';
import { quotable } from '../redact';
import { goodAnswerSent, type WatchedResponse } from './answerSent';
import { answerWith, type AnsweringResponse } from './answerWith';
import type { DeliveredEvent } from './deliveredEvent';
import { eventMemoryOf, newOnes, STORED_EVENTS } from './eventMemory';
import type { Refusal } from './readBody';
import { readDelivery, type HostRequest } from './readRequest';

/** What the entries of a body hold. */
export interface Reading<E extends DeliveredEvent> {
	/** The events that this workflow wants. */
	events: E[];
	/**
	 * What the caller is told once nothing of the call can be lost any more: its workflow has started, or it wants nothing of it, or
	 * it was here before. Left out, a word for people.
	 */
	answer?: object;
}

/** What starts the workflow in the end: see `Reception.prepared`. */
export interface Prepared {
	events: DeliveredEvent[];
	seen?: readonly string[];
	answer?: object;
}

/** How one trigger receives. */
export interface Reception<E extends DeliveredEvent> {
	/** Looks at who sends, before the body is read. */
	refusal(request: HostRequest): Promise<Refusal | undefined>;
	/** Members of a body whose numbers come as text, digit by digit: amounts of money. Left out, there are none. */
	exact?: ExactMembers;
	/** What is in the entries of a body. */
	read(entries: IDataObject[]): Reading<E> | { refusal: Refusal } | Promise<Reading<E> | { refusal: Refusal }>;
	/**
	 * The last step before the workflow starts. Events may be left out or added to.
	 *
	 * @returns `seen`: further keys that count as seen from now on, as those of what was left out for good; `answer`: in the place of the one that `read`
	 *   gave, where not all that was read is taken
	 */
	prepared?(events: E[]): Promise<Prepared | { refusal: Refusal }>;
	/**
	 * Called once nothing of what was prepared can be lost any more: its workflow has started, or has succeeded where that is waited for, or wants
	 * nothing of it. Nobody waits for what it does, and it must not throw.
	 */
	taken?(): void;
	/** How long the same event starts nothing, in seconds; 0 is off. */
	windowSeconds: number;
	/** Whether n8n answers when the workflow has started, not when it has finished. */
	answersAtOnce: boolean;
	/** How a refusal is sent, for a partner that waits for other words. Left out, with its status, and its reason as `error`. */
	refused?(refusal: Refusal): { status: number; body: object; headers?: Record<string, string> };
}

/** What n8n's response offers, as far as it is needed here. */
type HostResponse = WatchedResponse & AnsweringResponse & { status(code: number): Pick<AnsweringResponse, 'json'>; setHeader(name: string, value: string): unknown };

/**
 * Answers a webhook call. What is refused gets a 4xx with its reason, what is not wanted and what was here before a quick
 * 200, all without an execution. The rest starts the workflow, one item each.
 *
 * A test in the editor remembers nothing: there a person sends the same event again and again.
 */
export async function receive<E extends DeliveredEvent>(context: IWebhookFunctions, reception: Reception<E>): Promise<IWebhookResponseData> {
	try {
		return await taken(context, reception);
	} catch (error) {
		// Thrown on, it would become a failed execution, which anybody could start. It may quote what the caller sent.
		const words = JSON.stringify(quotable(error instanceof Error ? error.message : String(error)));
		context.logger.error(`${context.getNode().name}: an event was not taken: ${words}`);
		return refuse(context, reception, { status: 503, reason: 'Events cannot be taken at the moment. Send it again later.' });
	}
}

async function taken<E extends DeliveredEvent>(context: IWebhookFunctions, reception: Reception<E>): Promise<IWebhookResponseData> {
	const request = context.getRequestObject() as unknown as HostRequest;
	const response = context.getResponseObject() as unknown as HostResponse;
	const isSent = goodAnswerSent(response);
	const stranger = await reception.refusal(request);
	if (stranger !== undefined) return refuse(context, reception, stranger);
	const delivery = await readDelivery(request, reception.exact);
	if ('refusal' in delivery) return refuse(context, reception, delivery.refusal);
	const read = await reception.read(delivery.entries);
	if ('refusal' in read) return refuse(context, reception, read.refusal);
	const { events: wanted } = read;
	let { answer } = read;
	const quickly = (message: string): IWebhookResponseData => ({ webhookResponse: answer ?? { message } });
	if (wanted.length === 0) return quickly('Received, not wanted by this workflow');

	const windowSeconds = context.getMode() === 'manual' ? 0 : reception.windowSeconds;
	const memory = eventMemoryOf(context);
	const stored = context.getWorkflowStaticData('node')[STORED_EVENTS];
	const claim = await memory.claim(wanted.map(({ eventKey }) => eventKey), stored, windowSeconds);
	const started: string[] = [];
	try {
		const events = windowSeconds === 0 ? wanted : newOnes(wanted, claim);
		if (events.length === 0) return quickly('Received before');
		const prepared: Prepared | { refusal: Refusal } = (await reception.prepared?.(events)) ?? { events };
		if ('refusal' in prepared) return refuse(context, reception, prepared.refusal);
		answer = prepared.answer ?? answer;
		started.push(...prepared.events.map(({ eventKey }) => eventKey), ...(prepared.seen ?? []));
		if (prepared.events.length === 0) {
			reception.taken?.();
			return quickly('Received, not confirmed');
		}
		const workflowData = [prepared.events.map((json) => ({ json }))];
		// Later it would be stored for a workflow that fails, too, and the event could not come again. And what is stored then is
		// the data of all nodes as they were when the call came: what the workflow has stored meanwhile would be undone.
		if (!reception.answersAtOnce) {
			if (answer !== undefined) answerWith(response, answer);
			void isSent.then((isGood) => (isGood ? reception.taken?.() : undefined));
			return { workflowData };
		}
		await claim.turn();
		return startedResult(workflowData, answer ?? { message: 'Workflow was started' }, () => {
			const text = claim.started(started);
			if (text !== undefined) context.getWorkflowStaticData('node')[STORED_EVENTS] = text;
			reception.taken?.();
		});
	} finally {
		if (started.length === 0) claim.settle([]);
		// Too late where it was settled at the start. So here a start failed, or a workflow that was waited for has ended.
		else void isSent.then((isGood) => claim.settle(isGood ? started : []));
	}
}

/**
 * A result that tells when its workflow has started: n8n asks for the answer then, and stores static data right after.
 * Set sooner, n8n 2.41 forgets that there is something to store: on its way it makes the object anew that knows of changes.
 */
function startedResult(workflowData: IWebhookResponseData['workflowData'], answer: object, whenStarted: () => void): IWebhookResponseData {
	return {
		workflowData,
		get webhookResponse() {
			whenStarted();
			return answer;
		},
	};
}

function refuse<E extends DeliveredEvent>(context: IWebhookFunctions, { refused = asError }: Reception<E>, refusal: Refusal): IWebhookResponseData {
	const response = context.getResponseObject() as unknown as HostResponse;
	const { status, body, headers = {} } = refused(refusal);
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	response.status(status).json(body);
	return { noWebhookResponse: true };
}

function asError({ status, reason }: Refusal): { status: number; body: object; headers?: Record<string, string> } {
	return { status, body: { error: reason } };
}
