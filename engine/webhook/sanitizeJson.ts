/** Levels of objects and arrays in one another. Events are flat; n8n itself breaks on what is nested some thousand deep. */
export const DEEPEST = 64;

/** Values in one body, of objects and arrays each one as well: a thousand events with fourteen fields. */
export const MOST_VALUES = 15_000;

/**
 * Makes a parsed body harmless for what copies and stores it later: members called `__proto__` are taken out, since a
 * careless copy would turn them into the prototype of an object.
 *
 * @param body as JSON.parse gave it, no deeper than `DEEPEST`; changed in place
 */
export function sanitizeJson(body: unknown): void {
	if (typeof body !== 'object' || body === null) return;
	if (Object.hasOwn(body, '__proto__')) delete (body as Record<string, unknown>)['__proto__'];
	for (const value of Object.values(body) as unknown[]) sanitizeJson(value);
}
