import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { Client } from '../core/tokens';
import type { AnyHandler } from '../core/types';
import { Books, type SandboxLife } from './books';
import { errorBody } from './errors';
import { listEntityChanges } from './handlers/changelog';
import { createCustomer, getCustomer, listCustomers, updateCustomer } from './handlers/customers';
import { downloadDocument, getDocument, listDocuments, signDocument, uploadDocument } from './handlers/documents';
import { getToken } from './handlers/getToken';
import { addIdentification, getIdentificationVerification, listIdentificationVerifications, startIdentificationVerification } from './handlers/identification';
import { createJointPerson, getJointPerson } from './handlers/jointPersons';
import { createBeneficialOwner, createLegalEntity, createLegalRepresentative, getLegalEntity, listBeneficialOwners, listLegalRepresentatives, updateLegalEntity } from './handlers/legalEntities';
import { createNaturalPerson, getNaturalPerson, listNaturalPersons, updateNaturalPerson } from './handlers/naturalPersons';
import { cancelOffboarding, getEntityOffboarding, getOffboarding, listEntityOffboardings, listOffboardings, startEntityOffboarding, startOffboarding } from './handlers/offboardings';
import { getOnboarding, startOnboarding } from './handlers/onboardings';
import { downloadPartnerDocument, listPartnerDocuments } from './handlers/partnerDocuments';
import { createProxy, listProxies } from './handlers/proxies';
import { setTradingProfile } from './handlers/tradingProfiles';
import { deleteWebhook, getWebhook, listMissingNotifications, listWebhooks, registerWebhook } from './handlers/webhooks';
import { Lookout } from './lookout';
import { moneySide } from './money';
import { actorsOf } from './money/actors';
import type { Ledger } from './money/ledger';
import { Notifications, type Notify } from './notifications';
import { entityOffboardingBook, offboardingBook } from './offboardingBooks';
import { onboardingBook } from './onboardingBook';
import { Requestors } from './requestors';
import { tradevestSettings, tradevestSettingsSchema, type TradevestSettings } from './settings';
import type { TradevestHandlers } from './types';
import { verificationBook } from './verificationBook';
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
		contracts: [{ file: contractFile }],
		clients: [demoClient],
		settings: { ...tradevestSettings, ...settings },
		settingsSchema: tradevestSettingsSchema,
		hiddenNames: ['client_secret'],
		pathsInAnyCase: false,
		queryNamesInAnyCase: [],
		port,
		build(state) {
			const notifications = new Notifications();
			const webhooks = new WebhookBook();
			const later = (delayMs: number, step: () => void) => state.webhooks.later(delayMs, step);
			const delivery = new WebhookDelivery(webhooks, {
				settings: () => state.settings,
				post: (url, headers, event) => state.webhooks.send(url, headers, event),
				later,
			});
			const notify: Notify = (eventType, payload) => {
				notifications.notify(eventType, payload);
				delivery.tell(eventType, payload);
			};
			const now = () => Date.now() + state.settings.clockAheadMs;
			const lookout: Lookout = new Lookout(now, later, () => living.forEach((each) => each.settle()));
			const life: SandboxLife = { settings: () => state.settings, now, notify, lookAfter: (ms) => lookout.lookAfter(ms) };
			const books = new Books(life);
			const verifications = verificationBook(books);
			const onboardings = onboardingBook(books);
			const offboardings = offboardingBook(books);
			const entityOffboardings = entityOffboardingBook(books);
			const requestors = new Requestors(books);
			const money = moneySide(life, () => state.settings, actorsOf(books, requestors));
			const living = [books, verifications, onboardings, offboardings, entityOffboardings, money];
			const handlers: TradevestHandlers = {
				getToken: getToken(state),
				getTokenWithScope: getToken(state),
				createNaturalPerson: createNaturalPerson(books),
				getNaturalPerson: getNaturalPerson(books),
				listNaturalPersons: listNaturalPersons(books),
				updateNaturalPerson: updateNaturalPerson(books, requestors),
				addIdentification: addIdentification(books, requestors),
				addIdentificationInPlural: addIdentification(books, requestors),
				startIdentificationVerification: startIdentificationVerification(books, verifications, requestors),
				listIdentificationVerifications: listIdentificationVerifications(verifications, requestors),
				getIdentificationVerification: getIdentificationVerification(verifications, requestors),
				createTradingProfile: setTradingProfile(books, requestors),
				updateTradingProfile: setTradingProfile(books, requestors),
				createLegalEntity: createLegalEntity(books),
				getLegalEntity: getLegalEntity(books),
				updateLegalEntity: updateLegalEntity(books, requestors),
				createLegalRepresentative: createLegalRepresentative(books, requestors),
				listLegalRepresentatives: listLegalRepresentatives(books),
				createBeneficialOwner: createBeneficialOwner(books, requestors),
				listBeneficialOwners: listBeneficialOwners(books),
				createJointPerson: createJointPerson(books),
				getJointPerson: getJointPerson(books),
				createCustomer: createCustomer(books),
				listCustomers: listCustomers(books),
				getCustomer: getCustomer(books),
				updateCustomer: updateCustomer(books, requestors),
				createProxy: createProxy(books, requestors),
				listProxies: listProxies(books),
				startOnboarding: startOnboarding(books, onboardings, requestors),
				getOnboarding: getOnboarding(onboardings),
				startOffboarding: startOffboarding(books, offboardings, money.products, requestors),
				listOffboardings: listOffboardings(offboardings),
				getOffboarding: getOffboarding(offboardings),
				cancelOffboarding: cancelOffboarding(books, offboardings, requestors),
				startEntityOffboarding: startEntityOffboarding(books, entityOffboardings, requestors),
				listEntityOffboardings: listEntityOffboardings(entityOffboardings),
				getEntityOffboarding: getEntityOffboarding(entityOffboardings),
				uploadDocument: uploadDocument(books, requestors),
				listDocuments: listDocuments(books),
				getDocument: getDocument(books),
				downloadDocument: downloadDocument(books),
				signDocument: signDocument(books, requestors),
				listPartnerDocuments: listPartnerDocuments(books),
				downloadPartnerDocument: downloadPartnerDocument(),
				listEntityChanges: listEntityChanges(books),
				...money.handlers,
				listWebhooks: listWebhooks(webhooks),
				registerWebhook: registerWebhook(webhooks),
				getWebhook: getWebhook(webhooks),
				deleteWebhook: deleteWebhook(webhooks),
				listMissingNotifications: listMissingNotifications(delivery),
			};
			const looking = <Seen>(view: () => Seen) => (): Seen => {
				lookout.look();
				return view();
			};
			const shown = {
				notifications: looking(() => notifications.view()),
				transactions: looking(money.views.transactions),
				webhooks: () => webhooks.view(),
				missing: looking(() => delivery.missing()),
			};
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: settledAround(handlers as unknown as Record<string, AnyHandler>, () => lookout.look()),
				errorBody,
				overlooks: ({ field, keyword }, { operationId, body }) =>
					operationId === 'registerWebhook' && field === 'url' && keyword === 'pattern' && state.settings.allowsHttpWebhooks && isHttp(body),
				views: {
					people: () => books.people.view(),
					companies: () => books.companies.view(),
					jointPersons: () => books.jointPersons.view(),
					representatives: () => books.representatives.view(),
					owners: () => books.owners.view(),
					customers: () => books.customers.view(),
					proxies: () => books.proxies.view(),
					documents: () => books.documents.view(),
					signatures: () => books.signatures.at(now()),
					verifications: () => verifications.view(),
					onboardings: () => onboardings.view(),
					offboardings: () => offboardings.view(),
					...money.views,
					...shown,
				},
				...shown,
				notify,
				reset: () => [...living, notifications, webhooks, delivery, lookout].forEach((part) => part.reset()),
			};
		},
	});
	const { notifications, transactions, webhooks, missing, notify } = sandbox.partner;
	return { ...sandbox, client: demoClient, notifications, transactions, webhooks, missing, notify };
}

function isHttp(body: unknown): boolean {
	return /^http:\/\/\S+$/.test((body as { url: string }).url);
}

/** The same handlers; before and after each call happens what is due, so that it is told of. */
function settledAround(handlers: Record<string, AnyHandler>, settle: () => void): Record<string, AnyHandler> {
	const around = (handler: AnyHandler): AnyHandler => (request) => {
		settle();
		const answer = handler(request);
		settle();
		return answer;
	};
	return Object.fromEntries(Object.entries(handlers).map(([operationId, handler]) => [operationId, around(handler)]));
}
