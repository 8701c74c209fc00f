import { coreSettings, type CoreSettings } from '../core/settings';

/** What becomes of a person that was just created. */
export const newPersonStatuses = ['CREATED', 'ACTIVE'] as const;

/** What the look at a thing after its call comes to. `ACCEPTED` is the good state of its kind, such as `CREATED` of a person. */
export const verdicts = ['ACCEPTED', 'REVIEW', 'INVALID', 'REJECTED'] as const;

export type Verdict = (typeof verdicts)[number];

/** What becomes of changes: a refused one was answered with 202 as well, and is told by a notification only. */
export const changeFates = ['applied', 'refused'] as const;

export const reviewEnds = ['NOTHING', 'ACCEPTED', 'REJECTED'] as const;

export const requestorRules = ['untilActive', 'released'] as const;

/**
 * The last state that orders come to. Orders of digital and of tokenized assets are PENDING for PLACED, and CANCELED for EXPIRED, which they
 * do not have.
 */
export const lastOrderStates = ['PLACED', 'FILLED', 'SETTLED', 'CORRECTED', 'CANCELED', 'REJECTED', 'EXPIRED'] as const;

export type LastOrderState = (typeof lastOrderStates)[number];

/** The last state that transfers to the outside come to. */
export const lastTransferStates = ['PENDING', 'PROCESSED', 'REJECTED'] as const;

export type LastTransferState = (typeof lastTransferStates)[number];

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
	/** How long after its call a thing is decided, and each further step takes. 0: at once. Until then it is `RECEIVED`. */
	decideAfterMs: number;
	/** What the things created from now on are found to be. */
	verdict: Verdict;
	/** What becomes of the changes that are asked for from now on. */
	changes: (typeof changeFates)[number];
	/** What somebody at Tradevest decides on what comes into `REVIEW` from now on, after `decideAfterMs`. */
	reviewLeadsTo: (typeof reviewEnds)[number];
	/**
	 * Who may be a requestor. `released`: as release 1.5.0 has it, an ACTIVE natural person that is the entity or a proxy of it, always.
	 * `untilActive`: where the entity is not active yet, any ACTIVE person, and those it concerns though they are not active either.
	 */
	requestorRule: (typeof requestorRules)[number];
	/** Whether things that are `RECEIVED` or `INVALID` stay for ever. Really they are removed after a while. */
	keepsInvalid: boolean;
	/** How long they stay where they do not stay for ever. 48 hours are documented for orders; for others it is a guess. */
	invalidLifeMs: number;
	/** How far the clock of this sandbox is ahead of the machine's. What is due is looked for on each call, so a test need not wait. */
	clockAheadMs: number;
	/** How long an order or a transfer stays in each state after it was decided. */
	orderStepMs: number;
	lastOrderState: LastOrderState;
	/** Whether orders of securities are carried out in two parts. */
	ordersFillInParts: boolean;
	/** Whether cancellations change nothing any more. That is not told. */
	cancelsComeTooLate: boolean;
	lastTransferState: LastTransferState;
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
	decideAfterMs: 0,
	verdict: 'ACCEPTED',
	changes: 'applied',
	reviewLeadsTo: 'NOTHING',
	requestorRule: 'untilActive',
	keepsInvalid: false,
	invalidLifeMs: 48 * 3_600_000,
	clockAheadMs: 0,
	orderStepMs: 1000,
	lastOrderState: 'SETTLED',
	ordersFillInParts: false,
	cancelsComeTooLate: false,
	lastTransferState: 'PROCESSED',
	allowsHttpWebhooks: false,
	webhookMode: 'normal',
	webhookTries: 1,
	webhookRepeatMs: 1000,
	missingHoldsUnregistered: false,
};

const milliseconds = { type: 'integer', minimum: 0 };

/** JSON Schema of what this partner adds to the settings. */
export const tradevestSettingsSchema: Record<string, object> = {
	newPersonStatus: { type: 'string', enum: [...newPersonStatuses] },
	decideAfterMs: milliseconds,
	verdict: { type: 'string', enum: [...verdicts] },
	changes: { type: 'string', enum: [...changeFates] },
	reviewLeadsTo: { type: 'string', enum: [...reviewEnds] },
	requestorRule: { type: 'string', enum: [...requestorRules] },
	keepsInvalid: { type: 'boolean' },
	invalidLifeMs: milliseconds,
	clockAheadMs: milliseconds,
	orderStepMs: milliseconds,
	lastOrderState: { type: 'string', enum: [...lastOrderStates] },
	ordersFillInParts: { type: 'boolean' },
	cancelsComeTooLate: { type: 'boolean' },
	lastTransferState: { type: 'string', enum: [...lastTransferStates] },
	allowsHttpWebhooks: { type: 'boolean' },
	webhookMode: { type: 'string', enum: [...webhookModes] },
	webhookTries: { type: 'integer', minimum: 1 },
	webhookRepeatMs: { type: 'integer', minimum: 0, maximum: 600_000 },
	missingHoldsUnregistered: { type: 'boolean' },
};
