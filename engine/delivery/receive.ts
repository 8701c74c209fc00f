import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readJsonObject } from './readBody';

/** n8n's request: it holds back reading the body until asked. */
interface HostRequest {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/** What n8n's response offers, as far as it is needed here. */
interface HostResponse {
	status(code: number): { json(body: object): unknown };
}

/**
 * Answers a web hook call: a bad one with a 4xx and its reason, without an execution; one that is not wanted with a
 * quick 200; a good one starts the workflow with the items that `toItems` makes of it.
 *
 * @param toItems from the body to output items; none means not wanted
 */
export async function receive(
	context: IWebhookFunctions,
	toItems: (body: IDataObject) => IDataObject[],
): Promise<IWebhookResponseData> {
	const request = context.getRequestObject() as unknown as HostRequest;
	await request.readRawBody?.();
	const delivery = readJsonObject(request.rawBody);
	if ('refusal' in delivery) {
		const { status, reason } = delivery.refusal;
		const response = context.getResponseObject() as unknown as HostResponse;
		response.status(status).json({ error: reason });
		return { noWebhookResponse: true };
	}
	const items = toItems(delivery.body);
	if (items.length === 0) return { webhookResponse: { message: 'Received, not wanted by this workflow' } };
	return { workflowData: [items.map((json) => ({ json }))] };
}
