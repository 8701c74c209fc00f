import type { IDataObject } from 'n8n-workflow';

import { isFailure, validationFailure, type Fault } from '../../../engine/failure';
import { folded } from '../../../engine/fieldKinds/choice';
import type { Ask } from '../../../engine/operation/reads';
import { FieldReader, readerOf } from '../../../engine/items/fields';
import { emptiedFields } from '../../../engine/items/rowFields';
import { isObject, numberOf, textOf } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import { orderTemplatesRequest } from '../shared/listRequests';
import { templateUnit } from '../shared/productFields';
import { NO_OPTION } from '../shared/sips';
import { unitCode } from '../shared/unitCode';
import { readPrice, type OrderLineParameters } from './orderLines';

/** What a person changes about one product of a template. What is left out stays as the template has it. */
interface TemplateChange {
	productId: number;
	option: string;
	quantity: number | undefined;
	uom: string;
	customerItem: string;
	price: number | undefined;
}

/** An order template, and what is to be different. */
export interface TemplateChoice {
	/** Its `templateId`. */
	templateId: string;
	changes: TemplateChange[];
}

/** What a change may leave as it is. */
const CHANGEABLE = { option: 'Option', quantity: 'Quantity', uom: 'Unit of Measure', customerItem: 'Customer Item', price: 'Price' };

/** Reads which template an order is made from. */
export function readTemplateChoice(fields: FieldReader): TemplateChoice {
	const rows = fields.optionalList('templateLines.line', { label: 'Changes to the Template' });
	const choice: TemplateChoice = {
		templateId: fields.code('templateId', { label: 'Order Template' }),
		changes: rows.map((row, at) => {
			const line = new FieldReader(readerOf(row), `Changes ${at + 1}: `);
			for (const { field, expected } of emptiedFields(row, CHANGEABLE, 'to leave it as the template has it')) line.fault(field, expected);
			const change: TemplateChange = {
				productId: line.wholeNumber('productId', { label: 'Product ID', least: 1 }),
				option: line.optionalText('option', { label: CHANGEABLE.option }),
				quantity: line.optionalNumber('quantity', { label: CHANGEABLE.quantity, whole: true }),
				uom: unitCode(line.optionalText('uom', { label: CHANGEABLE.uom })),
				customerItem: line.optionalText('customerItem', { label: CHANGEABLE.customerItem }),
				price: readPrice(line),
			};
			fields.take(line);
			return change;
		}),
	};
	noteRepeated(choice.changes, fields);
	return choice;
}

/** Of two changes to one product in one option, one would be left out in silence. */
function noteRepeated(changes: readonly TemplateChange[], fields: FieldReader): void {
	const named = changes.filter(({ productId }) => productId >= 1);
	const isSame = (one: TemplateChange, other: TemplateChange) => one.productId === other.productId && folded(one.option) === folded(other.option);
	const repeated = named.filter((change, at) => named.findIndex((other) => isSame(change, other)) < at);
	for (const productId of new Set(repeated.map((change) => change.productId))) fields.fault('Changes to the Template', namedTwice(productId));
}

function namedTwice(productId: number): string {
	return `names product ${productId} more than once. Put all that changes about a product into one entry`;
}

/** What of an order decides its lines. */
interface OrderOfTemplate {
	customerCode: string;
	template: TemplateChoice | undefined;
	lines: OrderLineParameters[];
}

/** The order with the lines of its template, where it is made from one. @throws Failure */
export async function withTemplateLines<Order extends OrderOfTemplate>(order: Order, ask: Ask): Promise<Order> {
	if (order.template === undefined) return order;
	return { ...order, lines: await templateLines(order.template, order.customerCode, ask) };
}

/**
 * The lines of an order template (ordertemplates-21007379e0), with the person's changes. A product with quantity 0 is not
 * ordered: templates list what may be needed.
 *
 * The template holds no item code of the contractor, and SIPS was seen to refuse lines without one. Unless the changes
 * give one, it is the product's number.
 *
 * @throws Failure of kind `validation` that names every product that cannot be ordered as it stands
 */
async function templateLines({ templateId, changes }: TemplateChoice, customerCode: string, ask: Ask): Promise<OrderLineParameters[]> {
	const answer = await ask(orderTemplatesRequest(customerCode));
	if (isFailure(answer)) {
		throw validationFailure('The order', [{ field: 'Customer Code', expected: `SIPS lists no order templates for ${customerCode} (${answer.message})` }]);
	}
	const templates = listAnswer(answer, 'Order Templates');
	const template = templates.find((candidate) => textOf(candidate.templateId)?.trim() === templateId);
	if (!template) throw notListed(templateId, templates);

	const products = Array.isArray(template.products) ? (template.products as unknown[]).filter(isObject) : [];
	const faults: Fault[] = [];
	const changed = changedRows(products, changes, faults);
	const lines = products.flatMap((product) => line(product, changed.get(product), faults) ?? []);
	if (faults.length === 0 && lines.length === 0) {
		faults.push({ field: 'Order Template', expected: 'every product of the template has quantity 0. Give quantities under Changes to the Template' });
	}
	if (faults.length > 0) throw validationFailure('The order', faults);
	return lines;
}

/**
 * Which row of the template each change is about. A template may list a product once for each option; a change is then about the row in
 * the option that it names. Made to all of them, it would order the product several times over.
 */
function changedRows(products: readonly IDataObject[], changes: readonly TemplateChange[], faults: Fault[]): Map<IDataObject, TemplateChange> {
	const changed = new Map<IDataObject, TemplateChange>();
	for (const change of changes) {
		const { productId } = change;
		const rows = products.filter((product) => numberOf(product.productId) === productId);
		const meant = rows.length > 1 ? rows.filter((row) => change.option !== '' && folded(optionOf(row) ?? NO_OPTION) === folded(change.option)) : rows;
		const [row] = meant;
		const fault = (expected: string): void => void faults.push({ field: 'Changes to the Template', expected });
		if (rows.length === 0) fault(`the template has no product ${productId}`);
		else if (row === undefined || meant.length > 1) {
			const options = [...new Set(rows.map((each) => optionOf(each) ?? NO_OPTION))];
			// Where rows do not differ, no option tells which is meant.
			const todo = options.length === 1 || meant.length > 1 ? 'Rows in one option cannot be told apart: correct the template, or give the lines of the order without it' : 'Name the option of the one that is to be changed, as it stands here';
			fault(`the template lists product ${productId} more than once (${options.join(', ')}). ${todo}`);
		} else if (changed.has(row)) fault(namedTwice(productId));
		else changed.set(row, change);
	}
	return changed;
}

function line(product: IDataObject, change: TemplateChange | undefined, faults: Fault[]): OrderLineParameters | undefined {
	const productId = numberOf(product.productId);
	const quantity = change?.quantity ?? numberOf(product.quantity ?? 0);
	if (quantity === 0) return undefined;
	const name = textOf(product.productWebName)?.trim() ?? '';
	const fault = (what: string, expected: string): void => {
		faults.push({ field: `Template, product ${textOf(product.productId) ?? '(no number)'} ${name}: ${what}`.trim(), expected });
	};
	const uom = change?.uom || templateUnit(product) || '';
	if (!Number.isSafeInteger(productId) || productId < 1) fault('Product ID', 'must be a whole number from 1 up');
	if (!Number.isSafeInteger(quantity) || quantity < 0) fault('Quantity', 'must be a whole number');
	if (name === '') fault('Product Name', 'must not be empty');
	if (uom === '') fault('Unit of Measure', 'the template names none. Give one under Changes to the Template');
	return {
		productId,
		productName: name,
		option: change?.option || optionOf(product) || NO_OPTION,
		quantity,
		uom,
		customerItem: change?.customerItem || String(productId),
		price: change?.price,
	};
}

/** The choice that the template holds, as text or as the only entry of a list. With several nothing is chosen. */
function optionOf({ productOptions }: IDataObject): string | undefined {
	const options = Array.isArray(productOptions) ? (productOptions as unknown[]) : [productOptions];
	return options.length === 1 ? textOf(options[0])?.trim() : undefined;
}

function notListed(templateId: string, templates: readonly IDataObject[]): Error {
	const listed = templates.slice(0, 12).map(({ templateId: id, name }) => `${textOf(id) ?? '(no id)'} (${textOf(name) ?? 'no name'})`);
	const what = listed.length > 0 ? `SIPS lists: ${listed.join(', ')}` : 'SIPS lists none';
	return validationFailure('The order', [{ field: 'Order Template', expected: `${templateId} is not a template of this customer. ${what}` }]);
}
