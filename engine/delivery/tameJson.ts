/** Levels of objects and arrays in one another. Events are flat; n8n itself breaks on what is nested some thousand deep. */
export const DEEPEST = 64;

/** Values in one body. A mebibyte of `{}` would be a few hundred thousand objects, and a hundred times its size in memory. */
export const MOST_VALUES = 50_000;

/**
 * Makes a parsed body harmless for what copies and stores it later: members called `__proto__` are taken out, since a
 * careless copy would turn them into the prototype of an object.
 *
 * @param body as JSON.parse gave it; changed in place
 * @returns what it is too much of, such as `nested deeper than 64 levels`; undefined where it is fit
 */
export function tameJson(body: unknown): string | undefined {
	let level = [body].filter(isContainer);
	let values = 1;
	for (let depth = 1; level.length > 0; depth += 1) {
		if (depth > DEEPEST) return `nested deeper than ${DEEPEST} levels`;
		const next: object[] = [];
		for (const container of level) {
			if (Object.hasOwn(container, '__proto__')) delete (container as Record<string, unknown>)['__proto__'];
			const inside = Object.values(container) as unknown[];
			values += inside.length;
			if (values > MOST_VALUES) return `made of more than ${MOST_VALUES} values`;
			for (const value of inside) if (isContainer(value)) next.push(value);
		}
		level = next;
	}
	return undefined;
}

function isContainer(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
