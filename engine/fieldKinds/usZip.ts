import { asText, shown, type Reading } from './reading';

const EXAMPLE = 'Give five digits such as 04101, or 04101-1234';

/**
 * A ZIP code of the United States as `04101` or `04101-1234`. Spreadsheets take it for a number and drop its leading zeros,
 * so three and four digits get them back, alone or before the four of ZIP+4. Three before four, though, are how a phone number is
 * written (555-1234), and ZIP codes of three digits are a few of New York and Puerto Rico: those are asked for in full. The lowest
 * ZIP code in use is 00501.
 */
export function usZip(value: unknown): Reading<string> {
	// Word processors make a dash of the hyphen.
	const text = (asText(value) ?? '').replace(/[\u2010-\u2013]/g, '-');
	if (/^\d{3}[\s-]*\d{4}$/.test(text)) return { fault: `${shown(value)} is no US ZIP code, and looks like a phone number. ${EXAMPLE}` };
	const [, short, four = ''] = /^(\d{3,5})(?:(?:\s*-\s*|\s+)(\d{4}))?$/.exec(text) ?? [];
	const [, joined, joinedFour] = /^(\d{4,5})(\d{4})$/.exec(text) ?? [];
	const zip = (short ?? joined)?.padStart(5, '0');
	if (zip === undefined || zip < '00501') return { fault: `${shown(value)} is no US ZIP code. ${EXAMPLE}` };
	const plus = joinedFour ?? four;
	return { value: plus === '' ? zip : `${zip}-${plus}` };
}
