import { isInSteps } from '../../core/decimals';
import { digitsOf } from '../../core/exactNumber';
import { badField } from '../answers';
import type { ErrorMessage } from '../types';

/** A refusal of a number with more decimal places than it may have; null where it has none too many. Checked on its digits, since 0.07 by 0.01 is not 7 in JavaScript. */
export function tooFine(field: string, value: number | undefined, places: number): { status: 400; body: ErrorMessage } | null {
	if (value === undefined || isInSteps(digitsOf(value), places)) return null;
	return badField(field, `must be in steps of ${(10 ** -places).toFixed(places)}`);
}
