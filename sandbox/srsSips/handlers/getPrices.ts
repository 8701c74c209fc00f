import { findBranch } from '../data/branches';
import { findCustomer, hasJobAccount, type SandboxCustomer } from '../data/customers';
import { itemCodeOf } from '../data/itemCodes';
import { isPriced, noticeFor } from '../data/priceNotices';
import { centsFor, sipsFactor, priceUnit } from '../data/prices';
import { findProduct } from '../data/products';
import { invalid, noBranch, noCustomer } from '../errors';
import type { SrsSipsSettings } from '../settings';
import type { PriceLine, PriceLineRequest, SrsSipsHandler } from '../types';

/** The customer's prices (price-32656412e0). A line that cannot be priced has price 0 and says why. */
export const getPrices = (settings: () => SrsSipsSettings): SrsSipsHandler<'getPrices'> => ({ body }) => {
	const customer = findCustomer(body.customerCode);
	if (!customer) return noCustomer(body.customerCode);
	const branch = findBranch(body.branchCode);
	if (!branch) return noBranch(body.branchCode);
	const { jobAccountNumber: account } = body;
	if (account !== undefined && !hasJobAccount(customer, branch.branchCode, account)) {
		const message = `Job account ${account} is not one of ${customer.customerCode} at ${branch.branchCode}`;
		return invalid('JobAccountInvalid', 'jobAccountNumber', message);
	}
	const { prices } = settings();
	const lines = body.productList.map((line) => ({ ...priceLine(line, customer, branch.branchCode, body.transactionId ?? ''), ...movedPrice(line, prices) }));
	return { status: 200, body: lines };
};

/** The price that a setting puts in the place of a product's own. */
function movedPrice({ productId }: PriceLineRequest, prices: SrsSipsSettings['prices']): Pick<PriceLine, 'price'> | undefined {
	const price = prices[productId];
	return price === undefined ? undefined : { price };
}

function priceLine(line: PriceLineRequest, customer: SandboxCustomer, branchCode: string, transactionId: string): PriceLine {
	const product = findProduct(line.productId);
	const notice = noticeFor(product, { options: line.productOptions ?? [], uom: line.uom }, branchCode);
	// Without a choice, the code is that of the first colour.
	const option = line.productOptions?.[0] ?? product?.family.colours[0] ?? 'N/A';
	return {
		itemCode: product ? itemCodeOf(product, option) : '',
		productId: line.productId,
		productName: product?.name ?? line.productName ?? '',
		productOptions: line.productOptions ?? ['N/A'],
		priceUOM: product ? priceUnit(product) : line.uom,
		requestedUOM: line.uom,
		uomConversionFactor: (product && sipsFactor(product, line.uom)) ?? 1,
		price: product && isPriced(notice) ? centsFor(product, customer) / 100 : 0,
		availableStatus: 'Call for Availability',
		transactionId,
		...notice,
	};
}
