import { coreSettings, type CoreSettings } from '../core/settings';

/** What tokens start with tells where they are good. */
export const environments = ['sandbox', 'live'] as const;

export type Environment = (typeof environments)[number];

/** Two pages spell the token answer in two ways: `success`, `data`, `message` or `Status`, `Data`, `Message`. */
export const tokenSpellings = ['older', 'newer'] as const;

export type TokenSpelling = (typeof tokenSpellings)[number];

export interface SuSettings extends CoreSettings {
	/** The environment of the tokens issued from now on. */
	environment: Environment;
	tokenSpelling: TokenSpelling;
	/** How many tokens may be issued within `tokenWindowSeconds`. */
	tokenLimit: number;
	tokenWindowSeconds: number;
}

export const suSettings: SuSettings = {
	...coreSettings,
	tokenLifeSeconds: 3600,
	environment: 'sandbox',
	tokenSpelling: 'older',
	tokenLimit: 30,
	tokenWindowSeconds: 3600,
};

/** JSON Schema of what this partner adds to the settings. */
export const suSettingsSchema: Record<string, object> = {
	environment: { type: 'string', enum: [...environments] },
	tokenSpelling: { type: 'string', enum: [...tokenSpellings] },
	tokenLimit: { type: 'integer', minimum: 0 },
	tokenWindowSeconds: { type: 'integer', minimum: 0 },
};
