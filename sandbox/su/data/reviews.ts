import type { Review } from '../types';

function review(number: number, guest: string, score: string, words: Partial<Review['guest_info']>, more: Partial<Review> = {}): Review {
	return {
		channel_id: '19',
		channel_hotel_id: '1234567',
		listing_id: '',
		booking_id: `554433${number}`,
		guest_name: guest,
		property_name: 'Harbour View',
		guest_info: {
			channel_review_id: `8800${number}`,
			review_type: 'guest_to_host',
			check_in: '2026-11-10',
			check_out: '2026-11-13',
			review_title: '',
			review: '',
			negative_review: '',
			private_feedback: '',
			overall_score: score,
			review_json: { cleanliness: score },
			review_reply: '',
			reply_time: '',
			review_status: 'published',
			received_time: `2026-11-20 09:0${number % 10}:00`,
			...words,
		},
		reply_flags: { reply_to_guest: true, review_the_guest: false },
		...more,
	};
}

/** Invented reviews, by the property's id, the newest first. */
export const reviews: Readonly<Record<string, readonly Review[]>> = Object.freeze({
	'HVIEW-1': [
		review(9003, 'Aiko Tanaka', '5', { review: 'Lovely hosts.', private_feedback: 'The shower drips.' }, { channel_id: '244', channel_hotel_id: '47520001', listing_id: '47520001' }),
		review(9002, 'Jonas Weber', '6', { review_title: 'Good bed', review: 'Slept well.', negative_review: 'Loud street.' }),
		review(9001, 'Mai Nguyen', '10', { review: 'The view!', review_reply: 'Thank you, come again.', reply_time: '2026-11-21 10:00:00' }),
	],
});
