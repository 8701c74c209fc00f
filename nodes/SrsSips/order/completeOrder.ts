import type { Ask } from '../../../engine/items/ask';
import type { OrderParameters } from './orderParameters';
import { withProductNames } from './productNames';
import { withTemplateLines } from './templateLines';

/** The order as it is to be sent: with the lines of its template, and a name in each line. @throws Failure */
export async function completeOrder(order: OrderParameters, ask: Ask): Promise<OrderParameters> {
	return await withProductNames(await withTemplateLines(order, ask), ask);
}
