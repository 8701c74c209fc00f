import { coreSettings, type CoreSettings } from '../core/settings';
import { goodStates, type GoodState } from './orders/words';

/** How a submitted order is taken (submit-order-v2-21007252e0 and clients' notes). */
export const orderModes = [
	/** As the customer's own entry in the data says. */
	'perCustomer',
	/** At once, with an 8-digit order number. */
	'accepted',
	/** With a queue id; it becomes a real order a little later. */
	'queued',
	/** With a queue id; nothing is ever heard of it again. */
	'queuedDropped',
	/** With a queue id; an OA event with a refusal follows. */
	'queuedRejected',
	/** Refused with status 400. */
	'refused',
] as const;

export type OrderMode = (typeof orderModes)[number];

/** How an order comes out, against what was asked. What SIPS shows of any of this is in no document: all of it is invented. */
export const orderOutcomes = [
	'asAsked',
	/** The first line that can be comes in another colour, in the order and in its invoice. */
	'substituted',
	/** A fifth of the first line, and at least one, is not invoiced. */
	'short',
	/** All lines but the first, or half of the only one, go on under a new number. */
	'split',
	/** A second invoice gives a fifth of the first line back. */
	'credited',
	/** The truck is a line of the invoice. */
	'freightLine',
	/** Lines show their price per another unit. */
	'otherPriceUnit',
] as const;

export type OrderOutcome = (typeof orderOutcomes)[number];

/** How the events of an order arrive. */
export const webhookModes = ['normal', 'none', 'duplicate', 'late', 'outOfOrder', 'cancelled'] as const;

export type WebhookMode = (typeof webhookModes)[number];

/** How a file is answered. Not documented, so all three are possible. */
export const fileForms = [
	/** The bytes of the file, under its own content type. */
	'bytes',
	/** JSON with the file as Base64. */
	'base64',
	/** JSON with a link to the file. */
	'link',
] as const;

export type FileForm = (typeof fileForms)[number];

/** What a proof of delivery is: a signed slip or a photo (a public brief names both). */
export const proofTypes = ['pdf', 'png'] as const;

export type ProofType = (typeof proofTypes)[number];

/** Room for memory to show, and little enough to be made at once. */
const MOST_PADDING_BYTES = 100_000_000;

/** As many as a large real catalogue is thought to have, and some more. */
const MOST_EXTRA_PRODUCTS = 50_000;

const MOST_EXTRA_CUSTOMERS = 100_000;

export interface SrsSipsSettings extends CoreSettings {
	/** Whether a token request in JSON is refused, as a client saw it. One by form is always read. */
	tokenRefusesJson: boolean;
	orderMode: OrderMode;
	/** Goes before `orderMode` for the customers named. */
	orderModeByCustomer: Record<string, OrderMode>;
	webhookMode: WebhookMode;
	/** Mode `late`: how much later than it happened an event is told. */
	lateByMs: number;
	/** Whether a line price that differs from the customer's price refuses the order. Public sources disagree. */
	checkPrices: boolean;
	/** What Price V2 says of products in the place of their own price: dollars per price unit, by product id; 0 is no price. Orders and invoices keep their own. */
	prices: Record<string, number>;
	/** Whether a repeated transactionID gets the first answer again. Not documented, so off. */
	deduplicateTransactionId: boolean;
	/** The status of a good submission. The page lists both. */
	submitStatus: 200 | 201;
	/** The last state that orders taken from now on come to. */
	lastOrderState: GoodState;
	/** How the orders taken from now on come out, against what was asked. */
	orderOutcome: OrderOutcome;
	/** How Proof of Delivery and Invoice PDF answer. */
	fileForm: FileForm;
	/** Whether a link to a file is answered only with a token. */
	fileLinkNeedsToken: boolean;
	proofType: ProofType;
	/** How many bytes a PDF is made longer by, to tell apart who holds it in memory. */
	filePaddingBytes: number;
	/** Whether the rows of Order List, and Order Details, carry the transactionID. Not documented, so off. */
	listCarriesTransactionId: boolean;
	/** How long after it was taken an order first appears in Order List. */
	listDelayMs: number;
	/** How many made-up products each branch and the catalogue list beside the real range. */
	extraProducts: number;
	/** How many invented customers, `EXTRA1` onwards, Validate Customer and Customer Details know beside the others. */
	extraCustomers: number;
}

export const srsSipsSettings: SrsSipsSettings = {
	...coreSettings,
	tokenRefusesJson: false,
	orderMode: 'perCustomer',
	orderModeByCustomer: {},
	webhookMode: 'normal',
	lateByMs: 2000,
	checkPrices: false,
	prices: {},
	deduplicateTransactionId: false,
	submitStatus: 200,
	lastOrderState: 'Invoiced',
	orderOutcome: 'asAsked',
	fileForm: 'bytes',
	fileLinkNeedsToken: false,
	proofType: 'pdf',
	filePaddingBytes: 0,
	listCarriesTransactionId: false,
	listDelayMs: 0,
	extraProducts: 0,
	extraCustomers: 0,
};

/** JSON Schema of what this partner adds to the settings. */
export const srsSipsSettingsSchema: Record<string, object> = {
	tokenRefusesJson: { type: 'boolean' },
	orderMode: { type: 'string', enum: [...orderModes] },
	orderModeByCustomer: { type: 'object', additionalProperties: { type: 'string', enum: [...orderModes] } },
	webhookMode: { type: 'string', enum: [...webhookModes] },
	lateByMs: { type: 'integer', minimum: 0, maximum: 600_000 },
	checkPrices: { type: 'boolean' },
	prices: { type: 'object', additionalProperties: { type: 'number', minimum: 0 } },
	deduplicateTransactionId: { type: 'boolean' },
	submitStatus: { type: 'integer', enum: [200, 201] },
	lastOrderState: { type: 'string', enum: [...goodStates] },
	orderOutcome: { type: 'string', enum: [...orderOutcomes] },
	fileForm: { type: 'string', enum: [...fileForms] },
	fileLinkNeedsToken: { type: 'boolean' },
	proofType: { type: 'string', enum: [...proofTypes] },
	filePaddingBytes: { type: 'integer', minimum: 0, maximum: MOST_PADDING_BYTES },
	listCarriesTransactionId: { type: 'boolean' },
	listDelayMs: { type: 'integer', minimum: 0, maximum: 600_000 },
	extraProducts: { type: 'integer', minimum: 0, maximum: MOST_EXTRA_PRODUCTS },
	extraCustomers: { type: 'integer', minimum: 0, maximum: MOST_EXTRA_CUSTOMERS },
};
