import { coreSettings, type CoreSettings } from '../core/settings';

/** What tokens start with tells where they are good. */
export const environments = ['sandbox', 'live'] as const;

export type Environment = (typeof environments)[number];

/** Two pages spell the token answer in two ways: `success`, `data`, `message` or `Status`, `Data`, `Message`. */
export const tokenSpellings = ['older', 'newer'] as const;

export type TokenSpelling = (typeof tokenSpellings)[number];

/** How a ticket id is written: one page has it without quotes, all else in quotes. */
export const ticketForms = ['number', 'text'] as const;

export type TicketForm = (typeof ticketForms)[number];

export interface SuSettings extends CoreSettings {
	/** The environment of the tokens issued from now on. */
	environment: Environment;
	tokenSpelling: TokenSpelling;
	/** How many tokens may be issued within `tokenWindowSeconds`. */
	tokenLimit: number;
	tokenWindowSeconds: number;
	ticketForm: TicketForm;
	/** The status of a refused update of rates and availability. The page says 200, integrators have seen 400. */
	refusalStatus: 200 | 400;
	/** Updates of rates and availability for one property within an hour. */
	updateLimit: number;
	/** How long a message waits in the queue to be acknowledged. */
	messageLifeSeconds: number;
	/** How often one booking may be fetched again. */
	refetchLimit: number;
}

export const suSettings: SuSettings = {
	...coreSettings,
	tokenLifeSeconds: 3600,
	environment: 'sandbox',
	tokenSpelling: 'older',
	tokenLimit: 30,
	tokenWindowSeconds: 3600,
	ticketForm: 'number',
	refusalStatus: 200,
	updateLimit: 5_000,
	messageLifeSeconds: 3600,
	refetchLimit: 5,
};

/** JSON Schema of what this partner adds to the settings. */
export const suSettingsSchema: Record<string, object> = {
	environment: { type: 'string', enum: [...environments] },
	tokenSpelling: { type: 'string', enum: [...tokenSpellings] },
	tokenLimit: { type: 'integer', minimum: 0 },
	tokenWindowSeconds: { type: 'integer', minimum: 0 },
	ticketForm: { type: 'string', enum: [...ticketForms] },
	refusalStatus: { type: 'integer', enum: [200, 400] },
	updateLimit: { type: 'integer', minimum: 0 },
	messageLifeSeconds: { type: 'integer', minimum: 0 },
	refetchLimit: { type: 'integer', minimum: 0 },
};
