/**
 * The value inside a resource locator; anything else as it is. Workflows hold both: a field that has become a locator
 * stands in earlier ones, and in expressions, as plain text.
 *
 * n8n's own `extractValue` does the same, but searches all of the node's properties for each value of each item: with
 * 1,000 items that is a good part of the run.
 */
export function resourceLocatorValue(value: unknown): unknown {
	const isLocator = typeof value === 'object' && value !== null && '__rl' in value && 'value' in value;
	return isLocator ? value.value : value;
}
