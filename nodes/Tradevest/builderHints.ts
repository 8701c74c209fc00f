import { N8N_NODES, type NodeHints } from '../../engine/builderHint/builderHint';
import { ownNode } from '../../engine/builderHint/thisPackage';

const AMOUNT = "An exact decimal as text with a point, such as '250.00': no currency sign, no thousands separator, no calculation in floating point.";
const EXTERNAL_ID = 'Your own key, as text, and another one for each that is meant: the same is sent at most once, and one that was taken stays taken. Take it from your own data, such as an order number.';

/** What n8n's workflow builder is told of Tradevest. */
export const actionHints: NodeHints = {
	builderHint: {
		searchHint:
			'Tradevest (WaWex) is brokerage for partners. To onboard: Natural Person: Create, Natural Person: Add Identification or Natural Person: Start Video Identification, Document: Upload, Customer: Create, Onboarding: Check, Onboarding: Start, then Product: Open. ' +
			'Received is not done: `decided` false means that Tradevest decides later. Wait with `waitForOutcomeSeconds` under options, or continue in a workflow that begins with Tradevest Trigger. ' +
			'What is created is sent at most once: no Retry On Fail, no loop. IDs are UUIDs as text, amounts exact decimals as text.',
		relatedNodes: [
			{ nodeType: ownNode('tradevestTrigger'), relationHint: 'Starts a workflow when Tradevest decides on what this node sent, and the only one to hear why something was refused' },
			{ nodeType: N8N_NODES.wait, relationHint: 'Approval by a person before an order or a payment' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps which External ID became which ID of Tradevest' },
			{ nodeType: N8N_NODES.if, relationHint: 'Goes on only where `decided` is true, or `isComplete` of Onboarding: Check' },
		],
	},
	operations: {
		onboarding: {
			check: { builderHint: { propertyHint: 'Put it before Onboarding: Start: it reads what is missing, and sends nothing.' } },
			start: { builderHint: { propertyHint: 'Put Onboarding: Check before it, and go on where `isComplete` is true.' } },
		},
		securitiesOrder: {
			create: { builderHint: { propertyHint: 'Buys or sells. Put Securities Order: Estimate Costs and an approval by a person before it, and hand its `exAnteId` in under options.' } },
			estimateCosts: { builderHint: { propertyHint: 'Put it before Securities Order: Create, which takes its `exAnteId`.' } },
		},
		cryptoOrder: { create: { builderHint: { propertyHint: 'Buys or sells at the next price. Put an approval by a person before it.' } } },
		tokenizedOrder: { create: { builderHint: { propertyHint: 'Buys or sells at the next price. Put an approval by a person before it.' } } },
		transfer: { create: { builderHint: { propertyHint: 'Pays money out with a body that no document shows: ask the person for it, never make it up. Put an approval by a person before it.' } } },
		webhook: { delete: { builderHint: { propertyHint: 'Tradevest Trigger registers and removes its webhooks by itself: this is for those of other software.' } } },
		product: { open: { builderHint: { propertyHint: 'Only once the customer is active.' } } },
	},
	parameters: {
		externalId: { builderHint: { propertyHint: EXTERNAL_ID } },
		amount: { builderHint: { propertyHint: AMOUNT } },
		price: { builderHint: { propertyHint: AMOUNT } },
		savingsAmount: { builderHint: { propertyHint: AMOUNT } },
		fsaAmount: { builderHint: { propertyHint: AMOUNT } },
		body: { builderHint: { propertyHint: 'No document shows its fields: the person has them from Tradevest.' } },
		customerProductId: { builderHint: { propertyHint: 'A UUID as text: `customerProductId` of Product: Get Many.' } },
		cashCustomerProductId: { builderHint: { propertyHint: 'A UUID as text: `customerProductId` of Product: Get Many.' } },
		entityType: { builderHint: { propertyHint: 'It must be the kind of thing that `entityId` is.' } },
		'options.waitForOutcomeSeconds': { builderHint: { propertyHint: 'Seconds, not minutes or hours: for a decision that takes longer let Tradevest Trigger start another workflow.' } },
		'options.requestorId': { builderHint: { propertyHint: 'Who acts. Leave it out where the credential names one.' } },
		confirmRoleId: { builderHint: { propertyHint: 'A safeguard: a person types it. Never an expression over the field that it confirms.' } },
		confirmEventType: { builderHint: { propertyHint: 'A safeguard: a person types it. Never an expression over the field that it confirms.' } },
	},
};

/** What it is told of Tradevest Trigger. */
export const triggerHints: NodeHints = {
	builderHint: {
		searchHint:
			'Registers its webhook by itself when the workflow is published: no URL to hand out, no setup call. An event kind of an account can go to one place only: two workflows cannot hear the same kind, so branch behind one trigger. ' +
			'Events hold IDs and a state; turn on `readsObject` to get the thing itself.',
		relatedNodes: [
			{ nodeType: ownNode('tradevest'), relationHint: 'Reads what an event is about, and does what comes next, such as Product: Open' },
			{ nodeType: N8N_NODES.if, relationHint: 'Tells what was decided for from what was refused' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps the state of each customer and order' },
		],
	},
	parameters: {
		takeOver: { builderHint: { propertyHint: 'Leave it off, unless the person wants another receiver to hear nothing any more.' } },
		registerForTest: { builderHint: { propertyHint: 'Leave it off: while on, a test takes the events away from what runs.' } },
	},
};
