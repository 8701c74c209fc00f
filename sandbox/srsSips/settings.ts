import { coreSettings, type CoreSettings } from '../core/settings';

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

/** How the events of an order arrive. */
export const webhookModes = ['normal', 'none', 'duplicate', 'late', 'outOfOrder', 'cancelled'] as const;

export type WebhookMode = (typeof webhookModes)[number];

export interface SrsSipsSettings extends CoreSettings {
	orderMode: OrderMode;
	/** Goes before `orderMode` for the customers named. */
	orderModeByCustomer: Record<string, OrderMode>;
	webhookMode: WebhookMode;
	/** Mode `late`: how much later than it happened an event is told. */
	lateByMs: number;
	/** Whether a line price that differs from the customer's price refuses the order. Public sources disagree. */
	checkPrices: boolean;
	/** Whether a repeated transactionID gets the first answer again. Not documented, so off. */
	deduplicateTransactionId: boolean;
	/** The status of a good submission. The page lists both. */
	submitStatus: 200 | 201;
}

export const srsSipsSettings: SrsSipsSettings = {
	...coreSettings,
	orderMode: 'perCustomer',
	orderModeByCustomer: {},
	webhookMode: 'normal',
	lateByMs: 2000,
	checkPrices: false,
	deduplicateTransactionId: false,
	submitStatus: 200,
};

/** JSON Schema of what this partner adds to the settings. */
export const srsSipsSettingsSchema: Record<string, object> = {
	orderMode: { type: 'string', enum: [...orderModes] },
	orderModeByCustomer: { type: 'object', additionalProperties: { type: 'string', enum: [...orderModes] } },
	webhookMode: { type: 'string', enum: [...webhookModes] },
	lateByMs: { type: 'integer', minimum: 0, maximum: 600_000 },
	checkPrices: { type: 'boolean' },
	deduplicateTransactionId: { type: 'boolean' },
	submitStatus: { type: 'integer', enum: [200, 201] },
};
