import type { INodeProperties } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import type { Candidate } from '../../../engine/operation/candidate';
import { isObject, textOf } from '../../../engine/values';
import type { ReviewReply } from '../shared/contract';
import { hotelId } from '../shared/fields';
import { GUEST_CHANNEL_CODES, GUEST_CHANNEL_NAMES, guestChannel, type GuestChannel } from '../shared/guestChannel';
import { LABELS } from '../shared/labels';
import type { OfProperty } from '../shared/lists';
import { takenAnswer } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { writeOnce } from '../shared/writeOnce';
import { pageIn, reviewListRequest } from './reviewList';

/** Longest reply that is taken, in characters. Su states no limit. */
const LONGEST_REPLY = 10_000;

/** How long to look for a reply of which nobody knows, in milliseconds. */
const LOOK_UP_MS = 5_000;

const REPLY_LABELS = { property: 'Channel Property ID', review: 'Channel Review ID', reply: 'Reply' } as const;

const replyFields: INodeProperties[] = [
	guestChannel,
	{
		displayName: REPLY_LABELS.property,
		name: 'channelPropertyId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1234567',
		description: 'The ID that the channel has for the property (channel_hotel_id of Get Many with Simplify off, raw.channel_property_id of the trigger, or Channel: Get Mappings)',
	},
	{
		displayName: REPLY_LABELS.review,
		name: 'channelReviewId',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 88009002',
		description: 'The channel_review_id of Get Many and of the trigger',
	},
	{
		displayName: REPLY_LABELS.reply,
		name: 'reviewReply',
		type: 'string',
		typeOptions: { rows: 5 },
		required: true,
		default: '',
		placeholder: 'e.g. Thank you for staying with us.',
		description: 'What everybody reads below the review',
	},
];

interface Reply extends OfProperty {
	channel: GuestChannel;
	channelPropertyId: string;
	channelReviewId: string;
	reviewReply: string;
}

/** Answers a review, `POST review/reply` (review-api). Everybody can read it. Whether it is there, the list of reviews shows, which no page of Su has. */
export const reply = writeOnce({
	name: 'reply',
	displayName: 'Reply',
	action: 'Reply to a review',
	description: 'Answer a review in public; one that has an answer already is left alone, and it is sent at most once',
	source: { call: 'POST /SUAPI/jservice/review/reply', standing: 'documented; the list in which a reply is looked up is known from a client' },
	fields: [hotelId, ...replyFields],

	read(fields): Reply {
		return {
			channel: fields.oneOf('channel', { label: LABELS.channel }, GUEST_CHANNEL_CODES),
			hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
			channelPropertyId: fields.code('channelPropertyId', { label: REPLY_LABELS.property }),
			channelReviewId: fields.code('channelReviewId', { label: REPLY_LABELS.review }),
			reviewReply: fields.text('reviewReply', { label: REPLY_LABELS.reply, longest: LONGEST_REPLY }),
		};
	},

	compared: (given) => ({
		...given,
		hotelId: given.hotelId.toLowerCase(),
		channelPropertyId: given.channelPropertyId.toLowerCase(),
		channelReviewId: given.channelReviewId.toLowerCase(),
		reviewReply: sameText(given.reviewReply),
	}),
	sameAs: ({ channel, channelReviewId }) => ['reply', channel, channelReviewId],
	label: ({ channel, channelReviewId }) => `reply to review ${channelReviewId} at ${GUEST_CHANNEL_NAMES[channel]}`,
	whenInTheWay: () => 'The review has another answer already, or this n8n has sent one. Read it with Review: Get Many. To send this one all the same, turn on Send Even If Already Sent under Options: whether it takes the place of the first is not documented.',
	whereToLook: "Review: Get Many shows the answer (review_reply), and so does the channel's extranet.",
	stopsWhenListed: true,
	lookUp: {
		request: ({ hotelId: property }) => reviewListRequest(property, ''),
		match: repliesIn,
		next: nextPage,
		isOptional: true,
		ids: () => [],
		forMs: () => LOOK_UP_MS,
	},

	request({ hotelId: hotel_id, channel: channel_id, channelPropertyId: channel_property_id, channelReviewId: channel_review_id, reviewReply: review_reply }) {
		const body: ReviewReply = { hotel_id, channel_id, channel_property_id, channel_review_id, review_reply };
		return { method: 'POST', path: suPath('review/reply'), body };
	},

	items: (answer, parameters) => [repliedItem(parameters, textOf(takenAnswer(answer, 'Review Reply').Message) ?? null)],
});

function repliedItem({ hotelId: property, channel, channelReviewId }: Reply, message: string | null) {
	return { replied: true, hotelId: property, channel, channelReviewId, message };
}

/** The answer that the review has, if this page holds the review: this very text is the write itself, any other somebody else's. */
function repliesIn(answer: PartnerAnswer, parameters: Reply): Candidate[] {
	const found = reviewIn(answer, parameters);
	const there = sameText(found?.review_reply);
	if (there === '') return [];
	const told = { id: parameters.channelReviewId, items: [repliedItem(parameters, null)] };
	return [there === sameText(parameters.reviewReply) ? { ...told, likeness: 'same' } : { ...told, likeness: 'maybe', doubt: 'another text' }];
}

/** A review stands on one page: once it is found, the others tell nothing. */
function nextPage(answer: PartnerAnswer, parameters: Reply) {
	const { next } = pageIn(answer);
	return next === undefined || reviewIn(answer, parameters) ? undefined : reviewListRequest(parameters.hotelId, next);
}

function reviewIn(answer: PartnerAnswer, { channel, channelReviewId }: Reply): Record<string, unknown> | undefined {
	const row = pageIn(answer).rows.find(
		({ channel_id: code, guest_info: info }) => isObject(info) && textOf(info.channel_review_id)?.trim().toLowerCase() === channelReviewId.toLowerCase() && (textOf(code)?.trim() ?? channel) === channel,
	);
	return row && (row.guest_info as Record<string, unknown>);
}

/** A text as it may come back from the channel: with other blanks, or with accents that are composed otherwise. */
function sameText(text: unknown): string {
	return (textOf(text) ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
}
