import { customers, shipTosOf, type SandboxCustomer } from '../data/customers';
import { itemCodeOf } from '../data/itemCodes';
import { centsFor, priceUnit } from '../data/prices';
import { products } from '../data/products';
import { paymentStatuses } from '../orders/words';
import type { InvoiceLine } from '../types';
import { makeInvoice, TAX_RATE, type Amounts, type FiledInvoice } from './billing';

/** Charges of an invoice that is not a small one, and what is small, in cents. */
const CHARGES = 2500;
const SMALL_INVOICE = 10_000;

/**
 * The invoices that customers prove themselves with. Their orders are older than the order book, which does not know
 * them any more. Each amount is the one in the customer's data; the lines are made to fit it.
 */
export const pastInvoices: readonly FiledInvoice[] = customers.flatMap((customer) =>
	customer.invoices.map(({ number, date, amount }) => {
		const [place] = shipTosOf(customer);
		const [orderNumber = 0, shipmentNumber = 0] = number.split('-').map(Number);
		const amounts = amountsIn(Math.round(amount * 100));
		return makeInvoice({
			branchCode: place?.branchCode ?? '',
			facts: {
				orderNumber,
				shipmentNumber,
				shipToSequenceNumber: String(place?.sequenceNumber ?? ''),
				customerCode: customer.customerCode,
				invoiceDate: `${date}T00:00:00`,
				paymentStatus: paymentStatuses.paid,
				PONumber: `PO-${orderNumber}`,
				salesTypeCode: 'WHSE',
				jobNumber: '',
				shipToAddress1: customer.address.line1,
				shipToAddress2: '',
				shipToAddress3: '',
			},
			amounts,
			lines: linesFor(amounts.subTotal, customer),
		});
	}),
);

/** Subtotal, charges and tax that make up this total. */
function amountsIn(total: number): Amounts {
	const charges = total < SMALL_INVOICE ? 0 : CHARGES;
	const tax = Math.round(((total - charges) * TAX_RATE) / (1 + TAX_RATE));
	return { subTotal: total - charges - tax, charges, tax };
}

/** As many of the first product as the subtotal has room for, and one special item for the rest. */
function linesFor(subTotal: number, customer: SandboxCustomer): InvoiceLine[] {
	const [product] = products;
	if (!product) return [];
	const cents = centsFor(product, customer);
	const [option = 'N/A'] = product.family.colours;
	// Something is always left for the special item.
	const quantity = Math.floor((subTotal - 1) / cents);
	const goods = { itemCode: itemCodeOf(product, option), productId: product.productId, productName: product.name, option, quantity, uom: priceUnit(product) };
	const special = { itemCode: 'SPECIAL', productId: null, productName: 'Special order item', option: 'N/A', quantity: 1, uom: 'EA' };
	return [
		{ lineNumber: 1, ...goods, price: cents / 100, extendedPrice: (cents * quantity) / 100 },
		{ lineNumber: 2, ...special, price: (subTotal - cents * quantity) / 100, extendedPrice: (subTotal - cents * quantity) / 100 },
	];
}
