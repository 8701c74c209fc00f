import { guestImage } from '../data/guests';
import type { Deeds } from '../deeds';
import { codes, errorAnswer } from '../errors';
import type { Holdings } from '../holdings';
import type { SuHandler } from '../types';

const EXPEDIA = '9';

/** Sends a message (messaging). It refuses a property that is not there, as the page does, in either form. Invented: the tracking id. */
export function sendMessage(holdings: Holdings, deeds: Deeds): SuHandler<'sendMessage'> {
	return ({ body }) => {
		const isExpedia = body.channelid === EXPEDIA;
		if (!holdings.find(body.hotelid)) {
			const message = 'No property found for given property id';
			return { status: 400, body: { status: 'Fail', response: isExpedia ? [{ message }] : message } };
		}
		deeds.note({ kind: 'message', body });
		return { status: 200, body: { status: 'Success', response: 'Successfully posted', ...(isExpedia ? { ota_tracking_id: `trk-${deeds.of('message').length}` } : {}) } };
	};
}

/** Sends an image. No page of Su's documents shows the call. Invented: the ids, and all refusals. */
export function sendImage(holdings: Holdings, deeds: Deeds): SuHandler<'sendImage'> {
	return ({ body }) => {
		const refusal = refusalOf(holdings, body);
		if (refusal) return refusal;
		deeds.note({ kind: 'image', body });
		const number = deeds.of('image').length;
		return { status: 200, body: { Status: 'Success', Data: { message_id: `msg-${number}`, attachment_id: `att-${number}` } } };
	};
}

/** Hands out an image of a guest. No page of Su's documents shows the call. Invented: all refusals. */
export function downloadImage(holdings: Holdings): SuHandler<'downloadImage'> {
	return ({ body }) => {
		const refusal = refusalOf(holdings, body);
		if (refusal) return refusal;
		const found = body.attachments.flatMap(({ attachment_id }) => (attachment_id === guestImage.attachment_id ? [guestImage] : []));
		if (found.length === 0) return { status: 400, body: errorAnswer(codes.noReservation, 'Attachment Not Found') };
		return { status: 200, body: { Status: 'Success', Data: { attachment_url_path: found } } };
	};
}

function refusalOf(holdings: Holdings, { hotel_id, channel_hotel_id }: { hotel_id: string; channel_hotel_id: string }) {
	const house = holdings.find(hotel_id);
	if (!house) return { status: 400, body: errorAnswer(codes.unknownReviewHotel, `Invalid hotel_id (${hotel_id})`) } as const;
	const isMapped = house.connections.some(({ ChannelID, ChannelHotelID }) => ChannelID === '19' && ChannelHotelID === channel_hotel_id);
	return isMapped ? undefined : ({ status: 400, body: errorAnswer(codes.notMapped, 'No mapping found') } as const);
}
