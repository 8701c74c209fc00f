import { findBranch } from '../data/branches';
import { findCustomer, hasJobAccount, type SandboxCustomer } from '../data/customers';
import { centsFor, conversionFactor, priceUnit } from '../data/prices';
import { findProduct, itemCodeOf, optionsAt, type SandboxProduct } from '../data/products';
import { errorAnswer, type Refusal } from '../errors';
import type { PriceLine, PriceLineRequest, PriceRequest, SrsSipsHandler } from '../types';

/** Codes other than 0 are not documented; these are invented. */
const notices = {
	none: { messageCode: 0, message: '' },
	unknownProduct: { messageCode: 1, message: 'Product not found' },
	notAtBranch: { messageCode: 2, message: 'Product is not active at this branch' },
	unknownOption: { messageCode: 3, message: 'Option is not available at this branch' },
	unknownUom: { messageCode: 4, message: 'Unit of measure is not valid for this product' },
	discontinued: { messageCode: 5, message: 'Product is discontinued, limited to stock on hand' },
} as const;

type Notice = (typeof notices)[keyof typeof notices];

/** The customer's prices (price-32656412e0). A line that cannot be priced has price 0 and says why. */
export const getPrices: SrsSipsHandler<'getPrices'> = ({ body }) => {
	const customer = findCustomer(body.customerCode);
	const branch = findBranch(body.branchCode);
	if (!customer || !branch) return { status: 404, body: errorAnswer(missing(body, !customer)) };
	const { jobAccountNumber: account } = body;
	if (account !== undefined && !hasJobAccount(customer, branch.branchCode, account)) {
		const message = `Job account ${account} is not one of ${customer.customerCode} at ${branch.branchCode}`;
		return { status: 400, body: errorAnswer([{ status: 400, code: 'JobAccountInvalid', message, field: 'jobAccountNumber' }]) };
	}
	const lines = body.productList.map((line) => priceLine(line, customer, branch.branchCode, body.transactionId ?? ''));
	return { status: 200, body: lines };
};

function missing(body: PriceRequest, isCustomer: boolean): Refusal[] {
	return isCustomer
		? [{ status: 404, code: 'CustomerNotFound', message: `No customer ${body.customerCode}`, field: 'customerCode' }]
		: [{ status: 404, code: 'BranchNotFound', message: `No branch ${body.branchCode}`, field: 'branchCode' }];
}

function priceLine(line: PriceLineRequest, customer: SandboxCustomer, branchCode: string, transactionId: string): PriceLine {
	const product = findProduct(line.productId);
	const notice = noticeFor(line, product, branchCode);
	const isPriced = notice.messageCode === 0 || notice === notices.discontinued;
	const option = line.productOptions?.[0] ?? 'N/A';
	return {
		itemCode: product ? itemCodeOf(product, option) : '',
		productId: line.productId,
		productName: product?.name ?? line.productName ?? '',
		productOptions: line.productOptions ?? ['N/A'],
		priceUOM: product ? priceUnit(product) : line.uom,
		requestedUOM: line.uom,
		uomConversionFactor: (product && conversionFactor(product, line.uom)) ?? 1,
		price: product && isPriced ? centsFor(product, customer) / 100 : 0,
		availableStatus: 'Call for Availability',
		transactionId,
		...notice,
	};
}

function noticeFor(line: PriceLineRequest, product: SandboxProduct | undefined, branchCode: string): Notice {
	if (!product) return notices.unknownProduct;
	const options = optionsAt(product, branchCode);
	if (options.length === 0) return notices.notAtBranch;
	// Colours of one product cost the same, so a call without an option can be answered.
	if (line.productOptions?.some((option) => !options.includes(option))) return notices.unknownOption;
	if (conversionFactor(product, line.uom) === undefined) return notices.unknownUom;
	return product.family.discontinued?.includes(product.sizeAt) ? notices.discontinued : notices.none;
}
