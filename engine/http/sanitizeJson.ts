/**
 * Makes parsed JSON harmless for what copies and stores it later: members called `__proto__` are taken out, since a
 * careless copy would turn them into the prototype of an object.
 *
 * @param body as JSON.parse gave it, no deeper than some hundred levels; changed in place
 */
export function sanitizeJson(body: unknown): void {
	if (typeof body !== 'object' || body === null) return;
	if (Object.hasOwn(body, '__proto__')) delete (body as Record<string, unknown>)['__proto__'];
	for (const value of Object.values(body) as unknown[]) sanitizeJson(value);
}
