import type { Fault } from '../failure';
import { resourceLocatorValue } from './resourceLocatorValue';

/**
 * The optional fields of a row that an expression filled with nothing. Left empty in the panel they are empty text, so `null` and
 * `undefined` come of a cell that is missing or of a misspelt name. Taken for an empty field, a row would say in silence what nobody
 * meant, such as all that a template has where 0 was meant. What a calculation gives of nothing is no number and no text, and is told
 * by whoever reads the field.
 *
 * @param row one row of a table in the panel
 * @param labels of its optional fields by name, as the panel calls them
 * @param otherwise what an empty field means, for the advice: `to leave it as the template has it`
 */
export function emptiedFields(row: Record<string, unknown>, labels: Readonly<Record<string, string>>, otherwise: string): Fault[] {
	return Object.entries(labels).flatMap(([name, label]): Fault[] => {
		if (!Object.hasOwn(row, name)) return [];
		const value = resourceLocatorValue(row[name]);
		if (value !== undefined && value !== null) return [];
		return [{ field: label, expected: `its expression comes to nothing (${String(value)}). Give it a value, or empty text ${otherwise}` }];
	});
}
