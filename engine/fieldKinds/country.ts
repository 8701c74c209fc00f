import { asText, shown, type Reading } from './reading';

/**
 * Codes that the tables of places have for what is no country: unions and the world, islands with a code of their own for the mail alone, and what
 * tests of software need.
 */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

const EXAMPLE = 'Give two letters of ISO 3166-1 such as DE';

/** The names of places by their codes, as JavaScript brings them along. */
const NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/**
 * A country or territory as its two letters by ISO 3166-1, such as `DE`. `XK`, which ISO has left to its users and all use for Kosovo, counts as well. A
 * code that was given up is told with the one in its place.
 */
export function country(value: unknown): Reading<string> {
	const text = (asText(value) ?? '').toUpperCase();
	if (!/^[A-Z]{2}$/.test(text) || NO_COUNTRIES.has(text) || NAMES.of(text) === undefined) return { fault: `${shown(value)} is no country. ${EXAMPLE}` };
	const present = new Intl.Locale(`und-${text}`).region;
	return present === undefined || present === text ? { value: text } : { fault: `${shown(value)} is the code of no country any more, or never was. Give ${present} if that is meant` };
}
