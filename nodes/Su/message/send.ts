import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import type { FieldReader } from '../../../engine/items/fields';
import { textOf } from '../../../engine/values';
import type { GuestReply } from '../shared/contract';
import { channelBookingId, hotelId } from '../shared/fields';
import { asRead } from '../shared/asRead';
import { GUEST_CHANNEL_CODES, GUEST_CHANNEL_NAMES, GUEST_CHANNELS, guestChannel, type GuestChannel } from '../shared/guestChannel';
import { LABELS } from '../shared/labels';
import type { OfProperty } from '../shared/lists';
import { takenAnswer } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { writeOnce } from '../shared/writeOnce';
import { readThreadId, threadId } from './threadId';

const WHAT = 'Messaging';

/** Longest message that is taken, in characters. Su states no limit. */
const LONGEST_MESSAGE = 10_000;

const MESSAGE_LABELS = { guestId: 'Guest ID', listingId: 'Listing ID', message: 'Message' } as const;

const AT_AIRBNB = { show: { channel: [GUEST_CHANNELS.airbnb] } };

const messageFields: INodeProperties[] = [
	guestChannel,
	{
		...channelBookingId('The number that the channel has for the booking (channel_booking_id of a reservation, bookingid of a message)'),
		placeholder: 'e.g. 5544330001',
		displayOptions: { show: { channel: [GUEST_CHANNELS.bookingCom, GUEST_CHANNELS.expedia] } },
	},
	{ ...threadId, displayOptions: AT_AIRBNB, description: 'The threadid of a message of the guest. Before the guest has written, Airbnb takes no message.' },
	{
		displayName: MESSAGE_LABELS.guestId,
		name: 'guestId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 320330001',
		displayOptions: AT_AIRBNB,
		description: 'The guestid of a message of the guest',
	},
	{
		displayName: MESSAGE_LABELS.listingId,
		name: 'listingId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1234567',
		description: "The channel's own ID of the property or listing: listingid of a message, or the channel's hotel ID of Channel: Get Mappings",
	},
	{
		displayName: MESSAGE_LABELS.message,
		name: 'message',
		type: 'string',
		typeOptions: { rows: 5 },
		required: true,
		default: '',
		placeholder: 'e.g. Late arrival is fine.',
		description: 'What the guest reads. Break lines as you like: they go out as each channel wants them.',
	},
];

interface Message extends OfProperty {
	channel: GuestChannel;
	/** Of Booking.com and Expedia; else `''`, as those of Airbnb are there. */
	channelBookingId: string;
	threadId: string;
	guestId: string;
	listingId: string;
	message: string;
}

/** Sends a message to a guest, `POST messagingAB` (messaging). Su has no call that shows what was sent, so the record here is all that keeps it from going out twice. */
export const send = writeOnce({
	name: 'send',
	displayName: 'Send',
	action: 'Send a message to a guest',
	description: 'Write to the guest of a booking at Booking.com, Airbnb or Expedia; the same text for the same booking is sent at most once',
	source: { call: 'POST /SUAPI/jservice/messagingAB', standing: 'documented; for the channel a table has another name than the sample, and line breaks at Expedia are not told of' },
	fields: [hotelId, ...messageFields],
	read: readMessage,
	compared: (sent) => ({
		...sent,
		hotelId: sent.hotelId.toLowerCase(),
		channelBookingId: sent.channelBookingId.toLowerCase(),
		threadId: sent.threadId.toLowerCase(),
		guestId: sent.guestId.toLowerCase(),
		listingId: sent.listingId.toLowerCase(),
		message: asRead(sent.message),
	}),
	sameAs: ({ hotelId: property, channel, message, ...talk }) => ['message', property, channel, talkOf(talk), message],
	label: ({ channel, ...talk }) => `message at ${GUEST_CHANNEL_NAMES[channel]} for ${talkOf(talk)}`,
	whereToLook: "Su has no call that shows what was sent: look at the talk in the channel's extranet.",
	whenInTheWay: () => 'This very text was sent for this booking before, with another Listing ID or Guest ID. If the guest is to get it again, turn on Send Even If Already Sent under Options.',

	request({ hotelId: hotelid, channel, channelBookingId: bookingid, threadId: threadid, guestId: guestid, listingId: listingid, message }) {
		const ids = channel === GUEST_CHANNELS.airbnb ? { threadid, guestid } : { bookingid };
		const body: GuestReply = { hotelid, channelid: channel, message: withLinesFor(channel, message), ...ids, listingid };
		return { method: 'POST', path: suPath('messagingAB'), body };
	},

	items: (answer, parameters) => [sentItem(answer, parameters)],
});

function readMessage(fields: FieldReader): Message {
	const channel = fields.oneOf('channel', { label: LABELS.channel }, GUEST_CHANNEL_CODES);
	const isAirbnb = channel === GUEST_CHANNELS.airbnb;
	return {
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		channel,
		channelBookingId: isAirbnb ? '' : fields.code('channelBookingId', { label: LABELS.channelBookingId }),
		threadId: isAirbnb ? readThreadId(fields) : '',
		guestId: isAirbnb ? fields.code('guestId', { label: MESSAGE_LABELS.guestId }) : '',
		listingId: fields.code('listingId', { label: MESSAGE_LABELS.listingId }),
		message: fields.text('message', { label: MESSAGE_LABELS.message, longest: LONGEST_MESSAGE }).replace(/\r\n?/g, '\n'),
	};
}

/** The talk that a message belongs to: a booking, or a thread. */
function talkOf({ channelBookingId: booking, threadId: thread }: Pick<Message, 'channelBookingId' | 'threadId'>): string {
	return booking === '' ? `thread ${thread}` : `booking ${booking}`;
}

/**
 * A text with line breaks as a channel wants them. For Booking.com the page writes them as an escaped `\\\n`, which is read here as a backslash before the
 * break; for Airbnb plain; for Expedia it says nothing, so plain, too.
 */
function withLinesFor(channel: GuestChannel, text: string): string {
	return channel === GUEST_CHANNELS.bookingCom ? text.replaceAll('\n', '\\\n') : text;
}

function sentItem(answer: PartnerAnswer, { hotelId: property, channel, channelBookingId: booking, threadId: thread, listingId }: Message): IDataObject {
	const { ota_tracking_id: tracking } = takenAnswer(answer, WHAT);
	return { sent: true, hotelId: property, channel, channelBookingId: booking || null, threadId: thread || null, listingId, otaTrackingId: textOf(tracking) ?? null };
}
