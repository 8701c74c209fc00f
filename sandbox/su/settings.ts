import { coreSettings, type CoreSettings } from '../core/settings';
import { FURTHEST_DAYS } from './dayFaults';

/** What tokens start with tells where they are good. */
export const environments = ['sandbox', 'live'] as const;

export type Environment = (typeof environments)[number];

/** Two pages spell the token answer in two ways: `success`, `data`, `message` or `Status`, `Data`, `Message`. */
export const tokenSpellings = ['older', 'newer'] as const;

export type TokenSpelling = (typeof tokenSpellings)[number];

/** How a ticket id is written: one page has it without quotes, all else in quotes. */
export const ticketForms = ['number', 'text'] as const;

export type TicketForm = (typeof ticketForms)[number];

/** One page has two names for the state that a property is to get: this one in its sample, the other in its text. */
export const propertyStateNames = ['is_active', 'is_activate'] as const;

export type PropertyStateName = (typeof propertyStateNames)[number];

/** One page does not say whether `Remove` switches a rate plan off or deletes it. */
export const ratePlanRemovals = ['switchesOff', 'deletes'] as const;

export type RatePlanRemoval = (typeof ratePlanRemovals)[number];

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
	/** How many days ahead an update of rates and availability may reach. The page says 730; Su's workbook for certification speaks of 500. */
	updateHorizonDays: number;
	/** How long a message waits in the queue to be acknowledged. */
	messageLifeSeconds: number;
	/** How often one booking may be fetched again. */
	refetchLimit: number;
	/** How long after a push that was not acknowledged the message is pushed again. */
	pushRepeatMs: number;
	/** How often a message is pushed in all. */
	pushTries: number;
	/** Most reviews on a page, however many are asked for. */
	reviewPageLimit: number;
	/** Under which name the state of a property is read. */
	propertyStateName: PropertyStateName;
	/** Most properties in the sandbox, as an integrator saw it. */
	propertyLimit: number;
	/** What `Remove` does with a rate plan. */
	ratePlanRemoval: RatePlanRemoval;
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
	updateHorizonDays: FURTHEST_DAYS,
	messageLifeSeconds: 3600,
	refetchLimit: 5,
	pushRepeatMs: 600_000,
	pushTries: 3,
	reviewPageLimit: 100,
	propertyStateName: 'is_active',
	propertyLimit: 5,
	ratePlanRemoval: 'switchesOff',
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
	updateHorizonDays: { type: 'integer', minimum: 0 },
	messageLifeSeconds: { type: 'integer', minimum: 0 },
	refetchLimit: { type: 'integer', minimum: 0 },
	pushRepeatMs: { type: 'integer', minimum: 0 },
	pushTries: { type: 'integer', minimum: 1 },
	reviewPageLimit: { type: 'integer', minimum: 1 },
	propertyStateName: { type: 'string', enum: [...propertyStateNames] },
	propertyLimit: { type: 'integer', minimum: 0 },
	ratePlanRemoval: { type: 'string', enum: [...ratePlanRemovals] },
};
