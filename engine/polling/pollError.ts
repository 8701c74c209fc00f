import type { INode, IPollFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';

import { isFailure, type Failure, type FailureKind } from '../failure';
import { toNodeError } from '../items/nodeErrors';

/** What passes by itself, so that the next poll may find it over. */
const PASSING: ReadonlySet<FailureKind> = new Set(['outage', 'rateLimit', 'brokenAnswer', 'businessRefusal', 'notFound', 'cancelled']);

/**
 * The failure of a poll as n8n shows it. n8n 2.41 may leave polls out after one that failed, and for half an hour unless it is
 * told that the trouble may pass: it reads that from `failure.cause` (n8n-workflow 2.41, errors/failure.ts). 2.8 does not look at it.
 */
export function toPollError(node: INode, failure: Failure): NodeApiError | NodeOperationError {
	const error = toNodeError(node, failure);
	if (!PASSING.has(failure.kind)) return error;
	const { retryAfterMs } = failure.details;
	const cause = failure.kind === 'rateLimit' ? 'rate-limited' : 'temporarily-unavailable';
	return Object.assign(error, { failure: { cause, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) } });
}

/** Does what a poll does. @throws what is a Failure as n8n shows it, and all else as it is */
export async function asPollErrors<T>(context: IPollFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw isFailure(error) ? toPollError(context.getNode(), error) : error;
	}
}
