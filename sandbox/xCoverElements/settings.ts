import { coreSettings, type CoreSettings } from '../core/settings';

export interface XCoverElementsSettings extends CoreSettings {
	/** What the client may do. Calls ask for it when they arrive; tokens carry what held when they were issued. */
	scopes: string[];
}

export const xCoverElementsSettings: XCoverElementsSettings = {
	...coreSettings,
	tokenLifeSeconds: 3600,
	scopes: ['bookings:create', 'bookings:delete', 'bookings:view', 'offers:update'],
};

/** JSON Schema of what this partner adds to the settings. */
export const xCoverElementsSettingsSchema: Record<string, object> = {
	scopes: { type: 'array', items: { type: 'string' } },
};
