import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { AnyHandler } from '../core/types';
import { ChannelBook } from './channelBook';
import { demoClient, type DomainClient } from './data/partner';
import { Deeds } from './deeds';
import { errorBody } from './errors';
import { cancelDirectBooking } from './handlers/cancelDirectBooking';
import { mapChannelRatePlan, setUpChannel } from './handlers/channelSetup';
import { setChannelRules, updateChannelRates } from './handlers/channelWrites';
import { listChannelRatePlans, listMappings } from './handlers/channels';
import { changeRatePlans, changeRoomTypes, removeProperty, savePropertyContent } from './handlers/content';
import { getCancellationOptions } from './handlers/getCancellationOptions';
import { getToken } from './handlers/getToken';
import { getWidgetToken } from './handlers/getWidgetToken';
import { listProperties, listRatePlans, listRoomTypes } from './handlers/listings';
import { getHeldAvailability, listUpdateLogs } from './handlers/logs';
import { downloadImage, sendImage, sendMessage } from './handlers/messages';
import { decideRequest, reportReservation } from './handlers/requests';
import { acknowledgeReservations, getNewReservations, getReservation, listBookings } from './handlers/reservations';
import { associateImages, createImages, listImages } from './handlers/images';
import { listReviews, replyToReview } from './handlers/reviews';
import { togglePropertyStatus } from './handlers/states';
import { updateAvailability } from './handlers/updateAvailability';
import { saveUser } from './handlers/users';
import { Holdings } from './holdings';
import { HourlyLimit } from './hourlyLimit';
import { Pictures } from './pictures';
import { ReservationBook } from './reservationBook';
import { ReservationPush } from './reservationPush';
import { suSettings, suSettingsSchema, type SuSettings } from './settings';
import { TokenQuota } from './tokenQuota';
import type { SuHandlers } from './types';
import { Users } from './users';

export interface SuSandboxOptions extends Partial<SuSettings> {
	/** 0, the default, picks a free one. */
	port?: number;
}

/** What the Su sandbox adds to the shared parts. */
export interface SuSide extends PartnerSide {
	channelUpdates: ChannelBook['view'];
	deeds: Deeds['view'];
	updates: Holdings['view'];
	waiting: ReservationBook['view'];
	pushes: ReservationPush['view'];
	push: ReservationPush['offer'];
	users: Users['view'];
	queue: ReservationBook['add'];
	dropQueues: ReservationBook['drop'];
}

export interface SuSandbox extends RunningSandbox<SuSettings, SuSide> {
	client: DomainClient;
	/** The updates and rules for channels that were taken, the oldest first. */
	channelUpdates: ChannelBook['view'];
	/** What was carried out for guests and with bookings, the oldest first. */
	deeds: Deeds['view'];
	/** The updates of rates and availability that were taken, the oldest first. */
	updates: Holdings['view'];
	/** Ids of the messages about bookings that were not acknowledged. */
	waiting: ReservationBook['view'];
	/** Messages about bookings that are pushed, and what became of each. */
	pushes: ReservationPush['view'];
	/** Pushes messages about bookings to the webhook address. */
	push: ReservationPush['offer'];
	/** The users of the extranet. */
	users: Users['view'];
	/** Puts messages about bookings into the queues that are pulled. */
	queue: ReservationBook['add'];
	/** Takes all messages out of the queues, as after an hour without acknowledgement. */
	dropQueues: ReservationBook['drop'];
}

const contractFile = resolve(__dirname, '../../openapi/su.yaml');

/** Starts a local Su (the document is openapi/su.yaml). */
export async function startSuSandbox({ port = 0, ...settings }: SuSandboxOptions = {}): Promise<SuSandbox> {
	const sandbox = await startSandbox<SuSettings, SuSide>({
		contracts: [{ file: contractFile }],
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
			const channelBook = new ChannelBook();
			const push = new ReservationPush({
				settings: () => state.settings,
				post: (event) => state.postEvent(event),
				later: (delayMs, step) => state.webhooks.later(delayMs, step),
			});
			const pictures = new Pictures();
			const users = new Users();
			const deeds = new Deeds();
			const handlers: SuHandlers = {
				getHeldAvailability: getHeldAvailability(holdings),
				getToken: getToken(state, quota),
				listChannelRatePlans: listChannelRatePlans(holdings),
				listMappings: listMappings(holdings),
				mapChannelRatePlan: mapChannelRatePlan(holdings),
				setUpChannel: setUpChannel(holdings),
				listProperties: listProperties(holdings),
				listRoomTypes: listRoomTypes(holdings),
				listRatePlans: listRatePlans(holdings),
				listUpdateLogs: listUpdateLogs(holdings),
				setChannelRules: setChannelRules(state, holdings, channelBook),
				togglePropertyStatus: togglePropertyStatus(state, holdings),
				changeRoomTypes: changeRoomTypes(holdings),
				changeRatePlans: changeRatePlans(state, holdings),
				savePropertyContent: savePropertyContent(state, holdings),
				removeProperty: removeProperty(holdings),
				createImages: createImages(holdings, pictures),
				listImages: listImages(holdings, pictures),
				associateImages: associateImages(holdings, pictures),
				saveUser: saveUser(holdings, users),
				updateAvailability: updateAvailability(state, holdings, limit),
				updateChannelRates: updateChannelRates(state, holdings, channelBook),
				getNewReservations: getNewReservations(holdings, book),
				acknowledgeReservations: acknowledgeReservations(holdings, book),
				listBookings: listBookings(holdings, book),
				getReservation: getReservation(holdings, book),
				getCancellationOptions: getCancellationOptions(holdings, deeds),
				cancelDirectBooking: cancelDirectBooking(holdings, deeds, book),
				reportReservation: reportReservation(holdings, deeds),
				decideRequest: decideRequest(deeds),
				sendMessage: sendMessage(holdings, deeds),
				sendImage: sendImage(holdings, deeds),
				downloadImage: downloadImage(holdings),
				listReviews: listReviews(state, holdings, deeds),
				replyToReview: replyToReview(holdings, deeds),
				getWidgetToken: getWidgetToken(holdings),
			};
			const views = { channelUpdates: () => channelBook.view(), deeds: () => deeds.view(), updates: () => holdings.view(), waiting: () => book.view(), pushes: () => push.view(), users: () => users.view() };
			return {
				// The contract has checked each request against the shape its handler asks for.
				handlers: handlers as unknown as Record<string, AnyHandler>,
				errorBody,
				views,
				...views,
				push: (...messages) => push.offer(...messages),
				queue: (...messages) => book.add(...messages),
				dropQueues: () => book.drop(),
				reset: () => [quota, holdings, limit, book, channelBook, push, pictures, users, deeds].forEach((part) => part.reset()),
			};
		},
	});
	const { channelUpdates, deeds, updates, waiting, pushes, push, users, queue, dropQueues } = sandbox.partner;
	return { ...sandbox, client: demoClient, channelUpdates, deeds, updates, waiting, pushes, push, users, queue, dropQueues };
}
