import type { AnyOperation } from '../../../../engine/operation/operation';
import type { PartnerRequest } from '../../../../engine/http/request';
import { failureOf, RUN } from '../../../support/panels/pure';
import { panelOf } from '../../../support/panels/panelOf';
import { atTimeOfRun } from '../../../support/services/exampleDays';
import { EXAMPLES } from '../../../support/services/Tradevest.examples';
import { resources } from '../../../../nodes/Tradevest/resources';

/** The panel of an example, with changes; a change to undefined leaves the field out. @param name `resource.operation` */
export function panelFor(name: string, changes: Record<string, unknown> = {}) {
	return panelOf({ ...atTimeOfRun(EXAMPLES[name] ?? {}), ...changes });
}

function operationOf(name: string): AnyOperation {
	const [resource, operation] = name.split('.');
	const found = resources.find((each) => each.name === resource)?.operations.find((each) => each.name === operation);
	if (!found) throw new Error(`There is no operation ${name}`);
	return found;
}

/** The request that an example with changes comes to. */
export function requestOf(name: string, changes: Record<string, unknown> = {}): PartnerRequest {
	const operation = operationOf(name);
	if (!('request' in operation)) throw new Error(`${name} is no operation of one request`);
	return operation.request(operation.parameters(panelFor(name, changes), RUN));
}

/** What is wrong with an example that was changed: field and what is expected, a line each. */
export function faultsOf(name: string, changes: Record<string, unknown>): string[] {
	const failure = failureOf(() => operationOf(name).parameters(panelFor(name, changes), RUN));
	return (failure.details.faults ?? []).map(({ field, expected }) => `${field}: ${expected}`);
}

/** What makes an example with changes the same as another, of a write that happens once. */
export function keyOf(name: string, changes: Record<string, unknown> = {}, executionId = '1'): string {
	const operation = operationOf(name);
	if (operation.effect !== 'once') throw new Error(`${name} may be sent twice`);
	return operation.key(operation.parameters(panelFor(name, changes), { ...RUN, executionId }));
}
