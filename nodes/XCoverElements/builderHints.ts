import { N8N_NODES, type NodeHints } from '../../engine/builderHint/builderHint';
import { ownNode } from '../../engine/builderHint/thisPackage';

const PERSON_TYPES = 'A safeguard: a person types it. Never an expression over the field that it confirms.';

/** What n8n's workflow builder is told of XCover. */
export const actionHints: NodeHints = {
	builderHint: {
		searchHint:
			'Insurance by Cover Genius. `authentication` decides which credential, resources and operations there are: `signature` (API key, secret, partner code; new partners) or `elements` (client ID and secret). Ask the person which they have. ' +
			'To sell cover: Offer: Confirm, behind the step in which the purchase is paid. To cancel: Booking: Preview Cancellation, an approval by a person, Booking: Confirm Cancellation with `cancellation_id`. ' +
			'`previewed_status` is what would be, never the state of the booking: that is in Booking: Get. What books, changes or cancels is sent at most once: no Retry On Fail, no loop.',
		relatedNodes: [
			{ nodeType: ownNode('xCoverElementsTrigger'), relationHint: 'Starts a workflow when XCover tells of a booking that was made, changed or cancelled, or of a renewal' },
			{ nodeType: N8N_NODES.wait, relationHint: 'Approval by a person between a preview and what confirms it' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps which order became which booking' },
			{ nodeType: N8N_NODES.if, relationHint: 'Goes on only where `status` of the booking is CONFIRMED' },
		],
	},
	operations: {
		booking: {
			previewCancellation: { builderHint: { propertyHint: 'Cancels nothing. Put it before Booking: Confirm Cancellation, which takes its `cancellation_id`.' } },
			confirmCancellation: { builderHint: { propertyHint: 'Cancels. Put Booking: Preview Cancellation and an approval by a person before it.' } },
			cancel: { builderHint: { propertyHint: 'Cancels at once. Use Booking: Preview Cancellation and Booking: Confirm Cancellation in its place, unless the person wants no preview.' } },
			previewUpdate: { builderHint: { propertyHint: 'Changes nothing. Put it before Booking: Confirm Update, which takes its `update_id`.' } },
			confirmUpdate: { builderHint: { propertyHint: 'Changes a booking, and what it costs. Put Booking: Preview Update and an approval by a person before it.' } },
		},
		offer: {
			confirm: { builderHint: { propertyHint: 'Books cover. Put it behind the payment. An offer becomes one booking; `offerId` and the quotes come from the shop or its widget.' } },
		},
		renewal: { confirm: { builderHint: { propertyHint: 'Renews a booking. Put Renewal: Quote and an approval by a person before it.' } } },
	},
	parameters: {
		authentication: { builderHint: { propertyHint: 'Set it first: credential, resources and operations follow from it.' } },
		bookingReference: { builderHint: { propertyHint: PERSON_TYPES } },
		reason: { builderHint: { propertyHint: 'In the words of the person.' } },
		offerId: { builderHint: { propertyHint: 'As text, from the shop, its widget or Offer: Create.' } },
		quotes: { builderHint: { propertyHint: 'At least one. `id` is that of a quote in the offer, as text.' } },
		'quotes.quote.insured': { builderHint: { propertyHint: 'A list of persons, such as [{ "first_name": "Ines", "last_name": "Marek" }]. It may be left out.' } },
		context: { builderHint: { propertyHint: 'Its members are those of the schema that Cover Genius has agreed with the person: never made up.' } },
		cancellationId: { builderHint: { propertyHint: '`cancellation_id` of Booking: Preview Cancellation, as text.' } },
		updateId: { builderHint: { propertyHint: '`update_id` of Booking: Preview Update, as text.' } },
		'options.includeLinks': { builderHint: { propertyHint: 'Leave it off: such links open personal data without a password.' } },
	},
};

/** What it is told of XCover Trigger. */
export const triggerHints: NodeHints = {
	builderHint: {
		searchHint:
			'XCover has no call to register a webhook: a person gives the production URL of this node to Cover Genius. A call is signed by its date and not by its content, so act on `confirmation`, with `confirm` set to ask XCover.',
		relatedNodes: [
			{ nodeType: ownNode('xCoverElements'), relationHint: 'Reads the booking that an event is about, or quotes a renewal' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps the state of each booking' },
		],
	},
	parameters: {
		confirm: { builderHint: { propertyHint: 'Not `off` where the workflow does something that costs: then it needs a credential of XCover as well.' } },
		'settings.includeLinks': { builderHint: { propertyHint: 'Leave it off: such links open personal data without a password.' } },
	},
};
