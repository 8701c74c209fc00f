import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import type { RequestDecision } from '../shared/contract';
import { asRead } from '../shared/asRead';
import { writeOnce } from '../shared/writeOnce';
import { comparedRequest, decisionItem, decisionRequest, decisionSource, readRequestId, requestId, sameDecision, whenDecided, WHERE_DECIDED, type OfRequest } from './requestDecision';

/** Airbnb's reasons, as Su's page has them. */
const REASONS = ['dates_not_available', 'not_a_good_fit', 'waiting_for_better_reservation', 'not_comfortable'] as const;

/** Longest text that is taken, in characters. Su states no limit. */
const LONGEST_TEXT = 2_000;

const LABELS = { channel: 'Channel', reason: 'Reason', messageGuest: 'Message to Guest', messageAirbnb: 'Message to Airbnb' } as const;

const OF_AIRBNB = { show: { requestedAt: ['airbnb'] } };

const denyFields: INodeProperties[] = [
	{
		displayName: LABELS.channel,
		name: 'requestedAt',
		type: 'options',
		options: [
			{ name: 'Airbnb', value: 'airbnb', description: 'Wants a reason and a message' },
			{ name: 'Other', value: 'other', description: 'Takes neither' },
		],
		default: 'airbnb',
		description: 'Where the guest asked for the booking',
	},
	{
		displayName: LABELS.reason,
		name: 'declineReason',
		type: 'options',
		options: [
			{ name: 'Dates Not Available', value: REASONS[0] },
			{ name: 'Not a Good Fit', value: REASONS[1] },
			{ name: 'Not Comfortable', value: REASONS[3] },
			{ name: 'Waiting for a Better Reservation', value: REASONS[2] },
		],
		default: 'dates_not_available',
		displayOptions: OF_AIRBNB,
		description: 'Why you deny it. These are all that Airbnb takes.',
	},
	{
		displayName: LABELS.messageGuest,
		name: 'messageGuest',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
		placeholder: 'e.g. Sorry, we are closed that week.',
		displayOptions: OF_AIRBNB,
		description: 'What the guest reads',
	},
	{
		displayName: LABELS.messageAirbnb,
		name: 'messageAirbnb',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. The calendar was out of date.',
		displayOptions: OF_AIRBNB,
		description: "What Airbnb alone reads. Su's page calls it optional in one place and required for Airbnb in another: fill it in if Su asks for it.",
	},
];

type Denial = OfRequest & Pick<RequestDecision, 'decline_reason' | 'message_guest' | 'message_airbnb'>;

/** Denies a request for a booking, `POST requestbookings` with `status: cancel` (the page "Deny/Cancel Request Booking"). */
export const denyRequest = writeOnce({
	name: 'denyRequest',
	displayName: 'Deny Request',
	action: 'Deny a request for a reservation',
	description: 'Deny a booking that waits for your answer (status request); it is sent at most once',
	source: decisionSource,
	fields: [requestId, ...denyFields],
	read: readDenial,
	compared: comparedDenial,
	sameAs: sameDecision,
	label: ({ bookingId }) => `deny ${bookingId}`,
	whenInTheWay: whenDecided,
	whereToLook: WHERE_DECIDED,
	request: ({ bookingId, ...reasons }) => decisionRequest({ bookingid: bookingId, status: 'cancel', ...reasonsIn(reasons) }),
	items: (answer, parameters) => [decisionItem(answer, 'Deny/Cancel Request Booking', 'denied', parameters)],
});

function readDenial(fields: FieldReader): Denial {
	const request = readRequestId(fields);
	if (fields.oneOf('requestedAt', { label: LABELS.channel }, ['airbnb', 'other']) === 'other') return request;
	const decline_reason = fields.oneOf('declineReason', { label: LABELS.reason }, REASONS);
	const message_guest = fields.text('messageGuest', { label: LABELS.messageGuest, longest: LONGEST_TEXT });
	const message_airbnb = fields.optionalText('messageAirbnb', { label: LABELS.messageAirbnb, longest: LONGEST_TEXT });
	return { ...request, decline_reason, message_guest, ...(message_airbnb === '' ? {} : { message_airbnb }) };
}

function comparedDenial(denial: Denial): Denial {
	const { message_guest, message_airbnb } = denial;
	return {
		...comparedRequest(denial),
		...(message_guest === undefined ? {} : { message_guest: asRead(message_guest) }),
		...(message_airbnb === undefined ? {} : { message_airbnb: asRead(message_airbnb) }),
	};
}

/** Of the parameters, what goes out. */
function reasonsIn({ decline_reason, message_guest, message_airbnb }: Omit<Denial, 'bookingId'>): Partial<RequestDecision> {
	return {
		...(decline_reason === undefined ? {} : { decline_reason }),
		...(message_guest === undefined ? {} : { message_guest }),
		...(message_airbnb === undefined ? {} : { message_airbnb }),
	};
}
