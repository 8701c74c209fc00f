/**
 * A unit of measure as SIPS writes it. All units in its documents are in capitals (`BD`, `SQ`); that there are no others is inferred.
 * Where the branch's own list was read, its spelling counts.
 */
export function unitCode(unit: string): string {
	return unit.toUpperCase();
}
