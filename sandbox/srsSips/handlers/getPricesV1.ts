import { findBranch } from '../data/branches';
import { findCustomer, shipTosOf, type SandboxCustomer } from '../data/customers';
import { findItem } from '../data/itemCodes';
import { isPriced, noticeFor } from '../data/priceNotices';
import { centsFor, sipsFactor, LIST_PRICE, priceUnit } from '../data/prices';
import { stockOf } from '../data/stock';
import { invalid, noBranch, noCustomer } from '../errors';
import type { PriceV1Line, PriceV1Request, SrsSipsHandler } from '../types';

/**
 * Prices with stock (pricing-21007582e0). A line that cannot be priced has price 0 and says why, whatever
 * `bypassItemValidation` is: what it does is not told.
 */
export const getPricesV1: SrsSipsHandler<'getPricesV1'> = ({ body }) => {
	const customer = findCustomer(body.customerId);
	if (!customer) return noCustomer(body.customerId, 'customerId');
	const branch = findBranch(body.branchCode);
	if (!branch) return noBranch(body.branchCode);
	const { shipToSequenceNumber: place } = body;
	if (place !== undefined && !shipTosOf(customer).some(({ sequenceNumber }) => String(sequenceNumber) === place)) {
		return invalid('JobAccountInvalid', 'shipToSequenceNumber', `No ship-to ${place} of ${customer.customerCode}`);
	}
	return { status: 200, body: body.itemCodeList.map((line) => priceLine(line, customer, branch.branchCode)) };
};

function priceLine(line: PriceV1Request['itemCodeList'][number], customer: SandboxCustomer, branchCode: string): PriceV1Line {
	const item = findItem(line.itemCode);
	const product = item?.product;
	const wanted = line.option || item?.option;
	const notice = noticeFor(product, { options: wanted === undefined ? [] : [wanted], uom: line.UOM }, branchCode);
	const isGood = product !== undefined && isPriced(notice);
	const price = isGood ? centsFor(product, customer) / 100 : 0;
	const { onHand, available } = item && isGood ? stockOf(item, branchCode) : { onHand: 0, available: 0 };
	return {
		availableQuantity: available,
		onHandQty: onHand,
		minPackQuantity: 1,
		orderQuantity: line.quantity,
		stock: onHand > 0,
		requestedItemCode: line.itemCode,
		requestedOption: line.option ?? null,
		requestedUOM: line.UOM,
		itemCode: item?.itemCode ?? '',
		price,
		grossPrice: isGood ? centsFor(product, { priceLevel: LIST_PRICE }) / 100 : 0,
		netPrice: price,
		priceUOM: product ? priceUnit(product) : line.UOM,
		uomConversionFactor: (product && sipsFactor(product, line.UOM)) ?? 1,
		...notice,
	};
}
