import type { Refusal } from '../../../engine/webhook/readBody';

/**
 * What Su waits for before it sends the next message about a property (reservations-notification-push): the ids of all that has arrived.
 * Anything else counts as not arrived.
 */
export function acknowledgement(ids: readonly string[]): object {
	return { reservation_notif: { reservation_notif_id: [...new Set(ids)] } };
}

/** What Su waits for after a message or a review, in these very letters (messaging, review-api). */
export const TAKEN = { status: 'Success' };

/**
 * A refusal as Su gets it: its own shape of an error, without ids, so that the message counts as not arrived and comes again. What is wrong with the
 * body goes out with status 200, as an integrator in production has it: how Su takes another status is not known.
 */
export function refusedToSu({ status, reason }: Refusal): { status: number; body: object; headers?: Record<string, string> } {
	const body = { Status: 'Fail', Errors: { ShortText: reason } };
	if (status === 401) return { status, body, headers: { 'WWW-Authenticate': 'Basic realm="n8n"' } };
	return { status: status === 403 || status >= 500 ? status : 200, body };
}
