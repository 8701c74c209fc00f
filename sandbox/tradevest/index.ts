import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { Client } from '../core/tokens';
import type { AnyHandler } from '../core/types';
import { errorBody } from './errors';
import { createCustomerProduct, listCustomerProducts } from './handlers/customerProducts';
import { getToken } from './handlers/getToken';
import { createNaturalPerson, getNaturalPerson, listNaturalPersons } from './handlers/naturalPersons';
import { PersonBook } from './personBook';
import { ProductBook } from './productBook';
import { tradevestSettings, tradevestSettingsSchema, type TradevestSettings } from './settings';
import type { TradevestHandlers } from './types';

/** The client this sandbox knows. Invented, and of no use anywhere else. */
export const demoClient: Client = { clientId: 'tradevest-sandbox-partner', clientSecret: 'sandbox-secret-not-real' };

export interface TradevestSandboxOptions extends Partial<TradevestSettings> {
	/** 0, the default, picks a free one. */
	port?: number;
}

export interface TradevestSandbox extends RunningSandbox<TradevestSettings, PartnerSide> {
	client: Client;
}

const contractFile = resolve(__dirname, '../../openapi/tradevest.yaml');

/** Starts a local Tradevest (the document is openapi/tradevest.yaml). One server is its auth host and its API host. */
export async function startTradevestSandbox({
	port = 0,
	...settings
}: TradevestSandboxOptions = {}): Promise<TradevestSandbox> {
	const sandbox = await startSandbox<TradevestSettings, PartnerSide>({
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
			const handlers: TradevestHandlers = {
				getToken: getToken(state),
				getTokenWithScope: getToken(state),
				createNaturalPerson: createNaturalPerson(people, () => state.settings),
				getNaturalPerson: getNaturalPerson(people),
				listNaturalPersons: listNaturalPersons(people),
				listCustomerProducts: listCustomerProducts(products),
				createCustomerProduct: createCustomerProduct(products, people),
			};
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: handlers as unknown as Record<string, AnyHandler>,
				errorBody,
				views: { people: () => people.view(), products: () => products.view() },
				reset() {
					people.reset();
					products.reset();
				},
			};
		},
	});
	return { ...sandbox, client: demoClient };
}
