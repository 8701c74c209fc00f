import type { components } from '../../openapi/generated/tradevest';

/** What is told of has one of these names (wx:api-reference/webhooks, wx:api-reference/webhooks/schemas). */
export type EventType = components['schemas']['EventType'];

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
