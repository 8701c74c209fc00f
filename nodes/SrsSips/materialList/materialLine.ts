import { textFault } from '../../../engine/fieldKinds/reading';
import type { ColumnNames, Guess } from '../../../engine/lists/columns';
import type { ListRow, ReadList } from '../../../engine/lists/listRows';
import { writtenDecimal } from '../../../engine/lists/writtenDecimal';
import { isPositionCode } from './positionCode';
import { quantityInText } from './quantityInText';
import { unitOfWord } from './unitWords';

/** A line of a list of material, as a person has it. */
export interface MaterialLine {
	/** As a person counts, from 1. */
	line: number;
	/** As given; the other texts as well. */
	text: string;
	unit: string;
	color: string;
	code: string;
	/** Exact decimal; undefined where there is none that can be read. */
	quantity: string | undefined;
	/** What it is to be compared by: the text without quantity and unit, where these stand in it. */
	product: string;
	/** Where the quantity may be a size, what stands beside it: its unit, or `''` for none. */
	sizeUnit?: string;
	/** What is wrong with the quantity. */
	quantityFault?: string;
	/** Why it is not clear which unit is meant. */
	unitFault?: string;
	/** What is wrong with the line as a whole. */
	fault?: string;
}

type Column = 'text' | 'size' | 'quantity' | 'unit' | 'color' | 'code';

/** Names of columns, as estimates, measurement reports and spreadsheets have them. Several of `text` are read together. */
export const COLUMN_NAMES: ColumnNames<Column> = {
	text: [
		'text', 'description', 'desc', 'itemdescription', 'productdescription', 'item', 'itemname', 'items', 'material', 'materials', 'materialdescription', 'product', 'productname', 'name', 'lineitem', 'brand', 'manufacturer', 'maker', 'mfr', 'mfg', 'bezeichnung', 'artikel',
	],
	size: ['size', 'dimension', 'dimensions'],
	quantity: ['quantity', 'qty', 'qnty', 'quant', 'count', 'orderqty', 'orderquantity', 'qtyordered', 'quantityordered', 'qtyneeded', 'qtyrequired', 'qtytoorder', 'totalqty', 'totalquantity', 'qtytotal', 'adjustedqty', 'adjustedquantity', 'finalqty', 'finalquantity', 'netqty', 'grossqty', 'qtywithwaste', 'qtywwaste', 'qtyinclwaste', 'menge', 'anzahl'],
	unit: ['unit', 'units', 'uom', 'um', 'unitofmeasure', 'measure', 'unitofmeasurement', 'einheit'],
	color: ['color', 'colour', 'colors', 'colours', 'option', 'finish', 'selection', 'colorselection', 'farbe'],
	code: ['code', 'sku', 'part', 'partno', 'partnumber', 'part#', 'partnum', 'itemcode', 'itemno', 'itemnumber', 'item#', 'itemid', 'productcode', 'productno', 'productnumber', 'materialcode', 'sku#', 'customeritem', 'srscode', 'srsitemcode'],
};

/** What tells the columns of a list without a header. */
export const COLUMN_GUESS: Guess<Column> = {
	rest: 'text',
	large: 'quantity',
	looksLike: [
		['unit', (cell) => unitOfWord(cell) !== undefined],
		['quantity', (cell) => 'value' in writtenDecimal(cell)],
		['code', (cell) => /^(?=.*\d)[A-Z0-9][A-Z0-9-]{3,}$/.test(cell)],
		// Where no column is one of numbers alone: "24 SQ".
		['quantity', (cell) => isAmount(cell)],
	],
	isText: (cell) => quantityInText(withoutBullet(cell)) !== undefined,
};

/** The lines of a list that was read. */
export function linesOf({ rows, hasDecimalCommas }: ReadList<Column>): MaterialLine[] {
	// Who writes 1,5 somewhere may write 2.000 for two thousand.
	const hasCommas = hasDecimalCommas || rows.some(({ cells: { quantity = '' } }) => /^(?:\d+|\d{1,3}(?:\.\d{3})+),\d{1,2}$/.test(quantity));
	return rows.map((row) => lineOf(row, hasCommas));
}

/** A line of cells that were read, be it that they hold nothing that can be used. */
export function lineOf({ line, cells, others = {}, uncut, fault }: ListRow<Column>, hasDecimalCommas = false): MaterialLine {
	const { quantity: given = '', unit = '', color = '' } = cells;
	const text = [withoutBullet(cells.text ?? ''), cells.size, ...(others.size ?? [])].filter(Boolean).join(' ');
	const codes = codesOf(cells.code, others.code);
	const unitFault = severalFault('units', [unit, ...(others.unit ?? [])], (each) => unitOfWord(each) ?? each.toLowerCase());
	const plain: MaterialLine = { line, text, unit, color, code: codes[0] ?? '', quantity: undefined, product: text, ...(unitFault === undefined ? {} : { unitFault }) };
	const { code } = plain;
	const several = fault ?? severalFault('colours', [color, ...(others.color ?? [])], (each) => each.toLowerCase()) ?? severalFault('codes', codes, (each) => each.toLowerCase());
	if (several !== undefined) return { ...plain, fault: several };
	if (text === '' && code === '') return { ...plain, fault: 'The line has no text and no code' };
	const lost = Object.values(cells).flatMap((cell) => textFault(cell) ?? [])[0];
	if (lost !== undefined) return { ...plain, fault: `A cell ${lost}` };
	if (text.length > LONGEST_TEXT) return { ...plain, text: text.slice(0, LONGEST_TEXT), fault: `The text has more than ${LONGEST_TEXT} characters` };
	const quantityFault = severalFault('quantities', [given, ...(others.quantity ?? [])], (each) => amountOf(each, hasDecimalCommas));
	if (quantityFault !== undefined) return { ...plain, quantityFault };
	if (uncut?.quantity !== undefined) return { ...plain, quantityFault: `The quantity is ${given}, or ${uncut.quantity} that a comma cut in two. Write it without a comma, or put it in quotes` };
	if (given === '') {
		const found = quantityInText(text);
		if (found === undefined) return { ...plain, quantityFault: 'The line names no quantity' };
		return withUnit({ ...plain, quantity: found.quantity, product: found.product, ...sizeOf(text, found.unit) }, found.unit);
	}
	// "30 BD" in the cell of the quantity.
	const [, number = given, word = ''] = AMOUNT.exec(given) ?? [];
	const read = writtenDecimal(number, hasDecimalCommas);
	if ('fault' in read) return { ...plain, quantityFault: read.fault };
	const whole = withUnit({ ...plain, quantity: read.value, ...(word === '' ? {} : { sizeUnit: word.trim() }) }, word.trim());
	// "30 bdl ..." with the same in cells of their own.
	const again = quantityInText(text);
	return again?.quantity === read.value && again.unit !== '' && unitOfWord(again.unit) === unitOfWord(whole.unit || again.unit) ? { ...whole, ...(whole.unit === '' ? { unit: again.unit, sizeUnit: again.unit } : {}), product: again.product } : whole;
}

/** A text without the sign before an entry of a list, as mails have them. A minus beside a number has no blank behind it. */
function withoutBullet(text: string): string {
	return text.replace(/^(?:[-*•‣◦▪·–—]\s+)+/u, '');
}

/** What stands beside a quantity in a text that may be a size as well: `felt, 4 SQ`, `edge x 10`. */
function sizeOf(text: string, unit: string): { sizeUnit?: string } {
	if (/\b(?:qty|quantity)\b/i.test(text)) return {};
	return unit !== '' || /\sx\s?[\d.,]+$/i.test(text.trim()) ? { sizeUnit: unit } : {};
}

/** A number with a unit: `24 SQ`. */
function isAmount(cell: string): boolean {
	const word = AMOUNT.exec(cell)?.[2] ?? '';
	return word !== '' && unitOfWord(word) !== undefined;
}

/** The line with a unit that stands beside its quantity. It must not be another than that of its own cell. */
function withUnit(line: MaterialLine, unit: string): MaterialLine {
	const fault = line.unitFault ?? severalFault('units', [line.unit, unit].filter((each) => each !== ''), (each) => unitOfWord(each) ?? each.toLowerCase());
	return { ...line, unit: line.unit || unit, ...(fault === undefined ? {} : { unitFault: fault }) };
}

/** The codes of a line. Beside others, the number of a position is none. */
function codesOf(first: string | undefined, others: readonly string[] = []): string[] {
	const all = first === undefined ? [] : [first, ...others];
	const codes = all.filter((code) => !isPositionCode(code));
	return codes.length > 0 ? codes : all;
}

/** Where a line says several of what it may say once: which of them counts is for a person to decide. @param same what is equal for those that mean the same */
function severalFault(what: string, given: readonly string[], same: (each: string) => string): string | undefined {
	if (new Set(given.map(same)).size < 2) return undefined;
	return `The line says ${given.length} ${what}: ${given.join(' and ')}. Leave the one that is meant`;
}

function amountOf(written: string, hasDecimalCommas: boolean): string {
	const read = writtenDecimal(written, hasDecimalCommas);
	return 'value' in read ? String(Number(read.value)) : written;
}

const LONGEST_TEXT = 500;
const AMOUNT = /^([\d.,/ -]*\d)\s*([\p{L}. ]+)$/u;
