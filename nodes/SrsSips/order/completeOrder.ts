import type { Ask } from '../../../engine/operation/reads';
import type { OrderParameters } from './orderParameters';
import { withProductNames } from './productNames';
import { inSpellingOfSips } from './spelling';
import { withTemplateLines } from './templateLines';

/** The order as it is to be sent: with the lines of its template, a name in each line, and branch, options and units as SIPS spells them. @throws Failure */
export async function completeOrder(order: OrderParameters, ask: Ask): Promise<OrderParameters> {
	return await inSpellingOfSips(await withProductNames(await withTemplateLines(order, ask), ask), ask);
}
