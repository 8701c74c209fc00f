import { resolve } from 'node:path';

import { startSandbox, type RunningSandbox } from '../core/server';
import type { PartnerSide } from '../core/state';
import type { AnyHandler } from '../core/types';
import { clients, demoClient, demoSigner, liveClient, liveSigner, type PartnerClient, type SigningPartner } from './data/partner';
import { ElementsDesk } from './elements/desk';
import { elementsError, signedError } from './errors';
import { elementsHandlers, signedHandlers } from './handlers';
import { xCoverElementsSettings, xCoverElementsSettingsSchema, type XCoverElementsSettings } from './settings';
import { SignedDesk } from './signed/desk';
import { Doorkeeper } from './signed/doorkeeper';
import { Idempotency } from './signed/idempotency';
import { Throttle } from './signed/throttle';
import { EventPosts } from './webhooks/eventPosts';

export interface XCoverElementsSandboxOptions extends Partial<XCoverElementsSettings> {
	/** 0, the default, picks a free one. */
	port?: number;
}

/** What the XCover sandbox adds to the shared parts. */
export interface XCoverElementsSide extends PartnerSide {
	bookings: ElementsDesk['bookings']['view'];
	signedBookings: SignedDesk['bookings']['view'];
	signedOffers: SignedDesk['offers']['view'];
	events: EventPosts['view'];
}

export interface XCoverElementsSandbox extends RunningSandbox<XCoverElementsSettings, XCoverElementsSide> {
	/** Its tokens are those of a test account. */
	client: PartnerClient;
	/** Its tokens are those of a live account. */
	liveClient: PartnerClient;
	/** Who signs requests, with a key for tests. */
	signer: SigningPartner;
	/** The same partner with its other key. */
	liveSigner: SigningPartner;
	/** Where the signed calls begin. */
	signedUrl: string;
	/** The bookings of those that come with a token. */
	bookings: XCoverElementsSide['bookings'];
	/** The bookings and offers of those that sign. */
	signedBookings: XCoverElementsSide['signedBookings'];
	signedOffers: XCoverElementsSide['signedOffers'];
	/** All that was told, the oldest first, with a webhook address or without. */
	events: XCoverElementsSide['events'];
}

/** What stands before the paths of signed calls, as at the partner's own host. */
const SIGNED_BASE = '/x';

const openapi = (name: string): string => resolve(__dirname, `../../openapi/${name}.yaml`);

/** Starts a local XCover: calls with a token (openapi/xcover-elements.yaml), and signed calls below `/x` (openapi/xcover-signature.yaml). */
export async function startXCoverElementsSandbox({
	port = 0,
	...settings
}: XCoverElementsSandboxOptions = {}): Promise<XCoverElementsSandbox> {
	const sandbox = await startSandbox<XCoverElementsSettings, XCoverElementsSide>({
		contracts: [{ file: openapi('xcover-elements') }, { file: openapi('xcover-signature'), basePath: SIGNED_BASE }],
		clients,
		settings: { ...xCoverElementsSettings, ...settings },
		settingsSchema: xCoverElementsSettingsSchema,
		hiddenNames: ['client_secret', 'x-api-key', 'authorization'],
		pathsInAnyCase: false,
		queryNamesInAnyCase: [],
		port,
		build(state) {
			const current = () => state.settings;
			const now = () => Date.now() + state.settings.clockAheadMs;
			const posts = new EventPosts({
				settings: current,
				post: (url, headers, event) => state.webhooks.send(url, headers, event),
				later: (delayMs, step) => state.webhooks.later(delayMs, step),
			});
			const elements = new ElementsDesk(current, now, posts);
			const signed = new SignedDesk(current, now, posts);
			const throttle = new Throttle(current);
			const doorkeeper = new Doorkeeper(current, throttle);
			const keys = new Idempotency(current, now);
			// The contract has checked each request against the shape its handler asks for.
			const ofSigned = signedHandlers(signed) as unknown as Record<string, AnyHandler>;
			const ofElements = elementsHandlers(elements, state) as unknown as Record<string, AnyHandler>;
			const isSigned = (operationId: string | null) => operationId !== null && operationId in ofSigned;
			const looking = <Seen>(view: () => Seen) => (): Seen => {
				signed.renewals.settle();
				return view();
			};
			const shown = {
				bookings: () => elements.bookings.view(),
				signedBookings: () => signed.bookings.view(),
				signedOffers: () => signed.offers.view(),
				events: looking(() => posts.view()),
			};
			return {
				handlers: {
					...ofElements,
					...Object.fromEntries(Object.entries(ofSigned).map(([operationId, handler]) => [operationId, keys.around(operationId, settledBefore(handler, () => signed.renewals.settle()))])),
				},
				errorBody: (error) => (isSigned(error.operationId) ? signedError(error) : elementsError(error)),
				invalidStatus: (operationId) => (operationId === 'getToken' ? 400 : 422),
				refusal: (call) => (isSigned(call.operationId) ? doorkeeper.refusal(call) : undefined),
				arrives: (call) => (isSigned(call.operationId) ? keys.arrives(call) : null),
				sendEvent: (event) => posts.send(event),
				views: {
					...shown,
					quotes: () => elements.packages.view('quote'),
					offers: () => elements.packages.view('offer'),
					renewals: looking(() => signed.renewals.view()),
					emails: () => signed.emails,
					keys: () => keys.view(),
				},
				...shown,
				reset: () => [elements, signed, throttle, keys, posts].forEach((part) => part.reset()),
			};
		},
	});
	const { bookings, signedBookings, signedOffers, events } = sandbox.partner;
	return { ...sandbox, client: demoClient, liveClient, signer: demoSigner, liveSigner, signedUrl: sandbox.url + SIGNED_BASE, bookings, signedBookings, signedOffers, events };
}

/** The same handler; before each call happens what is due. */
function settledBefore(handler: AnyHandler, settle: () => void): AnyHandler {
	return (request) => {
		settle();
		return handler(request);
	};
}
