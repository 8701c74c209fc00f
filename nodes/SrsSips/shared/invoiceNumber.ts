import type { FieldReader } from '../../../engine/items/fields';
import { invoiceNumber } from './fields';

/**
 * Reads an invoice number: the order number padded to ten digits, a dash, the shipment number padded to three
 * (invoice-details-21007516e0). Spreadsheets and people leave the zeros out.
 *
 * @returns as SIPS writes it. What is spelt in another way, without being a path, is left to SIPS
 */
export function readInvoiceNumber(fields: FieldReader): string {
	const label = invoiceNumber.displayName;
	const given = fields.code('invoiceNumber', { label, longest: 40 });
	const [, order, shipment] = /^(\d{1,10})\s*-\s*(\d{1,3})$/.exec(given) ?? [];
	if (order !== undefined && shipment !== undefined) return `${order.padStart(10, '0')}-${shipment.padStart(3, '0')}`;
	if (given === '' || /^[\w-]+$/.test(given)) return given;
	return fields.fault(label, 'must be a number such as 0041200987-001', '');
}

/** Whether it is spelt as SIPS spells invoice numbers: see `readInvoiceNumber`. */
export function isInvoiceNumber(given: string | undefined): boolean {
	return given !== undefined && /^\d{10}-\d{3}$/.test(given);
}
