import type { INodeParameters } from 'n8n-workflow';

import type { ResourceTable } from '../../../engine/items/resources';
import { resources } from '../../../nodes/XCoverElements/resources';
import type { Family } from '../../../nodes/XCoverElements/shared/family';
import { startXCoverElementsSandbox } from '../../../sandbox/xCoverElements';
import { atUnusedAddress } from '../partner/unusedAddress';
import { xcoverCredentialData } from '../tokens/xcoverCredentials';
import { EXAMPLES, IDS, UNWANTED, VARIANTS } from './XCoverElements.examples';
import { makeIds } from './XCoverElements.making';
import type { Views, WriteFault, WritesOfService, WriteUnderTest } from './writesOfService';

/** A second one under its key is answered with what the first came to. */
const KEYED = { isHarmlessTwice: true } as const;
/** Each execution asks for it anew. */
const ANEW = { isAnew: true } as const;
/** A booking shows it by a sure sign. */
const SEEN = { isFoundAgain: true } as const;

/** Every signed write that happens once, as `resource.operation`. */
const SIGNED: Readonly<Record<string, WriteUnderTest>> = {
	'booking.cancel': { call: 'cancelBookingSigned', held: told('BOOKING_CANCELLED'), ...SEEN, ...KEYED },
	'booking.confirmCancellation': { call: 'confirmCancellationSigned', held: told('BOOKING_CANCELLED'), ...SEEN, ...KEYED },
	'booking.confirmPayment': { call: 'confirmPayment', held: told('BOOKING_CREATED'), ...KEYED },
	'booking.confirmUpdate': { call: 'confirmUpdate', held: told('BOOKING_UPDATED'), ...KEYED },
	'booking.sendEmail': { call: 'sendEmail', held: (views) => rowsIn(views, 'emails').map(({ bookingId }) => String(bookingId)), ...KEYED, ...ANEW },
	'booking.update': { call: 'updateBookingSigned', held: told('BOOKING_UPDATED'), ...KEYED, ...ANEW },
	'instalment.reportPayment': { call: 'reportPayment', held: (views) => rowsIn(views, 'signedBookings').flatMap(({ id, paidInstalments }) => ((paidInstalments ?? []) as unknown[]).map(() => String(id))), ...SEEN, ...KEYED },
	'offer.confirm': { call: 'confirmOfferSigned', held: told('BOOKING_CREATED'), ...SEEN, ...KEYED },
	'renewal.confirm': { call: 'confirmRenewal', held: told('BOOKING_UPDATED'), ...KEYED },
};

/** Every write with a token that happens once. */
const WITH_TOKEN: Readonly<Record<string, WriteUnderTest>> = {
	'booking.cancel': { call: 'cancelBooking', held: told('BOOKING_CANCELLED'), ...SEEN },
	'booking.confirmCancellation': { call: 'confirmCancellation', held: told('BOOKING_CANCELLED'), ...SEEN },
	'booking.update': { call: 'updateBooking', held: told('BOOKING_UPDATED'), ...ANEW },
	'offer.confirm': { call: 'confirmOffer', held: told('BOOKING_CREATED'), ...SEEN },
	'quote.createBooking': { call: 'createBooking', held: told('BOOKING_CREATED'), ...SEEN },
};

/** What a signed write is answered while the first of its key is under way. */
const STILL_AT_IT: WriteFault = { name: '423 twice, though it was carried out', fault: { kind: 'status', status: 423, when: 'after', times: 2 }, carriedOut: 1, isDone: true };

export const xcoverSignedWrites = writesWith('signature', 'XCover, signed', SIGNED);
export const xcoverTokenWrites = writesWith('elements', 'XCover, with a token', WITH_TOKEN);

function writesWith(family: Family, name: string, writes: Readonly<Record<string, WriteUnderTest>>): WritesOfService {
	return {
		name,
		node: 'n8n-nodes-partner-apis.xCoverElements',
		credentialType: family === 'signature' ? 'xCoverSignatureApi' : 'xCoverElementsApi',
		resources: resources.map((resource): ResourceTable[number] => ({ ...resource, operations: resource.operations.filter(({ onlyFor }) => onlyFor?.values.includes(family)) })),
		examples: family === 'signature' ? EXAMPLES : withToken(),
		writes,
		...(family === 'signature' ? { ownFaults: [STILL_AT_IT] } : {}),
		async begin() {
			const sandbox = await atUnusedAddress(async () => await startXCoverElementsSandbox());
			const ids = new Map<string, string>();
			return {
				sandbox,
				ids,
				credentialData: xcoverCredentialData(sandbox, family),
				async prepare(name, run) {
					if (family === 'signature') await makeIds(run, ids, name);
					else if (name === 'booking.confirmCancellation') await previewed(run, ids);
				},
			};
		},
	};
}

/** The examples with a token. */
function withToken(): Readonly<Record<string, INodeParameters>> {
	return { ...EXAMPLES, ...Object.fromEntries(Object.entries(VARIANTS).map(([name, [first = {}]]) => [name, first])) };
}

/** A cancellation with a token that can be confirmed. */
async function previewed(run: Parameters<typeof makeIds>[0], ids: Map<string, string>): Promise<void> {
	const { items, error } = await run('booking.previewCancellation', UNWANTED);
	if (error) throw error;
	ids.set(IDS.tokenCancellation, String(items?.[0]?.json.cancellation_id));
}

/** The bookings that events of a kind were about, one for each time. */
function told(event: string): WriteUnderTest['held'] {
	return (views) =>
		rowsIn(views, 'events')
			.filter((row) => row.event === event)
			.map(({ payload }) => String((payload as Record<string, unknown>).id));
}

function rowsIn(views: Views, name: string): Array<Record<string, unknown>> {
	const view = views[name];
	if (!view) throw new Error(`The sandbox shows no ${name}.`);
	return view() as Array<Record<string, unknown>>;
}
