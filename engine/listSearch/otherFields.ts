import { Failure } from '../failure';
import { resourceLocatorValue } from '../items/resourceLocatorValue';

/**
 * The other fields of the node whose list is asked for. The editor hands them over with their expressions resolved as
 * far as that is possible before a run; where it is not, n8n 2.41 hands over null for the value, and n8n 2.8 for the
 * whole top-level field, so that one open expression in a table of lines empties all of them.
 */
export class OtherFields {
	/** @param read `getCurrentNodeParameter` of the host's context */
	constructor(private readonly read: (path: string) => unknown) {}

	/**
	 * A field that the list cannot do without.
	 *
	 * @param label as the panel calls it
	 * @throws Failure of kind `configuration` that names the field
	 */
	needed(name: string, label: string): string {
		const value = this.optional(name);
		if (value !== '') return value;
		throw new Failure('configuration', `Choose ${label} first`, {
			advice: `This list depends on ${label}. If it is an expression, run the earlier nodes so that it has a value, or type this field in instead of choosing it.`,
		});
	}

	/** A field that narrows the list; `''` where it is empty or cannot be known yet. */
	optional(name: string): string {
		// `&` is n8n's sign for a field beside this one, in the same row of a table. At the top level it finds nothing.
		const beside = this.read(`&${name}`);
		const value = resourceLocatorValue(beside === undefined ? this.read(name) : beside);
		if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
		// With `=` an expression begins that nobody has resolved.
		return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
	}
}
