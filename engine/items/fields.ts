import { validationFailure, type Fault } from '../failure';
import { day, dayAhead } from '../fieldKinds/day';
import { isNothing, textFault, type Reading } from '../fieldKinds/reading';
import { parseExactly } from '../http/exactJson';
import { isObject } from '../values';
import type { IsoDay } from '../calendar';
import { resourceLocatorValue } from './resourceLocatorValue';
import type { ItemFile, ParameterReader } from '../operation/operation';

/** How a field is called, where it stands, and what it may hold. */
interface FieldRules {
	/** The name in the panel. */
	label: string;
	/** Longest text in characters. */
	longest?: number;
	/** Whether blanks at both ends belong to it, as in a password. */
	isVerbatim?: boolean;
}

/** Longest text of a field that names no limit of its own. Partners state none; this keeps nonsense out. */
const LONGEST_TEXT = 200;

/**
 * Reads fields and gathers every fault, so that a person learns of all of them at once.
 * A number may come as text and text as a number: expressions and spreadsheets mix them.
 */
export class FieldReader {
	private readonly faults: Fault[] = [];

	/**
	 * @param read where the values come from
	 * @param prefix stands before each label, such as `Lines 3: `
	 */
	constructor(
		private readonly read: ParameterReader,
		private readonly prefix = '',
	) {}

	/** Text that must be there. */
	text(name: string, rules: FieldRules): string {
		const before = this.faults.length;
		const value = this.optionalText(name, rules);
		const isNamed = this.faults.length > before;
		if (value.trim() === '' && !isNamed) this.fault(rules.label, 'must not be empty');
		return value;
	}

	/** Text that may be left out; then `''`. */
	optionalText(name: string, { label, longest = LONGEST_TEXT, isVerbatim = false }: FieldRules): string {
		const value = this.read(name, '');
		if (value === undefined || value === null) return '';
		if (typeof value !== 'string' && !Number.isFinite(value)) return this.fault(label, 'must be text', '');
		const text = isVerbatim ? String(value) : String(value).trim();
		const fault = textFault(value);
		if (fault !== undefined) return this.fault(label, fault, '');
		if (text.length > longest) return this.fault(label, `must have at most ${longest} characters`, '');
		return text;
	}

	/** A code or number that goes into an address or an id: text of one line. */
	code(name: string, rules: FieldRules): string {
		const value = this.text(name, { longest: 60, ...rules });
		if (value === '.' || value === '..') return this.fault(rules.label, 'must be a code or number that can stand in an address', '');
		return /[\u0000-\u001f\u007f]/.test(value) ? this.fault(rules.label, 'must be a code on one line', '') : value;
	}

	/** The file of the item in the binary field that is named here. Its bytes are not read yet. */
	file(name: string, rules: FieldRules): ItemFile | undefined {
		const field = this.code(name, rules);
		if (field === '') return undefined;
		return this.read.file?.(field) ?? this.fault(rules.label, `must name a binary field of the item: it has no file in "${field}"`);
	}

	/** Several codes, at least one: text with separators, or a list. Each counts once. @param separator between them */
	codes(name: string, { label }: FieldRules, separator = /[,;\s]+/): string[] {
		const given = this.read(name, undefined);
		const entries: unknown[] = Array.isArray(given) ? given : typeof given === 'string' || typeof given === 'number' ? String(given).split(separator) : [];
		const codes = entries.map((entry) => (typeof entry === 'string' || Number.isFinite(entry) ? String(entry).trim() : undefined));
		if (codes.includes(undefined)) return this.fault(label, 'must be text, or a list of texts', []);
		const fault = [given, ...entries].flatMap((entry) => textFault(entry) ?? [])[0];
		if (fault !== undefined) return this.fault(label, fault, []);
		const unique = [...new Set(codes.flatMap((code) => code || []))];
		if (unique.length === 0) return this.fault(label, 'must not be empty', []);
		const isFaulty = unique.some((code) => code.length > LONGEST_TEXT || /[\u0000-\u001f\u007f]/.test(code));
		return isFaulty ? this.fault(label, `must be codes of one line and at most ${LONGEST_TEXT} characters`, []) : unique;
	}

	/** The same where there may be none; then an empty list. */
	optionalCodes(name: string, rules: FieldRules, separator?: RegExp): string[] {
		const given = this.read(name, undefined);
		return isNothing(given) || (Array.isArray(given) && given.length === 0) ? [] : this.codes(name, rules, separator);
	}

	/** One JSON object. */
	record(name: string, { label }: FieldRules): Record<string, unknown> {
		const given = fromJson(this.read(name, undefined));
		return isObject(given) ? given : this.fault(label, 'must be a JSON object', {});
	}

	/** The same with its numbers digit by digit, where it is text: `25.00` becomes no `25`. */
	exactRecord(name: string, rules: FieldRules): Record<string, unknown> {
		const given = this.read(name, undefined);
		if (typeof given !== 'string') return this.record(name, rules);
		try {
			const parsed = parseExactly(given);
			if (isObject(parsed)) return parsed;
		} catch {
			// Told below.
		}
		return this.fault(rules.label, 'must be a JSON object', {});
	}

	/** A whole number from `least` up that must be there; as a number or a numeral. */
	wholeNumber(name: string, { label, least = 0 }: FieldRules & { least?: number }): number {
		const value = asNumber(this.read(name, undefined));
		if (value === undefined || !Number.isSafeInteger(value) || value < least) {
			return this.fault(label, `must be a whole number from ${least} up`, 0);
		}
		return value;
	}

	/** A number above 0 that must be there. */
	positiveNumber(name: string, { label }: FieldRules): number {
		const value = asNumber(this.read(name, undefined));
		return value === undefined || value <= 0 ? this.fault(label, 'must be a number above 0', 0) : value;
	}

	/** A number from 0 up that may be left out; then undefined. */
	optionalNumber(name: string, { label, whole = false }: FieldRules & { whole?: boolean }): number | undefined {
		const given = this.read(name, undefined);
		if (isNothing(given)) return undefined;
		const value = asNumber(given);
		if (value === undefined || value < 0 || (whole && !Number.isSafeInteger(value))) {
			return this.fault(label, `must be a ${whole ? 'whole ' : ''}number from 0 up`, undefined);
		}
		return value;
	}

	/** A value of one of the kinds in `engine/fieldKinds` that must be there. @param instead what to go on with where it is faulty */
	kind<T>(name: string, { label }: FieldRules, kind: (value: unknown) => Reading<T>, instead: T): T {
		const given = this.read(name, undefined);
		if (isNothing(given)) return this.fault(label, 'must not be empty', instead);
		const read = kind(given);
		return 'fault' in read ? this.fault(label, read.fault, instead) : read.value;
	}

	/** The same where it may be left out; then undefined. */
	optionalKind<T>(name: string, rules: FieldRules, kind: (value: unknown) => Reading<T>): T | undefined {
		return isNothing(this.read(name, undefined)) ? undefined : this.kind<T | undefined>(name, rules, kind, undefined);
	}

	/** A day that must be there. @param timezone IANA name */
	day(name: string, { label }: FieldRules, timezone: string): IsoDay {
		const read = day(this.read(name, undefined), timezone);
		return 'fault' in read ? this.fault(label, read.fault, '') : read.value;
	}

	/** A day that must be there and is not over, neither in the zone of the workflow nor in the last one that it may be meant in. */
	dayAhead(name: string, { label }: FieldRules, run: { now: Date; timezone: string }, lastZone: string): IsoDay {
		const read = dayAhead(this.read(name, undefined), run, lastZone);
		return 'fault' in read ? this.fault(label, read.fault, '') : read.value;
	}

	/** The same where it may be left out; then undefined. */
	optionalDayAhead(name: string, rules: FieldRules, run: { now: Date; timezone: string }, lastZone: string): IsoDay | undefined {
		return this.optionalKind(name, rules, (value) => dayAhead(value, run, lastZone));
	}

	/** A day that may be left out; then undefined. @param timezone IANA name */
	optionalDay(name: string, rules: FieldRules, timezone: string): IsoDay | undefined {
		return this.optionalKind(name, rules, (value) => day(value, timezone));
	}

	/** Notes a fault where the last of two days comes before the first. A day that is missing or faulty was told already. */
	daysInOrder(first: IsoDay | undefined, firstLabel: string, last: IsoDay | undefined, lastLabel: string): void {
		if (first && last && last < first) this.fault(lastLabel, `${last} must not be before ${firstLabel} (${first})`);
	}

	/** A yes or no that may be left out; then undefined. Spreadsheets write `1` and `true`, and text that says no must not count as a yes. */
	optionalFlag(name: string, { label }: FieldRules): boolean | undefined {
		const given = this.read(name, undefined);
		if (isNothing(given)) return undefined;
		const word = typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? String(given).trim().toLowerCase() : '';
		if (['true', '1', 'yes'].includes(word)) return true;
		if (['false', '0', 'no'].includes(word)) return false;
		return this.fault(label, 'must be true or false', undefined);
	}

	/** A yes or no that must be there, such as a question of law, to which an expression that comes to nothing is no answer. */
	flag(name: string, rules: FieldRules): boolean {
		const before = this.faults.length;
		const value = this.optionalFlag(name, rules);
		return value ?? (this.faults.length > before ? false : this.fault(rules.label, 'must be true or false', false));
	}

	/** One of the given values. A field inside a collection may be left out; then the first of them. */
	oneOf<T extends string>(name: string, { label }: FieldRules, allowed: readonly T[]): T {
		const value = this.read(name, name.includes('.') ? allowed[0] : undefined);
		const found = allowed.find((option) => option === value);
		return found ?? this.fault(label, `must be one of ${allowed.join(', ')}`, allowed[0] as T);
	}

	/** A list with at least one entry. JSON text counts as what it spells; a single object as a list of one. */
	list(name: string, { label }: FieldRules): Array<Record<string, unknown>> {
		const given = fromJson(this.read(name, undefined));
		const entries = Array.isArray(given) ? given : given === undefined ? [] : [given];
		if (entries.length === 0) return this.fault(label, 'must have at least one entry', []);
		if (!entries.every(isObject)) return this.fault(label, 'must be a JSON array of objects', []);
		return entries;
	}

	/** A list that may be left out; then empty. Else as `list`. */
	optionalList(name: string, rules: FieldRules): Array<Record<string, unknown>> {
		const given = fromJson(this.read(name, undefined));
		return given === undefined || (Array.isArray(given) && given.length === 0) ? [] : this.list(name, rules);
	}

	/** How many rows of a list are wanted, by n8n's own fields Return All and Limit; undefined means all. */
	limit(): number | undefined {
		if (this.optionalFlag('returnAll', { label: 'Return All' })) return undefined;
		const value = asNumber(this.read('limit', 50));
		return value !== undefined && Number.isSafeInteger(value) && value >= 1
			? value
			: this.fault('Limit', 'must be a whole number from 1 up', undefined);
	}

	/** Notes a fault that the caller found. @returns `instead`, so that reading goes on */
	fault<T>(label: string, expected: string, instead?: T): T {
		this.faults.push({ field: `${this.prefix}${label}`, expected });
		return instead as T;
	}

	/** Whether a fault was found so far. */
	get isFaulty(): boolean {
		return this.faults.length > 0;
	}

	/** Whether a fault of this field was found so far: what it makes of other fields need not be told, too. */
	isFaultyAt(label: string): boolean {
		return this.faults.some(({ field }) => field === `${this.prefix}${label}`);
	}

	/** Takes over what a reader of a part has found. */
	take(part: FieldReader): void {
		this.faults.push(...part.faults);
	}

	/** @param what such as `The order` @throws Failure of kind `validation` where there are faults */
	done(what: string): void {
		if (this.faults.length > 0) throw validationFailure(what, this.faults);
	}
}

/** A reader for the fields of a plain object, such as one row of a table in the panel. Only own properties count. */
export function readerOf(record: Record<string, unknown>): ParameterReader {
	return (name, fallback) => (Object.hasOwn(record, name) ? resourceLocatorValue(record[name]) : fallback);
}

/** A number, or a decimal numeral: `1e3` and `0x10` are more likely codes than quantities. */
function asNumber(value: unknown): number | undefined {
	const number = typeof value === 'string' && /^\s*[+-]?\d+(\.\d*)?\s*$/.test(value) ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function fromJson(value: unknown): unknown {
	if (typeof value !== 'string') return value ?? undefined;
	if (value.trim() === '') return undefined;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}
