import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { Client } from '../core/tokens';
import type { AnyHandler } from '../core/types';
import type { Life } from './book';
import { demoCustomer } from './data/people';
import { errorBody } from './errors';
import { getToken } from './handlers/getToken';
import { createNaturalPerson, getNaturalPerson, listNaturalPersons } from './handlers/naturalPersons';
import { deleteWebhook, getWebhook, listMissingNotifications, listWebhooks, registerWebhook } from './handlers/webhooks';
import { Lookout } from './lookout';
import { moneySide } from './money';
import type { Actors } from './money/actors';
import type { Ledger } from './money/ledger';
import { Notifications, type Notify } from './notifications';
import { PersonBook } from './personBook';
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
	notifications: Notifications['view'];
	transactions: Ledger['view'];
	webhooks: WebhookBook['view'];
	missing: WebhookDelivery['missing'];
	notify: Notify;
}

export interface TradevestSandbox extends RunningSandbox<TradevestSettings, TradevestSide> {
	client: Client;
	/** All that was told of changes of state, the oldest first. */
	notifications: Notifications['view'];
	/** The transactions. No call lists them. */
	transactions: Ledger['view'];
	/** The registrations for notifications. */
	webhooks: WebhookBook['view'];
	/** Notifications that were not answered with 200, or never delivered. */
	missing: WebhookDelivery['missing'];
	/** Sends a notification to whoever is registered for its event type. */
	notify: Notify;
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
			const webhooks = new WebhookBook();
			const delivery = new WebhookDelivery(webhooks, {
				settings: () => state.settings,
				post: (url, headers, event) => state.webhooks.send(url, headers, event),
				later: (delayMs, step) => state.webhooks.later(delayMs, step),
			});
			const notifications = new Notifications();
			const tell: Notify = (eventType, payload) => {
				notifications.notify(eventType, payload);
				delivery.tell(eventType, payload);
			};
			const now = () => Date.now() + state.settings.clockAheadMs;
			const lookout: Lookout = new Lookout(now, (delayMs, step) => state.webhooks.later(delayMs, step), () => money.settle());
			const life: Life = { settings: () => state.settings, now, notify: tell, lookAfter: (ms) => lookout.lookAfter(ms) };
			const money = moneySide(life, () => state.settings, actorsIn(people));
			const handlers: TradevestHandlers = {
				getToken: getToken(state),
				getTokenWithScope: getToken(state),
				createNaturalPerson: createNaturalPerson(people, () => state.settings),
				getNaturalPerson: getNaturalPerson(people),
				listNaturalPersons: listNaturalPersons(people),
				...money.handlers,
				listWebhooks: listWebhooks(webhooks),
				registerWebhook: registerWebhook(webhooks),
				getWebhook: getWebhook(webhooks),
				deleteWebhook: deleteWebhook(webhooks),
				listMissingNotifications: listMissingNotifications(delivery),
			};
			const { transactions } = money.views;
			const told = () => notifications.view();
			const further = { webhooks: () => webhooks.view(), missing: () => delivery.missing() };
			/** With a look at what is due before it. */
			const looking =
				<Asked extends unknown[], Result>(ask: (...asked: Asked) => Result) =>
				(...asked: Asked): Result => {
					lookout.look();
					return ask(...asked);
				};
			const views: Record<string, () => unknown> = { people: () => people.view(), ...money.views, notifications: told, ...further };
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: mapped(handlers as unknown as Record<string, AnyHandler>, looking),
				errorBody,
				overlooks: ({ field, keyword }, { operationId, body }) =>
					operationId === 'registerWebhook' && field === 'url' && keyword === 'pattern' && state.settings.allowsHttpWebhooks && isHttp(body),
				views: mapped(views, looking),
				...further,
				notifications: looking(told),
				transactions: looking(transactions),
				notify: tell,
				reset: () => [people, money, notifications, webhooks, delivery, lookout].forEach((part) => part.reset()),
			};
		},
	});
	const { notifications, transactions, webhooks, missing, notify } = sandbox.partner;
	return { ...sandbox, client: demoClient, notifications, transactions, webhooks, missing, notify };
}

function mapped<Value>(all: Record<string, Value>, change: (value: Value) => Value): Record<string, Value> {
	return Object.fromEntries(Object.entries(all).map(([name, value]) => [name, change(value)]));
}

/** Who may act for the one customer there is: its own person (tv:release-notes/archive/v.1.5.0-test-environment). */
function actorsIn(people: PersonBook): Actors {
	const isCustomer = (customerId: string) => customerId.toLowerCase() === demoCustomer.customerId;
	return {
		isCustomer,
		isActive: (id) => people.find(id)?.status === 'ACTIVE',
		whyNot(requestorId, customerId) {
			const requestor = people.find(requestorId);
			if (!requestor) return `The requestor ${requestorId} is not a natural person`;
			if (requestor.status !== 'ACTIVE') return `The requestor ${requestorId} is not active`;
			const mayAct = requestor.naturalPersonId === demoCustomer.naturalPersonId && isCustomer(customerId);
			return mayAct ? null : `The requestor ${requestorId} may not act for this customer`;
		},
	};
}

function isHttp(body: unknown): boolean {
	return /^http:\/\/\S+$/.test((body as { url: string }).url);
}
