import { FileBody } from '../../core/fileBody';
import { writePdf } from '../../core/pdf';
import type { RealOrder } from '../orders/heldOrder';
import { invoicedLines } from '../orders/outcome';
import type { SrsSipsSettings } from '../settings';
import type { Invoice } from '../types';
import { writePng } from './png';

export type DocumentSettings = Pick<SrsSipsSettings, 'proofType' | 'filePaddingBytes'>;

/** The invoice on paper. */
export function invoiceDocument({ invoiceHeader: header, invoiceLines = [] }: Invoice, settings: DocumentSettings): FileBody {
	const money = (amount = 0) => amount.toFixed(2);
	const lines = [
		`INVOICE ${header.invoiceNumber}`,
		`Order ${header.orderNumber}   PO ${header.PONumber}   Customer ${header.customerCode}   Date ${header.invoiceDate.slice(0, 10)}`,
		'',
		...invoiceLines.map(({ quantity, uom, productName, option, extendedPrice }) =>
			[quantity, uom, productName, option, money(extendedPrice)].join('  '),
		),
		'',
		`Subtotal ${money(header.invoiceSubTotal)}   Charges ${money(header.invoiceCharges)}   Tax ${money(header.invoiceTax)}`,
		`Total ${money(header.invoiceTotal)}`,
	];
	return new FileBody(writePdf(lines, settings.filePaddingBytes), 'application/pdf', `invoice-${header.invoiceNumber}.pdf`);
}

/** What shows that an order was delivered. */
export function proofDocument(order: RealOrder, { proofType, filePaddingBytes }: DocumentSettings): FileBody {
	const name = `proof-of-delivery-${order.orderId}`;
	return proofType === 'png'
		? new FileBody(signature(), 'image/png', `${name}.png`)
		: new FileBody(writePdf(slip(order), filePaddingBytes), 'application/pdf', `${name}.pdf`);
}

function slip(order: RealOrder): string[] {
	const { orderId, request, reachedAt } = order;
	const [shipped = []] = invoicedLines(order);
	return [
		`PROOF OF DELIVERY   Order ${orderId}   PO ${request.poDetails.poNumber}`,
		`${request.shipTo.addressLine1}, ${request.shipTo.city} ${request.shipTo.state} ${request.shipTo.zipCode}`,
		'',
		...shipped.map(({ quantity, uom, productName, option }) => [quantity, uom, productName, option].join('  ')),
		'',
		`Received by ${request.customerContactInfo.customerContactName}, ${reachedAt.Completed ?? ''}`,
	];
}

/** A pen stroke on white paper. */
function signature(): Buffer {
	const [width, height, thickness] = [120, 40, 2];
	const strokeAt = (x: number) => height / 2 + Math.sin(x / 6) * Math.sin(x / 38) * 15;
	return writePng(width, height, (x, y) => (Math.abs(y - strokeAt(x)) < thickness ? 20 : 255));
}
