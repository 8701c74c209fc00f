import type { IDataObject, INode, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Failure } from '../failure';
import { helpUrl } from '../helpUrl';
import type { ItemResult } from './itemsRun';
import { plain } from './toolFailure';

/** What of a failure goes into data, for a workflow to act on: plain words, and the link in a field of its own. */
function failureData({ kind, message, details }: Failure): IDataObject {
	const { advice, status, partnerMessage, partnerCode, requestId, retryAfterMs, subject, faults } = details;
	const all: IDataObject = {
		kind, message: plain(message), advice: plain(advice), status, partnerMessage: partnerMessage === undefined ? undefined : plain(partnerMessage), partnerCode, requestId, retryAfterMs, subject,
		// What of them is about people is for who hides it from a model.
		faults: faults?.map(({ field, expected }) => ({ field, expected })),
		help: helpUrl(kind),
	};
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/**
 * A failure as n8n shows it. With an HTTP status it is a `NodeApiError`, else a `NodeOperationError`; both made new,
 * since wrapping one of n8n's errors in another keeps the first one's words and drops ours.
 */
export function toNodeError(node: INode, failure: Failure, itemIndex?: number): NodeApiError | NodeOperationError {
	const { status, advice } = failure.details;
	// n8n shows the description as HTML, with all but a few harmless tags taken out.
	const description = `${advice} <a href="${helpUrl(failure.kind)}" target="_blank">More about this</a>`;
	const options = { message: failure.message, description, itemIndex };
	const error =
		status === undefined
			? new NodeOperationError(node, failure.message, options)
			: new NodeApiError(node, { message: failure.message } as JsonObject, { ...options, httpCode: String(status) });
	// n8n puts words of its own in the place of a message that holds a system's code, and a partner's words may.
	error.message = failure.message;
	error.context.data = failureData(failure);
	return error;
}

/**
 * Results as output items, each paired with the input item or items it came of.
 *
 * A failed item is `{ message, error }` and nothing else: n8n sends an item of just these two fields to the error
 * output, together with what came in. An item with n8n's own `error` property would go there as well, but stripped of
 * everything but the message.
 */
export function toOutput(results: readonly ItemResult[]): INodeExecutionData[] {
	return results.flatMap((result, itemIndex): INodeExecutionData[] => {
		const pairedItem = result.madeFrom ? result.madeFrom.map((item) => ({ item })) : { item: itemIndex };
		if ('items' in result) {
			const { items, binaries = [] } = result;
			return items.map((json, at) => ({ json, ...(binaries[at] ? { binary: binaries[at] } : {}), pairedItem }));
		}
		const { message, ...error } = failureData(result.failure);
		return [{ json: { message, error }, pairedItem }];
	});
}
