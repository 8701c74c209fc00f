import type { INodeProperties } from 'n8n-workflow';

/** Codes of the channels that hand on messages and reviews (messaging, review-api). */
export const GUEST_CHANNELS = { bookingCom: '19', airbnb: '244', expedia: '9' } as const;

export type GuestChannel = (typeof GUEST_CHANNELS)[keyof typeof GUEST_CHANNELS];

/** Their names, for messages. */
export const GUEST_CHANNEL_NAMES: Readonly<Record<GuestChannel, string>> = { '19': 'Booking.com', '244': 'Airbnb', '9': 'Expedia' };

/** Which of them it is. Others hand on neither messages nor reviews. */
export const guestChannel: INodeProperties = {
	displayName: 'Channel',
	name: 'channel',
	type: 'options',
	options: [
		{ name: 'Airbnb', value: GUEST_CHANNELS.airbnb },
		{ name: 'Booking.com', value: GUEST_CHANNELS.bookingCom },
		{ name: 'Expedia', value: GUEST_CHANNELS.expedia },
	],
	default: '19',
	description: 'Where the guest booked. No other channel hands on messages and reviews.',
};

/** The channels as a field takes them. */
export const GUEST_CHANNEL_CODES: readonly GuestChannel[] = Object.values(GUEST_CHANNELS);
