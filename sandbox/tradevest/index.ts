import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { Client } from '../core/tokens';
import type { AnyHandler } from '../core/types';
import { errorBody } from './errors';
import { createCustomerProduct, listCustomerProducts } from './handlers/customerProducts';
import { getToken } from './handlers/getToken';
import { createNaturalPerson, getNaturalPerson, listNaturalPersons } from './handlers/naturalPersons';
import { deleteWebhook, getWebhook, listMissingNotifications, listWebhooks, registerWebhook } from './handlers/webhooks';
import { PersonBook } from './personBook';
import { ProductBook } from './productBook';
import { tradevestSettings, tradevestSettingsSchema, type TradevestSettings } from './settings';
import type { TradevestHandlers } from './types';
import { WebhookBook } from './webhookBook';
import { WebhookDelivery } from './webhookDelivery';

/** The client this sandbox knows. Invented, and of no use anywhere else. */
export const demoClient: Client = { clientId: 'tradevest-sandbox-partner', clientSecret: 'sandbox-secret-not-real' };

export interface TradevestSandboxOptions extends Partial<TradevestSettings> {
	/** 0, the default, picks a free one. */
	port?: number;
}

/** What the Tradevest sandbox adds to the shared parts. */
export interface TradevestSide extends PartnerSide {
	webhooks: WebhookBook['view'];
	missing: WebhookDelivery['missing'];
	notify: WebhookDelivery['tell'];
}

export interface TradevestSandbox extends RunningSandbox<TradevestSettings, TradevestSide> {
	client: Client;
	/** The registrations for notifications. */
	webhooks: WebhookBook['view'];
	/** Notifications that were not answered with 200, or never delivered. */
	missing: WebhookDelivery['missing'];
	/** Sends a notification to whoever is registered for its event type. */
	notify: WebhookDelivery['tell'];
}

const contractFile = resolve(__dirname, '../../openapi/tradevest.yaml');

/** Starts a local Tradevest (the document is openapi/tradevest.yaml). One server is its auth host and its API host. */
export async function startTradevestSandbox({
	port = 0,
	...settings
}: TradevestSandboxOptions = {}): Promise<TradevestSandbox> {
	const sandbox = await startSandbox<TradevestSettings, TradevestSide>({
		contractFile,
		clients: [demoClient],
		settings: { ...tradevestSettings, ...settings },
		settingsSchema: tradevestSettingsSchema,
		hiddenNames: ['client_secret'],
		pathsInAnyCase: false,
		queryNamesInAnyCase: [],
		port,
		build(state) {
			const people = new PersonBook();
			const products = new ProductBook();
			const webhooks = new WebhookBook();
			const delivery = new WebhookDelivery(webhooks, {
				settings: () => state.settings,
				post: (url, headers, event) => state.webhooks.send(url, headers, event),
				later: (delayMs, step) => state.webhooks.later(delayMs, step),
			});
			const handlers: TradevestHandlers = {
				getToken: getToken(state),
				getTokenWithScope: getToken(state),
				createNaturalPerson: createNaturalPerson(people, () => state.settings),
				getNaturalPerson: getNaturalPerson(people),
				listNaturalPersons: listNaturalPersons(people),
				listCustomerProducts: listCustomerProducts(products),
				createCustomerProduct: createCustomerProduct(products, people),
				listWebhooks: listWebhooks(webhooks),
				registerWebhook: registerWebhook(webhooks),
				getWebhook: getWebhook(webhooks),
				deleteWebhook: deleteWebhook(webhooks),
				listMissingNotifications: listMissingNotifications(delivery),
			};
			const views = { webhooks: () => webhooks.view(), missing: () => delivery.missing() };
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: handlers as unknown as Record<string, AnyHandler>,
				errorBody,
				overlooks: ({ field, keyword }, { operationId, body }) =>
					operationId === 'registerWebhook' && field === 'url' && keyword === 'pattern' && state.settings.allowsHttpWebhooks && isHttp(body),
				views: { people: () => people.view(), products: () => products.view(), ...views },
				...views,
				notify: (eventType, notification) => delivery.tell(eventType, notification),
				reset: () => [people, products, webhooks, delivery].forEach((part) => part.reset()),
			};
		},
	});
	const { webhooks, missing, notify } = sandbox.partner;
	return { ...sandbox, client: demoClient, webhooks, missing, notify };
}

function isHttp(body: unknown): boolean {
	return /^http:\/\/\S+$/.test((body as { url: string }).url);
}
