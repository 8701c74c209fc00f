/** The things that are told of, by the name of their event (wx:api-reference/webhooks, wx:api-reference/webhooks/schemas). */
export const eventTypes = [
	'CUSTOMER_NOTIFICATION',
	'NATURAL_PERSON_NOTIFICATION',
	'IDENTIFICATION_VERIFICATION_NOTIFICATION',
	'DOCUMENT_NOTIFICATION',
	'PARTNER_DOCUMENT_NOTIFICATION',
	'ONBOARDING_NOTIFICATION',
	'CUSTOMER_PRODUCT_NOTIFICATION',
	'LEGAL_ENTITY_SEARCH_NOTIFICATION',
	'LABELS_UPDATE_NOTIFICATION',
	'TRANSFER_NOTIFICATION',
	'DIGITAL_ASSET_ORDER_NOTIFICATION',
	'PROXY_NOTIFICATION',
	'BENEFICIAL_OWNER_NOTIFICATION',
	'USER_NOTIFICATION',
	'RE_TOKEN_PRICES',
	'STRATEGY_NOTIFICATION',
	'OFFBOARDING_NOTIFICATION',
	'LEGAL_ENTITY_NOTIFICATION',
	'LEGAL_REPRESENTATIVE_NOTIFICATION',
	'TRADITIONAL_ASSET_ORDER_NOTIFICATION',
	'PARTNER_NOTIFICATION',
	'JOINT_PERSON_NOTIFICATION',
	'TAX_EXEMPTION_ORDER_NOTIFICATION',
	'CORPORATE_ACTION_NOTIFICATION',
	'SAVINGS_PLANS_NOTIFICATION',
	'TOKENIZED_ASSET_ORDER_NOTIFICATION',
] as const;

export type EventType = (typeof eventTypes)[number];

/** Why something was refused. Only notifications tell it; no read does. */
export interface ValidationError {
	errorType: string;
	description: string;
}

/**
 * What a notification carries (tv:partner-apis/partner-webhooks): the ids of the thing as `<object>Id`, and these. A change that was refused has
 * neither `status` nor `modifiedOn`, an update of labels none of them.
 */
export interface NotificationPayload {
	[idName: string]: unknown;
	status?: string;
	modifiedOn?: string;
	notificationType?: 'CREATED' | 'UPDATED' | 'VALIDATION_ERROR';
	validationError?: ValidationError;
}

/** Tells the partner of a change of state. */
export type Notify = (eventType: EventType, payload: NotificationPayload) => void;

export interface TradevestNotification {
	eventType: EventType;
	payload: NotificationPayload;
}

/** All that was told, the oldest first. */
export class Notifications {
	private told: TradevestNotification[] = [];

	readonly notify: Notify = (eventType, payload) => {
		this.told.push({ eventType, payload });
	};

	view(): TradevestNotification[] {
		return [...this.told];
	}

	reset(): void {
		this.told = [];
	}
}
