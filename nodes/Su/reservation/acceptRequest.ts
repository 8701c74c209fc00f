import { writeOnce } from '../shared/writeOnce';
import { comparedRequest, decisionItem, decisionRequest, decisionSource, readRequestId, requestId, sameDecision, whenDecided, WHERE_DECIDED } from './requestDecision';

/**
 * Accepts a request for a booking, `POST requestbookings` (the page "Accept/Confirm Request Booking"). It binds host and guest. Without an answer in 24
 * hours the channel cancels it. The confirmed booking comes as a new message.
 */
export const acceptRequest = writeOnce({
	name: 'acceptRequest',
	displayName: 'Accept Request',
	action: 'Accept a request for a reservation',
	description: 'Accept a booking that waits for your answer (status request); it binds you and the guest, and is sent at most once',
	source: decisionSource,
	fields: [requestId],
	read: readRequestId,
	compared: comparedRequest,
	sameAs: sameDecision,
	label: ({ bookingId }) => `accept ${bookingId}`,
	whenInTheWay: whenDecided,
	whereToLook: WHERE_DECIDED,
	request: ({ bookingId }) => decisionRequest({ bookingid: bookingId }),
	items: (answer, parameters) => [decisionItem(answer, 'Accept/Confirm Request Booking', 'accepted', parameters)],
});
