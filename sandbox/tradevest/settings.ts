import { coreSettings, type CoreSettings } from '../core/settings';

/** What becomes of a person that was just created. */
export const newPersonStatuses = ['CREATED', 'ACTIVE'] as const;

export interface TradevestSettings extends CoreSettings {
	/** Really a person becomes `ACTIVE` much later, after identification. Only then may it be a requestor. */
	newPersonStatus: (typeof newPersonStatuses)[number];
}

export const tradevestSettings: TradevestSettings = {
	...coreSettings,
	tokenLifeSeconds: 3600,
	newPersonStatus: 'CREATED',
};

/** JSON Schema of what this partner adds to the settings. */
export const tradevestSettingsSchema: Record<string, object> = {
	newPersonStatus: { type: 'string', enum: [...newPersonStatuses] },
};
