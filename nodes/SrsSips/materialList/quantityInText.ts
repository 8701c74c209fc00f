import { writtenDecimal } from '../../../engine/lists/writtenDecimal';
import { unitOfWord } from './unitWords';

/** A quantity that stands in the text of a line, and the text without it. */
export interface QuantityInText {
	quantity: string;
	unit: string;
	product: string;
}

const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
/** Where a quantity may stand; what says what it counts is a unit of its own, and no size. */
const FORMS: readonly RegExp[] = [
	// "(30) bundles of ...", "30 bdl ...", "12 x ..."
	new RegExp(String.raw`^\(?(?<quantity>${NUMBER})\)?\s*-?\s*(?<unit>[a-z]+)\.?\s+(?:of\s+|x\s+|-\s+)?(?<rest>.+)$`, 'is'),
	// "... qty 12", "... qty: 12 bd"
	new RegExp(String.raw`^(?<rest>.*?)[\s,;:(-]*\b(?:qty|quantity)\b\.?\s*[:=]?\s*(?<quantity>${NUMBER})\s*(?<unit>[a-z]*)\.?\)?$`, 'is'),
	// "... - 12 bd", "..., 12 rolls"; "(12 pcs)" may be what is in a packet
	new RegExp(String.raw`^(?<rest>.+?)(?:\s+[-–—=]\s*|\s*[,;:]\s*|\s{2,})(?<quantity>${NUMBER})\s*(?<unit>[a-z]+)\.?$`, 'is'),
	// "... x12", "... x 12"
	new RegExp(String.raw`^(?<rest>.*[\p{L})])\s+x\s?(?<quantity>${NUMBER})\s*(?<unit>[a-z]*)$`, 'isu'),
	// "(12) pipe boots", "12 x pipe boots", "12 ea pipe boots": the number counts what follows. Without a sign it may be part of a name: "5 rib panel"
	new RegExp(String.raw`^(?:\((?<quantity>${NUMBER})\)\s*|(?<quantity2>${NUMBER})\s*(?:x|ea\.?)\s+)(?<rest>[a-z]{3,}.*)$`, 'is'),
];

/** Finds a quantity, and its unit, at the beginning or the end of a text. Of a number that may be a size nothing is made. */
export function quantityInText(text: string): QuantityInText | undefined {
	for (const form of FORMS) {
		const { quantity, quantity2, unit = '', rest = '' } = form.exec(text.trim())?.groups ?? {};
		const number = quantity ?? quantity2;
		if (number === undefined || rest.trim() === '') continue;
		if (unit !== '' && (unitOfWord(unit) === undefined || MEASURES.test(unit))) continue;
		if (unit === '' && (MEASURES.test(rest) || IS_LENGTH.test(rest))) continue;
		const read = writtenDecimal(number);
		if ('value' in read) return { quantity: read.value, unit, product: rest.trim() };
	}
	return undefined;
}

/** "2.5 in" before "x 10": two lengths. */
const IS_LENGTH = /\d\s*-?(?:in|inch|inches|ft|feet|foot)\.?$/i;

/** What makes a number before it a size: `20 year`, `3 tab`. */
const MEASURES = /^(?:tab|year|yr|ga\b|gauge|mil|inch|in\b|feet|foot|ft|oz|ounce|gal|lb|pound|cfm|watt|count|ct)/i;
