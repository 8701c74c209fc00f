import { isFailure, type Fault } from '../../../engine/failure';
import { choiceOf, namedOf } from '../../../engine/fieldKinds/choice';
import type { Facts } from '../../../engine/operation/reads';
import type { PartnerRequest } from '../../../engine/http/request';
import { isObject, numberOf, textOf } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import { isSameCode } from '../shared/codes';
import type { BranchProduct, CustomerBranch, Unproven } from '../shared/contract';
import { branchProductsRequest, customerBranchesRequest } from '../shared/listRequests';
import { productChoices, unitsOf } from '../shared/productChoices';
import { SIPS } from '../shared/sips';
import type { OrderLineParameters } from './orderLines';
import type { OrderParameters } from './orderParameters';
import { namedPriceRequests, priceFacts, priceFaults, pricedLines } from './orderPrices';
import { noProducts, notSold, branchProducts } from './branchProducts';

const BRANCH = 'Branch Code';

/** What is read before an order is sent. */
export function orderFacts(order: OrderParameters): Record<string, PartnerRequest> {
	const { stopWithoutPrice, mostDifferencePercent, orderLimit } = order;
	return {
		...(order.checkFirst ? branchFacts(order) : {}),
		...(stopWithoutPrice || mostDifferencePercent !== undefined || orderLimit !== undefined ? namedPriceRequests(order) : {}),
	};
}

function branchFacts({ customerCode, branchCode }: OrderParameters): Record<string, PartnerRequest> {
	return {
		branches: customerBranchesRequest(customerCode, branchCode),
		products: branchProductsRequest(branchCode),
	};
}

/**
 * Everything that speaks against the order: what gets orders refused or, worse, queued and then dropped without a
 * word. A fact that SIPS did not give, or gave in a shape we do not know, speaks against nothing.
 */
export function orderFaults(order: OrderParameters, facts: Facts): Fault[] {
	const prices = priceFacts(facts);
	const faults = order.checkFirst ? fitFaults(order, facts) : [];
	return [...faults, ...(prices.length > 0 ? priceFaults(order, pricedLines(order, prices)) : [])];
}

/** What does not fit the customer's branch. */
function fitFaults(order: OrderParameters, facts: Facts): Fault[] {
	const atBranch = branchFaults(order, facts.branches);
	// What a wrong branch sells says nothing about the lines.
	return atBranch.some(({ field }) => field === BRANCH) ? atBranch : [...atBranch, ...lineFaults(order, facts.products)];
}

function branchFaults(order: OrderParameters, fact: Facts[string] | undefined): Fault[] {
	if (fact === undefined) return [];
	if (isFailure(fact)) {
		return [{ field: 'Customer Code', expected: `SIPS lists no branches for ${order.customerCode} (${fact.message})` }];
	}
	const rows: Array<Unproven<CustomerBranch>> = listAnswer(fact, 'Customer Branch Locations');
	const branches = rows.filter(({ branchCode }) => textOf(branchCode) !== undefined);
	if (branches.length === 0 && rows.length > 0) return [];
	// One row, or one for each job account.
	const branch = branches.filter((candidate) => isSameCode(candidate.branchCode, order.branchCode));
	if (branch.length === 0) {
		const codes = branches.flatMap((candidate) => textOf(candidate.branchCode) ?? []);
		return [{
			field: BRANCH,
			expected: `${order.branchCode} is not a branch of this customer. ${
				codes.length > 0 ? oneOf(codes) : 'Take the code from Branch: Get Many for Customer'
			}`,
		}];
	}
	if (!branch.every(({ jobAccounts }) => Array.isArray(jobAccounts))) return [];
	const accounts = branch.flatMap(({ jobAccounts }) => jobAccounts as unknown[]).filter(isObject).filter((account) => textOf(account.jobAccountNumber) !== undefined);
	if (accounts.length === 0) return [];
	if (accounts.some((account) => numberOf(account.jobAccountNumber) === order.jobAccountNumber)) return [];
	const named = accounts.map((account) => `${textOf(account.jobAccountNumber)} (${textOf(account.jobAccountName) ?? 'no name'})`);
	return [{
		field: 'Job Account Number',
		expected: `${order.jobAccountNumber} is not a job account at ${order.branchCode}. ${oneOf(named)}`,
		// Often that of a homeowner.
		personal: accounts.flatMap((account) => textOf(account.jobAccountName) ?? []),
	}];
}

function lineFaults(order: OrderParameters, fact: Facts[string] | undefined): Fault[] {
	if (fact === undefined) return [];
	if (isFailure(fact)) return [noProducts(order.branchCode, fact)];
	const products = branchProducts(fact);
	if (products.size === 0) return [];
	return order.lines.flatMap((line, at) => {
		const product = products.get(line.productId);
		if (!product) return [notSold(order.branchCode, line.productId, at)];
		return choiceFaults(line, product, (name) => `Lines ${at + 1}: ${name}`);
	});
}

function choiceFaults(line: OrderLineParameters, product: ReadonlyArray<Unproven<BranchProduct>>, field: (name: string) => string): Fault[] {
	const choices = productChoices(product);
	if (choices.options.length > 0 && !choices.options.includes(line.option)) {
		const read = choiceOf(line.option, choices.options, SIPS);
		// Not sent as it is: SIPS was seen to lose a colour that is spelt otherwise.
		if ('value' in read) return [{ field: field('Option'), expected: `SIPS spells "${line.option}" as "${read.value}". Write it so, or run the item again: the list could not be read when it was looked up` }];
		return [{ field: field('Option'), expected: read.isSeveral ? read.fault : `the branch sells no "${line.option}" of ${line.productName}. ${oneOf(choices.options)}` }];
	}
	const units = unitsOf(choices, line.option);
	if (units.length > 0 && !units.some((unit) => isSameCode(unit, line.uom))) {
		return [{ field: field('Unit of Measure'), expected: `not sold by ${line.uom}. ${oneOf(units)}` }];
	}
	return [];
}

function oneOf(values: string[]): string {
	return namedOf(values, SIPS);
}
