import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { Client } from '../core/tokens';
import type { AnyHandler } from '../core/types';
import { errorBody } from './errors';
import { getFileOperation } from './files/fileAnswer';
import { handlersFor } from './handlers';
import { OrderBook } from './orders/orderBook';
import { srsSipsSettings, srsSipsSettingsSchema, type SrsSipsSettings } from './settings';

/** The client this sandbox knows. Invented, and of no use anywhere else. */
export const demoClient: Client = { clientId: 'srs_sandbox_partner', clientSecret: 'sandbox-secret-not-real' };

export interface SrsSipsSandboxOptions extends Partial<SrsSipsSettings> {
	/** 0, the default, picks a free one. */
	port?: number;
}

/** What the SRS SIPS sandbox adds to the shared parts. */
export interface SrsSipsSide extends PartnerSide {
	orders: OrderBook['view'];
}

export interface SrsSipsSandbox extends RunningSandbox<SrsSipsSettings, SrsSipsSide> {
	client: Client;
	/** The orders taken, as the control path shows them. */
	orders: OrderBook['view'];
}

const contractFile = resolve(__dirname, '../../openapi/srs-sips.yaml');

/** Starts a local SRS SIPS (the document is openapi/srs-sips.yaml). */
export async function startSrsSipsSandbox({ port = 0, ...settings }: SrsSipsSandboxOptions = {}): Promise<SrsSipsSandbox> {
	const sandbox = await startSandbox<SrsSipsSettings, SrsSipsSide>({
		contracts: [{ file: contractFile }],
		clients: [demoClient],
		settings: { ...srsSipsSettings, ...settings },
		settingsSchema: srsSipsSettingsSchema,
		hiddenNames: ['client_secret', 'integrationKey'],
		pathsInAnyCase: true,
		queryNamesInAnyCase: ['validateCustomer', 'getCustomerBranchLocations', 'getBranchLocations'],
		furtherOperations: [getFileOperation],
		port,
		build(state) {
			const book = new OrderBook(state);
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: handlersFor(book, state) as unknown as Record<string, AnyHandler>,
				errorBody,
				needsToken: (operationId) =>
					operationId === getFileOperation.operationId ? state.settings.fileLinkNeedsToken : undefined,
				views: { orders: () => book.view() },
				orders: () => book.view(),
				reset: () => book.reset(),
			};
		},
	});
	return { ...sandbox, client: demoClient, orders: sandbox.partner.orders };
}
