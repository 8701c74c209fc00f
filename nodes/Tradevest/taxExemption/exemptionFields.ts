import type { INodeProperties } from 'n8n-workflow';

import { exactDecimal } from '../../../engine/fieldKinds/exactDecimal';
import type { FieldReader } from '../../../engine/items/fields';
import type { RunContext } from '../../../engine/operation/operation';

/** The amount that is exempt, in euros. */
export const amountField: INodeProperties = { displayName: 'Amount', name: 'fsaAmount', type: 'string', default: '', placeholder: 'e.g. 1000.00', description: 'In euros, above 0' };
export const validUntilField: INodeProperties = { displayName: 'Valid Until', name: 'fsaValidUntil', type: 'string', default: '', placeholder: 'e.g. 2027-12-31', description: 'A 31st of December' };

export const exemptAmount = (value: unknown) => exactDecimal(value, { decimals: 2 });

/** Reads the last day, `''` where it is left out. Faults are noted in `fields`. */
export function readValidUntil(fields: FieldReader, name: string, { timezone }: RunContext): string {
	const day = fields.optionalDay(name, { label: validUntilField.displayName }, timezone) ?? '';
	return day === '' || day.endsWith('-12-31') ? day : fields.fault(validUntilField.displayName, `must be a 31st of December, not ${day}`, '');
}
