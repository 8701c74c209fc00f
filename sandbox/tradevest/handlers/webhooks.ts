import { notFound } from '../answers';
import type { TradevestHandler } from '../types';
import type { WebhookBook } from '../webhookBook';
import type { WebhookDelivery } from '../webhookDelivery';

/** All registrations, the values of their headers in clear (tv:api-reference/webhooks). */
export function listWebhooks(book: WebhookBook): TradevestHandler<'listWebhooks'> {
	return () => ({ status: 200, body: book.view() });
}

/** Registers an address, or replaces the one that is there without a word. The contract has seen to HTTPS and to the number of headers. */
export function registerWebhook(book: WebhookBook): TradevestHandler<'registerWebhook'> {
	return ({ body }) => {
		book.register(body);
		return { status: 200, body: undefined };
	};
}

/** One registration. */
export function getWebhook(book: WebhookBook): TradevestHandler<'getWebhook'> {
	return ({ path: { eventType } }) => {
		const found = book.find(eventType);
		return found ? { status: 200, body: found } : notFound('webhook for', eventType);
	};
}

/** Removes a registration, whoever made it. That a second time is answered with 404 is invented. */
export function deleteWebhook(book: WebhookBook): TradevestHandler<'deleteWebhook'> {
	return ({ path: { eventType } }) =>
		book.remove(eventType) ? { status: 200, body: undefined } : notFound('webhook for', eventType);
}

/** Notifications that may not have arrived. All of an entry but its event type is invented, see MissingNotification in the document. */
export function listMissingNotifications(delivery: WebhookDelivery): TradevestHandler<'listMissingNotifications'> {
	return () => ({ status: 200, body: delivery.missing() });
}
