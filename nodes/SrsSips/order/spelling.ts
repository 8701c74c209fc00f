import { isFailure, orFailure, orInstead } from '../../../engine/failure';
import { choiceOf } from '../../../engine/fieldKinds/choice';
import type { Ask } from '../../../engine/operation/reads';
import { textOf } from '../../../engine/values';
import { listAnswer } from '../shared/answers';
import { isSameCode } from '../shared/codes';
import { branchProductsRequest, customerBranchesRequest } from '../shared/listRequests';
import { productChoices, unitsOf } from '../shared/productChoices';
import { shippingLabels } from '../shared/shippingLabels';
import { SIPS } from '../shared/sips';
import type { OrderLineParameters } from './orderLines';
import type { OrderParameters } from './orderParameters';
import { branchProducts } from './branchProducts';

/**
 * The order with branch, shipping method, options and units in the one spelling that SIPS has, where exactly one fits but for capitals and blanks: SIPS
 * was seen to lose a colour that is spelt otherwise. The same reads as those of the check before sending; without the check nothing is
 * asked. What fits nothing stays, and what could not be read changes nothing: the check tells of both.
 */
export async function inSpellingOfSips(order: OrderParameters, ask: Ask): Promise<OrderParameters> {
	if (!order.checkFirst) return order;
	return await withProductsSpelt(await withBranchSpelt(order, ask), ask);
}

async function withBranchSpelt(order: OrderParameters, ask: Ask): Promise<OrderParameters> {
	const answer = await orFailure(ask(customerBranchesRequest(order.customerCode, order.branchCode)));
	const rows = isFailure(answer) ? [] : orInstead(() => listAnswer(answer, 'Customer Branch Locations'), []);
	const branch = rows.filter(({ branchCode }) => isSameCode(branchCode, order.branchCode));
	return {
		...order,
		branchCode: spelt(order.branchCode, rows.flatMap(({ branchCode }) => textOf(branchCode) ?? [])),
		// Labels known from clients alone are not refused: what none fits goes out as typed.
		shippingMethod: spelt(order.shippingMethod, branch.flatMap(shippingLabels)),
	};
}

async function withProductsSpelt(order: OrderParameters, ask: Ask): Promise<OrderParameters> {
	const answer = await orFailure(ask(branchProductsRequest(order.branchCode)));
	if (isFailure(answer)) return order;
	const sold = branchProducts(answer);
	const lines = order.lines.map((line): OrderLineParameters => {
		const product = sold.get(line.productId);
		if (!product) return line;
		const choices = productChoices(product);
		const option = spelt(line.option, choices.options);
		return { ...line, option, uom: spelt(line.uom, unitsOf(choices, option)) };
	});
	return { ...order, lines };
}

function spelt(given: string, listed: readonly string[]): string {
	const read = choiceOf(given, listed, SIPS);
	return 'value' in read ? read.value : given;
}
