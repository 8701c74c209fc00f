import { N8N_NODES, type NodeHints } from '../../engine/builderHint/builderHint';
import { ownNode } from '../../engine/builderHint/thisPackage';

const WHOLE_ID = 'As text, as Su gave it: as a number it would lose digits.';

/** What n8n's workflow builder is told of Su Channel Manager. */
export const actionHints: NodeHints = {
	builderHint: {
		searchHint:
			'Su is the channel manager for hotels by STAAH. For bookings begin with Su Reservation Watch or Su Trigger, which acknowledge by themselves; with Reservation: Get New each message must go to Reservation: Acknowledge, or it comes again. ' +
			'For rates use Availability: Update, one item for a room type, rate plan and range of days: items share requests and go out in their order, so hand all in at once and do not loop. ' +
			'What guests read and what is created or deleted is sent at most once: no Retry On Fail. Leave out of `updateFields` what is to stay.',
		relatedNodes: [
			{ nodeType: ownNode('suTrigger'), relationHint: 'Starts a workflow when Su sends a booking, a message or a review, and acknowledges it' },
			{ nodeType: ownNode('suReservationWatch'), relationHint: 'Pulls bookings on a schedule where n8n cannot be reached from outside, and acknowledges them' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps bookings by their number' },
			{ nodeType: N8N_NODES.scheduleTrigger, relationHint: 'Sends rates from a sheet or table at set times' },
			{ nodeType: N8N_NODES.wait, relationHint: 'Approval by a person before something is cancelled, deleted or written to a guest' },
		],
	},
	operations: {
		availability: {
			update: { builderHint: { propertyHint: 'All of the run in one node, without a loop. Turn on `verify` under options to read back what Su holds.' } },
			updateForChannel: { builderHint: { propertyHint: 'For one channel only. Use Availability: Update for all of them.' } },
		},
		reservation: {
			getNew: { builderHint: { propertyHint: 'Reads, and takes nothing out of the queue. Put Reservation: Acknowledge at the end of the workflow, or use Su Reservation Watch in its place.' } },
			acknowledge: { builderHint: { propertyHint: 'Only once the booking is stored: what is acknowledged never comes again.' } },
			cancelAirbnb: { builderHint: { propertyHint: 'Cancels for a guest. Put Reservation: Get Cancellation Options and an approval by a person before it.' } },
			cancelDirect: { builderHint: { propertyHint: 'Cancels for a guest. Put an approval by a person before it.' } },
		},
		property: { delete: { builderHint: { propertyHint: 'Put an approval by a person before it. `confirmHotelId` is typed by the person, never filled in from the same field.' } } },
		message: { send: { builderHint: { propertyHint: 'A guest reads it. `threadId` and the other IDs come from a message of Su Trigger.' } } },
	},
	parameters: {
		reservationNotifId: { builderHint: { propertyHint: `\`reservation_notif_id\` of the message. ${WHOLE_ID}` } },
		channelBookingId: { builderHint: { propertyHint: WHOLE_ID } },
		bookingId: { builderHint: { propertyHint: WHOLE_ID } },
		threadId: { builderHint: { propertyHint: WHOLE_ID } },
		'updateFields.prices': { builderHint: { propertyHint: 'A price once set can be changed and not taken away.' } },
		'updateFields.prices.price.value': { builderHint: { propertyHint: 'In the currency of the property, with a point. 0 stops the item, unless `allowZeroPrice` is on.' } },
		updateFields: { builderHint: { propertyHint: 'Add only what is to be set: the rest stays as Su has it.' } },
		confirmHotelId: { builderHint: { propertyHint: 'A safeguard: a person types it. Never an expression over the field that it confirms.' } },
		confirmRoomId: { builderHint: { propertyHint: 'A safeguard: a person types it. Never an expression over the field that it confirms.' } },
		confirmRatePlanId: { builderHint: { propertyHint: 'A safeguard: a person types it. Never an expression over the field that it confirms.' } },
		'options.includeCardData': { builderHint: { propertyHint: 'Leave it off: n8n stores what a node puts out.' } },
	},
};

/** What it is told of Su Trigger. */
export const triggerHints: NodeHints = {
	builderHint: {
		searchHint:
			'Su has no call to register a webhook: a person gives the production URL of this node to Su. The node acknowledges each message, so do not add Reservation: Acknowledge. ' +
			'With `responseMode` set to `lastNode`, what failed comes again, and Su holds back later messages of the property until then.',
		relatedNodes: [
			{ nodeType: ownNode('su'), relationHint: 'Answers guests, accepts or denies requests, sets availability after a booking' },
			{ nodeType: ownNode('suReservationWatch'), relationHint: 'Pulls bookings in its place, where Su cannot reach n8n' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps bookings by their number' },
		],
	},
	parameters: {
		authentication: { builderHint: { propertyHint: 'Set one: with `none` anybody who knows the URL can send a booking.' } },
		'settings.includeCardData': { builderHint: { propertyHint: 'Leave it off: n8n stores what a node puts out.' } },
	},
};

/** What it is told of Su Reservation Watch. */
export const reservationWatchHints: NodeHints = {
	builderHint: {
		searchHint: 'Pulls bookings of Su on a schedule and acknowledges them: do not add Reservation: Get New or Reservation: Acknowledge. Poll every 30 minutes or more often: after an hour without acknowledgement a message leaves the queue.',
		relatedNodes: [
			{ nodeType: ownNode('su'), relationHint: 'Answers guests, accepts or denies requests, sets availability after a booking' },
			{ nodeType: ownNode('suTrigger'), relationHint: 'The same at once, where Su can reach n8n' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps bookings by their number' },
		],
	},
	parameters: {
		acknowledgeWhen: { builderHint: { propertyHint: '`succeeded` where a booking must not be lost when the workflow fails; `stored` where each is written down first.' } },
		'options.includeCardData': { builderHint: { propertyHint: 'Leave it off: n8n stores what a node puts out.' } },
	},
};
