import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { resourceLocatorValue } from '../../../engine/items/resourceLocatorValue';
import { typedField } from '../../../engine/items/typedField';
import { jsonRows, textRows } from '../../../engine/lists/listRows';
import type { RunContext } from '../../../engine/operation/operation';
import { isObject, textOf } from '../../../engine/values';
import { branchCode } from '../shared/fields';
import { itemLineField } from '../shared/itemLineField';
import { readCodeMap } from './codeMap';
import type { ListSettings } from './listSettings';
import { COLUMN_GUESS, COLUMN_NAMES, lineOf, linesOf, type MaterialLine } from './materialLine';

/** Where the lines of a list come from. */
const LINE_SOURCES = ['items', 'json', 'text'] as const;

type LineSource = (typeof LINE_SOURCES)[number];

/** The parts of a line that comes as an item. */
const LINE_FIELDS: INodeProperties[] = [
	typedField('text', 'Text', 'e.g. Ridgeway Heritage HP shingles country gray', 'What the line says, as it stands in the estimate'),
	typedField('quantity', 'Quantity', 'e.g. 24.33', 'How much of it. Left empty, it is looked for in the text.'),
	typedField('unit', 'Unit', 'e.g. squares', 'Unit of the quantity, in any spelling'),
	typedField('color', 'Color', 'e.g. Country Gray', 'Colour or other option, if the text does not name it'),
	typedField('code', 'Code', 'e.g. SH-01', "The contractor's own code, or an SRS item code"),
];

export const matchFields: INodeProperties[] = [
	branchCode,
	{
		displayName: 'Lines From',
		name: 'lineSource',
		type: 'options',
		options: [
			{ name: 'CSV Text', value: 'text', description: 'As a spreadsheet or estimating program writes it; commas, semicolons, tabs and header are found by content' },
			{ name: 'Input Items', value: 'items', description: 'One line an item' },
			{ name: 'JSON', value: 'json', description: 'A list, usually by expression from an earlier node' },
		],
		default: 'items',
		description: 'Where the lines of the list come from',
	},
	itemLineField(LINE_FIELDS, 'What one input item says, each part by an expression, as by dragging its field here'),
	{
		displayName: 'Lines',
		name: 'linesJson',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{ "text": "Ridgeway Heritage HP country gray", "quantity": 24, "unit": "SQ" }]',
		displayOptions: { show: { lineSource: ['json'] } },
		description: 'A list of objects with text, quantity, unit, color and code, or with other usual names of these such as description, qty and uom; an entry may also be text alone',
	},
	{
		displayName: 'Lines',
		name: 'linesText',
		type: 'string',
		typeOptions: { rows: 6 },
		default: '',
		placeholder: 'e.g. description,qty,unit,color',
		displayOptions: { show: { lineSource: ['text'] } },
		description: 'The text of the list, usually by expression from an earlier node',
	},
	{
		displayName: 'Code Map',
		name: 'codeMap',
		type: 'json',
		default: '[]',
		placeholder: 'e.g. [{ "key": "sh-01", "productId": 6001, "option": "Country Gray", "uom": "SQ" }]',
		description: 'What was decided before: a list of objects with key (the mapKey of a line, or a code), productId, option and uom, usually the rows of a data table by expression',
	},
	typedField('branchId', 'Branch ID', 'e.g. 202', 'Number of the branch, not its code. With it, SRS is asked for the generic names that it knows; left empty, it is not. Customer: Get gives that of the home branch as homeBranchId.'),
];

/** Who buys: with it the item codes of products can be learnt from their prices, which UOM Conversion wants. */
export const matchOptions: INodeProperties[] = [
	typedField('customerCode', 'Customer Code', 'e.g. DEMO001', 'Account number of the contractor at SRS. With it and Job Account Number, units are converted for lines without an SRS item code: a price is read, which names the code.'),
	typedField('jobAccountNumber', 'Job Account Number', 'e.g. 43', 'Job account of the customer at the branch, for Customer Code'),
];

/** Reads all that is the same for the lines of a list. */
export function readSettings(fields: FieldReader, read: (name: string) => unknown, run: RunContext): ListSettings {
	const customerCode = fields.optionalText('options.customerCode', { label: 'Customer Code' });
	const jobAccountNumber = fields.optionalNumber('options.jobAccountNumber', { label: 'Job Account Number', whole: true });
	if ((customerCode === '') !== (jobAccountNumber === undefined)) fields.fault(customerCode === '' ? 'Customer Code' : 'Job Account Number', 'must be there as well: a price takes both');
	const branchId = fields.optionalNumber('branchId', { label: 'Branch ID', whole: true });
	if (branchId === 0) fields.fault('Branch ID', 'must be a whole number from 1 up');
	return {
		sourceSystem: textOf(run.credentials.sourceSystem) ?? '',
		branchCode: fields.code('branchCode', { label: 'Branch Code' }),
		branchId,
		codeMap: readCodeMap(fields, read('codeMap'), run),
		customer: customerCode === '' || jobAccountNumber === undefined ? undefined : { customerCode, jobAccountNumber },
	};
}

/** The lines of an item. That of an item which is one line has the number 0: it is not known yet. */
export function readLinesOf(fields: FieldReader, read: (name: string) => unknown): { source: LineSource; lines: MaterialLine[] } {
	const source = fields.oneOf('lineSource', { label: 'Lines From' }, LINE_SOURCES);
	if (source === 'items') return { source, lines: [itemLine(read('itemLine.line'))] };
	const name = source === 'json' ? 'linesJson' : 'linesText';
	const given = resourceLocatorValue(read(name));
	if (source === 'text' && typeof given !== 'string') return { source, lines: fields.fault('Lines', 'must be text', []) };
	const list = source === 'json' ? jsonRows(given, COLUMN_NAMES, 'text') : textRows(given as string, COLUMN_NAMES, COLUMN_GUESS);
	if (list === undefined) return { source, lines: fields.fault('Lines', 'must be a JSON array of objects or texts', []) };
	if (list.rows.length === 0) return { source, lines: fields.fault('Lines', 'must have at least one line', []) };
	return { source, lines: linesOf(list) };
}

/** A cell that is neither text nor a number makes a line that cannot be read, and no fault of the run: the other lines go on. */
function itemLine(given: unknown): MaterialLine {
	const row = isObject(given) ? given : {};
	const cells: Record<string, string> = {};
	for (const { name, displayName } of LINE_FIELDS) {
		const value: IDataObject[string] | unknown = resourceLocatorValue(row[name]);
		if (value === undefined || value === null) continue;
		if (typeof value !== 'string' && !Number.isFinite(value)) return lineOf({ line: 0, cells: {}, fault: `${displayName} is neither text nor a number` });
		cells[name] = String(value as string | number).trim();
	}
	return lineOf({ line: 0, cells });
}
