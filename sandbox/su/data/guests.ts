/** Requests for bookings that wait for an answer: the one about which a message waits, and one of Airbnb. Invented. */
export const requestedBookings: readonly string[] = Object.freeze(['7700110010_PINE-2', 'HMREQ00001_HVIEW-1']);

/** Bookings of the booking site of a property, which alone can be cancelled as direct ones. Invented. */
export const directBookings: readonly string[] = Object.freeze(['DIRECT-1_HVIEW-1', 'DIRECT-2_HVIEW-1']);

/** An image that a guest has sent: the smallest PNG there is. Invented. */
export const guestImage = Object.freeze({
	attachment_id: 'att-5544330001-1',
	attachment: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	mime_type: 'image/png',
});
