import { N8N_NODES, type NodeHints } from '../../engine/builderHint/builderHint';
import { ownNode } from '../../engine/builderHint/thisPackage';

const UNIT_PRICE = "Money as text with a point, such as '35.40': no currency sign, no thousands separator. Never 0: leave it out where there is no price.";

/** What n8n's workflow builder is told of SRS SIPS. */
export const actionHints: NodeHints = {
	builderHint: {
		searchHint:
			'Roofing material from SRS Distribution (SIPS, Roof Hub). To order, use Customer: Validate, then Order: Preview, then an approval by a person, then Order: Submit with the same fields as the preview. ' +
			'Order: Submit costs money and places an order at most once: no Retry On Fail, no loop around it. All items of a run share requests, so hand in all lines at once and do not loop over them. ' +
			'`price` is null where SIPS has none: the branch is to be called, and it is never free. Never choose a product, colour or unit that nobody named: ask a person.',
		relatedNodes: [
			{ nodeType: ownNode('srsSipsTrigger'), relationHint: 'Starts a workflow when SRS reports on an order, a delivery or an invoice' },
			{ nodeType: ownNode('srsSipsOrderWatch'), relationHint: 'The same on a schedule, where n8n cannot be reached from outside; it also tells which queued orders were lost' },
			{ nodeType: N8N_NODES.wait, relationHint: 'Approval by a person between Order: Preview and Order: Submit' },
			{ nodeType: N8N_NODES.form, relationHint: 'Asks a person for a colour, product or unit that is not certain' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps prices, orders and decisions from one run to the next' },
			{ nodeType: N8N_NODES.if, relationHint: 'Goes on to Order: Submit only where `total` of the preview is a number' },
		],
	},
	operations: {
		customer: { validate: { builderHint: { propertyHint: 'Begin with it: an order needs a valid customer. `whenNotValid` under options decides whether one that is not valid stops the workflow.' } } },
		delivery: { getProof: { builderHint: { propertyHint: 'Puts out a file. Before the delivery there is none: `available` is false then.' } } },
		invoice: { download: { builderHint: { propertyHint: 'Puts out a file. Where there is none, `available` is false.' } } },
		order: {
			find: { builderHint: { propertyHint: 'Not found is no proof that nothing was ordered: a queued order is not listed yet.' } },
			getStatus: { builderHint: { propertyHint: 'Hand in `queueId` of Order: Submit under options, so that a queued order is not taken for one that is unknown.' } },
			preview: { builderHint: { propertyHint: 'Put it before Order: Submit, with the same fields: it checks all that is checked there and reads what it costs, and orders nothing. `total` is null where a line has no price.' } },
			reconcile: { builderHint: { propertyHint: 'Puts out an item for each difference, and a summary with `asOrdered`. Run it some days after the order, on a schedule; before, it says notYet. Differences whose `standing` is note are no faults.' } },
			submit: { builderHint: { propertyHint: 'Orders material. Put Order: Preview and an approval by a person before it. `state` of the output is accepted, queued or rejected; queued is not accepted yet.' } },
		},
		product: {
			getPrices: { builderHint: { propertyHint: 'One item a product; the items share requests. `price` is null where the branch has to be called.' } },
			match: { builderHint: { propertyHint: 'Begin with it where a list comes from an estimate or a spreadsheet. Ask a person about each line with `needsDecision`, keep the answers under `mapKey`, and hand them in as `codeMap` the next time. Never take the first of `candidates`.' } },
			convertItems: { builderHint: { propertyHint: 'Begin with it where a list names generic items and no products of the branch.' } },
		},
	},
	parameters: {
		customerCode: { builderHint: { propertyHint: 'The account number of the contractor at SRS, as text. Ask the person for it.' } },
		poNumber: { builderHint: { propertyHint: "The contractor's own number, as text, and another one for each order: a number that was used before stops Order: Submit." } },
		lineSource: { builderHint: { propertyHint: 'Of an order: `items` is one order from all input items, a line each, with `itemLine`; `json` a list in `linesJson`; `template` takes `templateId`; `table` lines that are typed into `lines`. Of Product: Match: `items`, `json`, or `text` for CSV.' } },
		linesJson: { builderHint: { propertyHint: 'Of an order: a list of objects with `productId`, `option`, `quantity`, `uom`, `customerItem`, and `price` if wanted. Of Order: Reconcile: what was asked, usually the `lines` that Order: Submit put out. Of Product: Match: lines as people have them, with `text`, `quantity`, `unit`, `color` and `code`.' } },
		'lines.line.option': { builderHint: { propertyHint: 'The colour or other choice, as the branch spells it; N/A where there is none. Never chosen for the person.' } },
		'itemLine.line.option': { builderHint: { propertyHint: 'The colour or other choice, as the branch spells it; N/A where there is none. Never chosen for the person.' } },
		'lines.line.price': { builderHint: { propertyHint: UNIT_PRICE } },
		'itemLine.line.price': { builderHint: { propertyHint: UNIT_PRICE } },
		'templateLines.line.price': { builderHint: { propertyHint: UNIT_PRICE } },
		'options.expectedTotal': { builderHint: { propertyHint: "Money as text with a point, such as '1450.00': no currency sign, no thousands separator." } },
		billedAmount: { builderHint: { propertyHint: "Money as text with a point, such as '1105.00': no currency sign, no thousands separator." } },
		orderId: { builderHint: { propertyHint: 'As text. Of Order: Submit: `orderId`, which is null while the order is queued.' } },
		endpointPath: { builderHint: { propertyHint: 'Leave it as it is, unless the person has another path from SRS.' } },
		'options.transactionId': { builderHint: { propertyHint: 'As text. Leave it out: one is made, and the same order is recognised by it.' } },
	},
};

/** What it is told of SRS SIPS Trigger. */
export const triggerHints: NodeHints = {
	builderHint: {
		searchHint:
			'SRS registers no webhook by itself: a person gives the production URL of this node to SRS. SRS signs nothing, so act on `confirmation`, with `confirm` set to `drop` or `attach`. ' +
			'Where n8n cannot be reached from outside, use the Order Watch in its place.',
		relatedNodes: [
			{ nodeType: ownNode('srsSips'), relationHint: 'Reads the order, delivery or invoice that an event is about' },
			{ nodeType: ownNode('srsSipsOrderWatch'), relationHint: 'The same by polling, without a URL for SRS' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps the state of each order' },
		],
	},
	parameters: {
		confirm: { builderHint: { propertyHint: '`drop` where the workflow does something that costs; it needs the credential of SRS SIPS as well.' } },
		authentication: { builderHint: { propertyHint: '`header` if SRS can send one, else `query`. With `none` anybody who knows the URL can send.' } },
		events: { builderHint: { propertyHint: 'Empty means all kinds.' } },
	},
};

/** What it is told of SRS SIPS Order Watch. */
export const orderWatchHints: NodeHints = {
	builderHint: {
		searchHint: 'Polls SIPS for changes of orders and for new invoices, and remembers what it saw. It needs no URL for SRS and no data table. `orderLost` tells of queued orders that never came to be listed.',
		relatedNodes: [
			{ nodeType: ownNode('srsSips'), relationHint: 'Reads more of the order or invoice that changed' },
			{ nodeType: ownNode('srsSipsTrigger'), relationHint: 'The same at once, where SRS can reach n8n' },
			{ nodeType: N8N_NODES.dataTable, relationHint: 'Keeps the state of each order for others to read' },
		],
	},
	parameters: {
		events: { builderHint: { propertyHint: 'Empty means all kinds.' } },
		'options.alsoWaitFor': { builderHint: { propertyHint: 'Only where n8n runs in queue mode: what Order: Submit put out.' } },
	},
};
