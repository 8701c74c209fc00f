import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { quotable } from '../redact';
import { goodAnswerSent, type WatchedResponse } from './answerSent';
import type { Refusal } from './readBody';
import { readDelivery, type HostRequest } from './readRequest';
import { recentEventsOf, type Claim } from './recentEvents';

/** An event as the workflow gets it. */
export type DeliveredEvent = IDataObject & {
	/** The same for the same event, however often it is sent: hexadecimal, at least 20 characters. */
	eventKey: string;
};

/** How one trigger receives. */
export interface Reception<E extends DeliveredEvent> {
	/** Looks at who sends, before the body is read. */
	refusal(request: HostRequest): Promise<Refusal | undefined>;
	/** The events in the entries of a body that this workflow wants. */
	wanted(entries: IDataObject[]): E[];
	/** The last step before the workflow starts. Events may be left out or added to. */
	prepared?(events: E[]): Promise<{ events: DeliveredEvent[] } | { refusal: Refusal }>;
	/** How long the same event starts nothing, in seconds; 0 is off. */
	windowSeconds: number;
	/** Whether n8n answers when the workflow has started, not when it has finished. */
	answersAtOnce: boolean;
}

/** What n8n's response offers, as far as it is needed here. */
type HostResponse = WatchedResponse & { status(code: number): { json(body: object): unknown } };

/** Where n8n stores what was seen, in the static data of the node. */
const STORED = 'recentEvents';

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
		return refuse(context, { status: 503, reason: 'Events cannot be taken at the moment. Send it again later.' });
	}
}

async function taken<E extends DeliveredEvent>(context: IWebhookFunctions, reception: Reception<E>): Promise<IWebhookResponseData> {
	const request = context.getRequestObject() as unknown as HostRequest;
	const isSent = goodAnswerSent(context.getResponseObject() as unknown as HostResponse);
	const stranger = await reception.refusal(request);
	if (stranger !== undefined) return refuse(context, stranger);
	const delivery = await readDelivery(request);
	if ('refusal' in delivery) return refuse(context, delivery.refusal);
	const wanted = reception.wanted(delivery.entries);
	if (wanted.length === 0) return quickly('Received, not wanted by this workflow');

	const windowSeconds = context.getMode() === 'manual' ? 0 : reception.windowSeconds;
	const memory = recentEventsOf(`${context.getWorkflow().id ?? ''}/${context.getNode().id}`);
	const stored = context.getWorkflowStaticData('node')[STORED];
	const claim = await memory.claim(wanted.map(({ eventKey }) => eventKey), stored, windowSeconds);
	const started: string[] = [];
	try {
		const events = windowSeconds === 0 ? wanted : newOnes(wanted, claim);
		if (events.length === 0) return quickly('Received before');
		const prepared = (await reception.prepared?.(events)) ?? { events };
		if ('refusal' in prepared) return refuse(context, prepared.refusal);
		if (prepared.events.length === 0) return quickly('Received, not confirmed');
		started.push(...prepared.events.map(({ eventKey }) => eventKey));
		const workflowData = [prepared.events.map((json) => ({ json }))];
		// Later it would be stored for a workflow that fails, too, and the event could not come again. And what is stored then is
		// the data of all nodes as they were when the call came: what the workflow has stored meanwhile would be undone.
		if (!reception.answersAtOnce) return { workflowData };
		await claim.turn();
		return startedResult(workflowData, () => {
			const text = claim.started(started);
			if (text !== undefined) context.getWorkflowStaticData('node')[STORED] = text;
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
function startedResult(workflowData: IWebhookResponseData['workflowData'], whenStarted: () => void): IWebhookResponseData {
	return {
		workflowData,
		get webhookResponse() {
			whenStarted();
			return { message: 'Workflow was started' };
		},
	};
}

/** Those that were not here before, each once. */
function newOnes<E extends DeliveredEvent>(events: E[], claim: Claim): E[] {
	const isFirst = (event: E, at: number): boolean => events.findIndex(({ eventKey }) => eventKey === event.eventKey) === at;
	return events.filter((event, at) => claim.has(event.eventKey) && isFirst(event, at));
}

function quickly(message: string): IWebhookResponseData {
	return { webhookResponse: { message } };
}

function refuse(context: IWebhookFunctions, { status, reason }: Refusal): IWebhookResponseData {
	const response = context.getResponseObject() as unknown as HostResponse;
	response.status(status).json({ error: reason });
	return { noWebhookResponse: true };
}
