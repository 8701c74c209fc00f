import type { AnyOperation } from '../../../../../engine/operation/operation';
import { resources } from '../../../../../nodes/XCoverElements/resources';
import type { Family } from '../../../../../nodes/XCoverElements/shared/family';
import { failureOf, RUN } from '../../../../support/panels/pure';
import { panelOf } from '../../../../support/panels/panelOf';

/** An operation of one kind of access. @param name `resource.operation` */
export function operationFor(family: Family, name: string): AnyOperation {
	const [resource, operation] = name.split('.');
	const found = resources.find((each) => each.name === resource)?.operations.find((each) => each.name === operation && each.onlyFor?.values.includes(family));
	if (!found) throw new Error(`There is no operation ${name} for ${family}`);
	return found;
}

/** What is wrong with a panel, a line each: field and what is expected. */
export function faultsOf(operation: AnyOperation, values: Record<string, unknown>): string[] {
	const failure = failureOf(() => operation.parameters(panelOf(values), RUN));
	return (failure.details.faults ?? []).map(({ field, expected }) => `${field}: ${expected}`);
}

export const OFFER_ID = '5a7e0d93-64b1-4c2f-9f08-e3d6b1a59c74';
export const QUOTE_ID = '96f3b0e2-7d4a-4158-b5c6-a80e1f9d2347';

/** Who buys, as the panel has it. */
export const BUYER = { firstName: 'Ines', lastName: 'Marek', email: 'ines.marek@example.com', country: 'cz', phone: '+420255501234' };
/** The same as XCover takes it. */
export const HOLDER = { first_name: 'Ines', last_name: 'Marek', email: 'ines.marek@example.com', country: 'CZ', phone: '+420255501234' };

/** An offer that is to be confirmed. */
export const CONFIRMED = { offerId: OFFER_ID, quotes: { quote: [{ id: QUOTE_ID }] }, ...BUYER };
