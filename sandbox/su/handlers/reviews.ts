import type { SandboxState } from '../../core/state';
import { reviews } from '../data/reviews';
import type { Deeds } from '../deeds';
import { codes, errorAnswer } from '../errors';
import type { Holdings } from '../holdings';
import type { SuSettings } from '../settings';
import type { Review, SuHandler } from '../types';

/** Reviews in pages. No page of Su's documents shows the call. Invented: what names a page, and that another name is refused. */
export function listReviews(state: SandboxState<SuSettings>, holdings: Holdings, deeds: Deeds): SuHandler<'listReviews'> {
	return ({ body: { hotel_id, page_size, next_page } }) => {
		if (!holdings.find(hotel_id)) return { status: 400, body: errorAnswer(codes.unknownReviewHotel, `Invalid hotel_id (${hotel_id})`) };
		const all = (reviews[hotel_id] ?? []).map((review) => answered(review, deeds));
		const from = next_page === '' ? 0 : startOf(next_page);
		if (from === undefined) return { status: 400, body: errorAnswer(codes.notReadable, `next_page: ${next_page} is no page`) };
		const to = from + Math.min(page_size, state.settings.reviewPageLimit);
		return { status: 200, body: { Status: 'Success', Data: { reviews: all.slice(from, to), next_page: to < all.length ? nameOf(to) : '' } } };
	};
}

/** Answers a review (review-api). Invented: that an unknown one is refused as not mapped, and that a second answer takes the place of the first. */
export function replyToReview(holdings: Holdings, deeds: Deeds): SuHandler<'replyToReview'> {
	return ({ body }) => {
		if (!holdings.find(body.hotel_id)) return { status: 400, body: errorAnswer(codes.unknownReviewHotel, `Invalid hotel_id (${body.hotel_id})`) };
		const isThere = (reviews[body.hotel_id] ?? []).some((review) => review.guest_info.channel_review_id === body.channel_review_id && String(review.channel_id) === body.channel_id);
		if (!isThere) return { status: 400, body: errorAnswer(codes.notMapped, 'No mapping found') };
		deeds.note({ kind: 'reply', body });
		return { status: 200, body: { Status: 'Success', Warnings: [], Errors: [], Message: 'Review reply sent successfully', Ruid: '' } };
	};
}

/** A review with the last answer that it got. */
function answered(review: Review, deeds: Deeds): Review {
	const reply = deeds.of('reply').findLast(({ channel_review_id }) => channel_review_id === review.guest_info.channel_review_id);
	return reply ? { ...review, guest_info: { ...review.guest_info, review_reply: reply.review_reply } } : review;
}

/** The name of the page that begins with this review. */
function nameOf(start: number): string {
	return Buffer.from(`from:${start}`).toString('base64');
}

function startOf(name: string): number | undefined {
	const [, start] = /^from:(\d+)$/.exec(Buffer.from(name, 'base64').toString()) ?? [];
	return start === undefined ? undefined : Number(start);
}
