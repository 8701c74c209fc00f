import { coreSettings, type CoreSettings } from '../core/settings';

/** What becomes of a person that was just created. */
export const newPersonStatuses = ['CREATED', 'ACTIVE'] as const;

/** How notifications arrive. */
export const webhookModes = [
	/** Once each, in order. */
	'normal',
	'duplicate',
	/** Those that follow each other closely come backwards. */
	'outOfOrder',
	/** Never: they only show among those that are missing. */
	'dropped',
] as const;

export type WebhookMode = (typeof webhookModes)[number];

export interface TradevestSettings extends CoreSettings {
	/** Really a person becomes `ACTIVE` much later, after identification. Only then may it be a requestor. */
	newPersonStatus: (typeof newPersonStatuses)[number];
	/** Really only HTTPS is taken. A receiver in a test has no certificate. */
	allowsHttpWebhooks: boolean;
	webhookMode: WebhookMode;
	/** How often a notification that gets no 200 is posted in all. Repeats are not documented, so 1. */
	webhookTries: number;
	/** How long after a post that failed the next one follows. */
	webhookRepeatMs: number;
	/** Whether notifications of event types without a registration show among those that are missing. Not documented, so off. */
	missingHoldsUnregistered: boolean;
}

export const tradevestSettings: TradevestSettings = {
	...coreSettings,
	tokenLifeSeconds: 3600,
	newPersonStatus: 'CREATED',
	allowsHttpWebhooks: false,
	webhookMode: 'normal',
	webhookTries: 1,
	webhookRepeatMs: 1000,
	missingHoldsUnregistered: false,
};

/** JSON Schema of what this partner adds to the settings. */
export const tradevestSettingsSchema: Record<string, object> = {
	newPersonStatus: { type: 'string', enum: [...newPersonStatuses] },
	allowsHttpWebhooks: { type: 'boolean' },
	webhookMode: { type: 'string', enum: [...webhookModes] },
	webhookTries: { type: 'integer', minimum: 1 },
	webhookRepeatMs: { type: 'integer', minimum: 0, maximum: 600_000 },
	missingHoldsUnregistered: { type: 'boolean' },
};
