import type { IDataObject } from 'n8n-workflow';

import type { PartnerAnswer, PartnerRequest } from '../../../../../engine/http/request';
import type { AnyOperation, OnceOperation } from '../../../../../engine/operation/operation';
import { resources } from '../../../../../nodes/XCoverElements/resources';
import type { Family } from '../../../../../nodes/XCoverElements/shared/family';
import { panelOf } from '../../../../support/panels/panelOf';
import { answer, failureOf, RUN, SEAL } from '../../../../support/panels/pure';

export const BOOKING = 'K4PLM-22TRX-INS';
export const POLICY = '1c94d7a0-6e3b-4f82-8d15-a70b3f9c2e68';

/** One operation with one kind of access, filled in. */
export class Filled {
	readonly operation: AnyOperation;

	/** @param name `resource.operation` */
	constructor(
		readonly family: Family,
		name: string,
		private readonly values: Record<string, unknown>,
	) {
		const [resource, operation] = name.split('.');
		const found = resources.find((each) => each.name === resource)?.operations.find((each) => each.name === operation && each.onlyFor?.values.includes(family));
		if (!found) throw new Error(`There is no operation ${name} for ${family}`);
		this.operation = found;
	}

	with(changes: Record<string, unknown>): Filled {
		const changed = Object.create(this) as Filled;
		Object.assign(changed, { values: { ...this.values, ...changes } });
		return changed;
	}

	parameters(executionId = '1', now = RUN.now): unknown {
		return this.operation.parameters(panelOf(this.values), { ...RUN, executionId, now });
	}

	request(executionId?: string, now?: Date): PartnerRequest {
		if (!('request' in this.operation)) throw new Error('It is no operation of one request');
		return this.operation.request(this.parameters(executionId, now));
	}

	/** What an answer comes to. */
	items(body: unknown, status = 200): IDataObject[] {
		if (!('items' in this.operation)) throw new Error('It is no operation of one request');
		const { operation } = this;
		const parameters = this.parameters();
		const items = operation.items(answer(body, status), parameters);
		// As the engine puts out what is kept of a write.
		return operation.effect === 'once' && operation.shown ? items.map((item) => operation.shown!(item, parameters)) : items;
	}

	/** What it comes to with several reads, of which each is answered by the next of these. */
	async consulted(...bodies: unknown[]): Promise<{ items: IDataObject[]; asked: PartnerRequest[] }> {
		if (!('consult' in this.operation)) throw new Error('It asks once');
		const asked: PartnerRequest[] = [];
		const items = await this.operation.consult(this.parameters(), async (request) => {
			asked.push(request);
			return await Promise.resolve(answer(bodies[asked.length - 1] ?? {}));
		}, SEAL);
		return { items, asked };
	}

	/** What is wrong with it, a line each: field and what is expected. */
	faults(): string[] {
		return (failureOf(() => this.parameters()).details.faults ?? []).map(({ field, expected }) => `${field}: ${expected}`);
	}

	get once(): OnceOperation<unknown> {
		if (this.operation.effect !== 'once') throw new Error('It may be sent twice');
		return this.operation;
	}

	/** What makes it the same as another. */
	key(executionId = '1'): string {
		return this.once.key(this.parameters(executionId));
	}

	/** How likely what a look-up is answered is this write. */
	seen(body: unknown, wasSent: boolean, before?: unknown): string[] {
		const asAnswer = (given: unknown): PartnerAnswer => answer(given);
		return this.once.lookUp!.match(asAnswer(body), this.parameters(), wasSent, before === undefined ? undefined : asAnswer(before)).map(({ likeness }) => likeness);
	}

	/** @param result what it came to */
	isUndone(body: unknown, result: IDataObject[] = []): boolean | undefined {
		return this.once.lookUp?.isUndone?.(answer(body), this.parameters(), result);
	}
}
