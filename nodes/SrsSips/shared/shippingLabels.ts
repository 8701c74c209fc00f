import type { IDataObject } from 'n8n-workflow';

import { textOf } from '../../../engine/values';

/**
 * The shipping methods of a row about a branch, as the branch calls them; empty where it lists none. That they come with the branch is
 * documented; that the field is called so is inferred.
 */
export function shippingLabels({ shippingMethods }: IDataObject): string[] {
	const labels = Array.isArray(shippingMethods) ? (shippingMethods as unknown[]) : [];
	return [...new Set(labels.flatMap((label) => textOf(label)?.trim() || []))];
}
