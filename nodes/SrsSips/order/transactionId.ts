import { folded } from '../../../engine/fieldKinds/choice';
import { derivedUuid } from '../../../engine/idempotency/derivedUuid';
import { codeKey } from '../shared/codes';

/** A line as far as it tells one order from another. */
interface LineIdentity {
	productId: number;
	option: string;
	/** Undefined where it is as the template has it. */
	quantity: number | undefined;
	uom: string;
}

/** What makes an order the same order: what a person entered, and nothing that SIPS answers at the moment. */
export interface OrderIdentity {
	customerCode: string;
	branchCode: string;
	poNumber: string;
	/** None yet where they come from a template. */
	lines: readonly LineIdentity[];
	/** The template that the lines come from, and what is changed in it. */
	template?: { templateId: string; changes: readonly LineIdentity[] } | undefined;
	/** The execution in which a person sends the order once more: that is another order. */
	sentAgainIn?: string | undefined;
}

/**
 * A transaction id that is the same for the same order however often the node runs, so that a repeated run can be
 * told from a second order. Shaped as a UUID (version 8, RFC 9562), like the sample of submit-order-v2-21007252e0.
 * Prices, dates and addresses do not enter: a corrected phone number does not make another order. Neither do capitals, blanks and
 * the order of lines, nor the products that a template has at the moment: what SIPS answers differently must not make another one.
 */
export function deriveTransactionId({ customerCode, branchCode, poNumber, lines, template, sentAgainIn }: OrderIdentity): string {
	const canonical = JSON.stringify([folded(customerCode), folded(branchCode), codeKey(poNumber), whatIsOrdered({ lines, template }), ...(sentAgainIn === undefined ? [] : [sentAgainIn])]);
	return derivedUuid(canonical);
}

/** The lines of an order, or its template, in a form in which the same ones are equal. */
export function whatIsOrdered({ lines, template }: Pick<OrderIdentity, 'lines' | 'template'>): unknown {
	const told = (some: readonly LineIdentity[]) => some.map(({ productId, option, quantity, uom }) => JSON.stringify([productId, folded(option), quantity ?? null, folded(uom)])).sort();
	return template === undefined ? told(lines) : [template.templateId, told(template.changes)];
}
