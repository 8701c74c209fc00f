import type { ParameterReader } from '../operation/operation';
import type { PersonalField } from '../operation/personalField';
import { literally } from '../redact';

/** Letters of a part of a name that counts in any capitals. Shorter ones, such as `An`, are ordinary words in small letters. */
const SURE_PART = 3;
/** Characters of a value at least. A message repeats long ones in part, so their beginning counts, too. */
const SHORTEST = 2;
const LONGEST = 60;

const MAIL = /[^\s@,;:<>()[\]"']+@[^\s@,;:<>()[\]"']+\.[\p{L}]{2,}/gu;
/** Ten digits in groups, as people write phone numbers. Ten digits alone may be any number. */
const PHONE = /(?:\+1[\s.-]?|\b1[\s.-])?(?:\(\d{3}\)[\s.-]?|\b\d{3}[\s.-])\d{3}[\s.-]?\d{4}\b|\+1\d{10}\b/g;
/** How streets end, as people write them. */
const STREETS = 'street|st|road|rd|avenue|ave|boulevard|blvd|drive|dr|lane|ln|court|ct|place|pl|highway|hwy|parkway|pkwy|terrace|ter|circle|cir|trail|trl|way';
const ANY_CAPITALS = STREETS.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
/** A number, one to four words in capitals, and how a street ends: `77 N. Quarry Lane`. In small letters it may be any sentence. */
const STREET = new RegExp(`\\b\\d{1,6}[A-Za-z]?(?:\\s+(?:[NSEW]\\.|[\\p{Lu}\\d][\\p{L}\\d'-]*)){1,4}?\\s+(?:${ANY_CAPITALS})(?![\\p{L}\\d])`, 'gu');

/**
 * Words as a model may read them: without what these fields say of people, in any capitals, and without whatever looks like an email address, a phone
 * number or a street, whoever said it. Where something was, stands what it is.
 *
 * A name that stands in no field, and that only the partner knows, cannot be told from other words.
 *
 * @param fields those of the operation that hold something about people
 * @param readers of the items
 * @param further texts that say something of people
 */
export function withoutPersonalData(words: string, fields: readonly PersonalField[], readers: readonly ParameterReader[], further: readonly string[] = []): string {
	if (fields.length === 0) return words;
	const ofFurther = further.flatMap((text) => patternsOf({ kind: 'text' }, text).map((pattern) => ({ pattern, label: 'name' })));
	const told = ofFurther.concat(fields.flatMap((field) => readers.flatMap((read) => patternsOf(field, valueOf(read, field.name)).map((pattern) => ({ pattern, label: field.label })))));
	// Whole values before parts of them.
	const known = told.sort((one, other) => other.pattern.source.length - one.pattern.source.length);
	const masked = known.reduce((text, { pattern, label }) => text.replace(pattern, `[${label}]`), words.normalize('NFD')).normalize('NFC');
	return masked.replace(MAIL, '[email]').replace(PHONE, '[phone]').replace(STREET, '[street]');
}

/** As the panel has it, a list with commas between; nothing where n8n cannot resolve it. */
function valueOf(read: ParameterReader, name: string): string {
	try {
		const value: unknown = read(name, '');
		const entries: unknown[] = Array.isArray(value) ? value : [value];
		const texts = entries.filter((entry) => typeof entry === 'string' || typeof entry === 'number');
		return texts.map((text) => String(text).replace(/\s+/g, ' ').trim()).join(', ');
	} catch {
		return '';
	}
}

function patternsOf({ kind }: Pick<PersonalField, 'kind'>, value: string): RegExp[] {
	if (value.length < SHORTEST) return [];
	const whole = [asWord(value), ...(value.length > LONGEST ? [asWord(value.slice(0, LONGEST))] : [])];
	switch (kind) {
		case 'name':
			return [...whole, ...namePartsOf(value).map(asNamePart)];
		case 'list':
			return [...whole, ...value.split(/[,;\s<>]+/).filter((entry) => entry.length > SHORTEST).map(asWord)];
		case 'street':
			return [...whole, ...(STEM.exec(value)?.slice(1).map((stem) => bounded(`${spelt(stem)}(?:\\s+(?:${STREETS})\\b)?`, 'giu')) ?? [])];
		case 'phone':
			return [...whole, ...phonePatterns(value.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, ''))];
		default:
			return whole;
	}
}

/** A street without how it ends: `77 Quarry` of `77 Quarry Lane`. */
const STEM = new RegExp(`^(\\d+\\S*\\s+\\S.*?)\\s+(?:${STREETS})\\.?$`, 'iu');

/** All that a name is made of, and the halves of what has a hyphen. */
function namePartsOf(name: string): string[] {
	const parts = name.split(/[^\p{L}\p{M}\p{N}'’-]+/u);
	const halves = parts.flatMap((part) => (part.includes('-') ? part.split('-') : []));
	return [...new Set([...parts, ...halves])].filter((part) => part.length >= SURE_PART || /^\p{L}{2}$/u.test(part));
}

/** The digits in any punctuation, and the last seven of ten, which people give without the area. */
function phonePatterns(digits: string): RegExp[] {
	if (digits.length < LOCAL_DIGITS) return [];
	const grouped = (some: string) => [...some].join('\\D{0,3}');
	const whole = new RegExp(`(?:\\+?1\\D{0,3})?\\(?${grouped(digits)}(?!\\d)`, 'g');
	return digits.length === LOCAL_DIGITS ? [whole] : [whole, new RegExp(`(?<!\\d)${digits.slice(-LOCAL_DIGITS, -4)}[\\s.-]{0,3}${digits.slice(-4)}(?!\\d)`, 'g')];
}

const LOCAL_DIGITS = 7;

/** A part of a name. A short one only as people write names: `Li` and `LI`, but not `li`. */
function asNamePart(part: string): RegExp {
	const capital = part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
	return part.length < SURE_PART ? bounded(`(?:${spelt(capital)}|${spelt(part.toUpperCase())})`, 'gu') : asWord(part);
}

/** The text where no letter and no digit stands beside it, in any capitals, with any blanks. */
function asWord(text: string): RegExp {
	return bounded(spelt(text), 'giu');
}

/** Other ways to write it: with or without accents, with another apostrophe or hyphen or none. Of words that stand with their accents apart. */
function spelt(text: string): string {
	const written = [...text.normalize('NFD').replace(/\p{M}/gu, '')].map((character) => {
		if (/['’‘ʼ`]/.test(character)) return "['’‘ʼ`]?";
		if (/[-‐‑–]/.test(character)) return '[-‐‑–\\s]?';
		return /\p{L}/u.test(character) ? `${literally(character)}\\p{M}*` : character === ' ' ? '\\s+' : literally(character);
	});
	return written.join('');
}

function bounded(pattern: string, flags: string): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${pattern}(?![\\p{L}\\p{M}\\p{N}])`, flags);
}
