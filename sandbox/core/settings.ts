/** What every partner's sandbox can be told while it runs. */
export interface CoreSettings {
	/** Where events are posted; null for nowhere. */
	webhookUrl: string | null;
	/** Sent with every event, for receivers that want a shared secret. */
	webhookHeaders: Record<string, string>;
	/** Time between two steps of an order's life. */
	eventDelayMs: number;
	/** Added to every call. */
	latencyMs: number;
	/** Life of the tokens issued from now on. */
	tokenLifeSeconds: number;
}

export const coreSettings: CoreSettings = {
	webhookUrl: null,
	webhookHeaders: {},
	eventDelayMs: 300,
	latencyMs: 0,
	tokenLifeSeconds: 86_400,
};

const milliseconds = { type: 'integer', minimum: 0, maximum: 600_000 };

/** JSON Schema of the settings, so that a misspelt one is refused and not ignored. */
export const coreSettingsSchema: Record<string, object> = {
	webhookUrl: { type: ['string', 'null'] },
	webhookHeaders: { type: 'object', additionalProperties: { type: 'string' } },
	eventDelayMs: milliseconds,
	latencyMs: milliseconds,
	tokenLifeSeconds: { type: 'integer', minimum: 0 },
};
