import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import { notWrittenYet } from '../core/notWrittenYet';
import type { AnyHandler } from '../core/types';
import { clients, demoClient, liveClient, type PartnerClient } from './data/partner';
import { errorBody } from './errors';
import { listBookings } from './handlers/listBookings';
import { getToken } from './handlers/getToken';
import { optOutOfQuote } from './handlers/optOutOfQuote';
import { Permission } from './permission';
import { QuoteBook } from './quoteBook';
import { xCoverElementsSettings, xCoverElementsSettingsSchema, type XCoverElementsSettings } from './settings';
import type { XCoverElementsHandlers } from './types';

export interface XCoverElementsSandboxOptions extends Partial<XCoverElementsSettings> {
	/** 0, the default, picks a free one. */
	port?: number;
}

export interface XCoverElementsSandbox extends RunningSandbox<XCoverElementsSettings, PartnerSide> {
	/** Its tokens are those of a test account. */
	client: PartnerClient;
	/** Its tokens are those of a live account. */
	liveClient: PartnerClient;
}

const contractFile = resolve(__dirname, '../../openapi/xcover-elements.yaml');

/** Starts a local XCover Elements (the document is openapi/xcover-elements.yaml). */
export async function startXCoverElementsSandbox({
	port = 0,
	...settings
}: XCoverElementsSandboxOptions = {}): Promise<XCoverElementsSandbox> {
	const sandbox = await startSandbox<XCoverElementsSettings, PartnerSide>({
		contractFile,
		clients,
		settings: { ...xCoverElementsSettings, ...settings },
		settingsSchema: xCoverElementsSettingsSchema,
		hiddenNames: ['client_secret'],
		pathsInAnyCase: false,
		queryNamesInAnyCase: [],
		port,
		build(state) {
			const book = new QuoteBook();
			const permission = new Permission(() => state.settings.scopes);
			const handlers: XCoverElementsHandlers = {
				getToken: getToken(state),
				listBookings: listBookings(permission),
				optOutOfQuote: optOutOfQuote(book, permission),
				cancelBooking: () => notWrittenYet('cancelBooking'),
				updateBooking: () => notWrittenYet('updateBooking'),
				confirmCancellation: () => notWrittenYet('confirmCancellation'),
				confirmOffer: () => notWrittenYet('confirmOffer'),
				confirmOfferAtOlderPath: () => notWrittenYet('confirmOfferAtOlderPath'),
				optOutOfOffer: () => notWrittenYet('optOutOfOffer'),
				createBooking: () => notWrittenYet('createBooking'),
			};
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: handlers as unknown as Record<string, AnyHandler>,
				errorBody,
				invalidStatus: (operationId) => (operationId === 'getToken' ? 400 : 422),
				views: { quotes: () => book.view() },
				reset: () => book.reset(),
			};
		},
	});
	return { ...sandbox, client: demoClient, liveClient };
}
