import { asText, shown, type Reading } from './reading';

/** What has a code and nobody pays with: units of account. JavaScript counts them as currencies. */
const NO_MONEY: ReadonlySet<string> = new Set(['XDR', 'XSU', 'XUA']);

/** What was money until 2021 or later, and what is in its place: JavaScript still counts it. What went before is no currency to it any more. */
const REPLACED: Readonly<Record<string, string>> = { ANG: 'XCG', BGN: 'EUR', CUC: 'CUP', HRK: 'EUR', SLL: 'SLE', ZWL: 'ZWG' };

/** With those that came in since 2022, which an older JavaScript does not know. */
const MONEY: ReadonlySet<string> = new Set([...Intl.supportedValuesOf('currency').filter((code) => !NO_MONEY.has(code) && !/^X(A[GU]|B[ABCD]|P[DT]|TS|XX)$/.test(code)), 'SLE', 'XCG', 'ZWG']);

/** A currency that is money now as its three letters by ISO 4217, such as `EUR`. */
export function currency(value: unknown): Reading<string> {
	const text = (asText(value) ?? '').toUpperCase();
	if (Object.hasOwn(REPLACED, text)) return { fault: `${shown(value)} is no money any more. Give ${REPLACED[text]} if that is meant` };
	return MONEY.has(text) ? { value: text } : { fault: `${shown(value)} is no currency. Give three letters of ISO 4217 such as EUR` };
}
