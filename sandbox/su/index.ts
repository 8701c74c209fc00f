import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { AnyHandler } from '../core/types';
import { demoClient, type DomainClient } from './data/partner';
import { errorBody } from './errors';
import { getToken } from './handlers/getToken';
import { listProperties, listRatePlans, listRoomTypes } from './handlers/listings';
import { acknowledgeReservations, getNewReservations, getReservation, listBookings } from './handlers/reservations';
import { updateAvailability } from './handlers/updateAvailability';
import { Holdings } from './holdings';
import { HourlyLimit } from './hourlyLimit';
import { ReservationBook } from './reservationBook';
import { suSettings, suSettingsSchema, type SuSettings } from './settings';
import { TokenQuota } from './tokenQuota';
import type { SuHandlers } from './types';

export interface SuSandboxOptions extends Partial<SuSettings> {
	/** 0, the default, picks a free one. */
	port?: number;
}

/** What the Su sandbox adds to the shared parts. */
export interface SuSide extends PartnerSide {
	updates: Holdings['view'];
	waiting: ReservationBook['view'];
}

export interface SuSandbox extends RunningSandbox<SuSettings, SuSide> {
	client: DomainClient;
	/** The updates of rates and availability that were taken, the oldest first. */
	updates: Holdings['view'];
	/** Ids of the messages about bookings that were not acknowledged. */
	waiting: ReservationBook['view'];
}

const contractFile = resolve(__dirname, '../../openapi/su.yaml');

/** Starts a local Su (the document is openapi/su.yaml). */
export async function startSuSandbox({ port = 0, ...settings }: SuSandboxOptions = {}): Promise<SuSandbox> {
	const sandbox = await startSandbox<SuSettings, SuSide>({
		contractFile,
		clients: [demoClient],
		settings: { ...suSettings, ...settings },
		settingsSchema: suSettingsSchema,
		hiddenNames: ['client-secret'],
		pathsInAnyCase: false,
		queryNamesInAnyCase: [],
		port,
		build(state) {
			const quota = new TokenQuota(() => state.settings);
			const holdings = new Holdings();
			const limit = new HourlyLimit();
			const book = new ReservationBook(() => state.settings);
			const handlers: SuHandlers = {
				getToken: getToken(state, quota),
				listProperties: listProperties(holdings),
				listRoomTypes: listRoomTypes(holdings),
				listRatePlans: listRatePlans(holdings),
				updateAvailability: updateAvailability(state, holdings, limit),
				getNewReservations: getNewReservations(holdings, book),
				acknowledgeReservations: acknowledgeReservations(holdings, book),
				listBookings: listBookings(holdings, book),
				getReservation: getReservation(holdings, book),
			};
			const views = { updates: () => holdings.view(), waiting: () => book.view() };
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: handlers as unknown as Record<string, AnyHandler>,
				errorBody,
				views,
				...views,
				reset: () => [quota, holdings, limit, book].forEach((part) => part.reset()),
			};
		},
	});
	return { ...sandbox, client: demoClient, updates: sandbox.partner.updates, waiting: sandbox.partner.waiting };
}
