import type { INodeParameters } from 'n8n-workflow';

import type { ResourceTable } from '../../../engine/items/resources';
import type { Fault } from '../../../sandbox/core/faults';

/** What a sandbox shows of itself, by the names of its control paths. */
export type Views = Readonly<Record<string, () => unknown>>;

/** A write that happens once. */
export interface WriteUnderTest {
	/** The operation of the partner's document that it calls. */
	readonly call: string;
	/**
	 * What the partner's books hold of its kind, the oldest first: one entry for each time that one was carried out. The entry is what a good answer
	 * names of it.
	 */
	held(views: Views): string[];
	/** Whether a list or a read shows it by a sure sign, so that a lost answer is found again. */
	readonly isFoundAgain?: true;
	/**
	 * Whether a second one does no harm: the partner refuses it, by an id that is sent with it or by what it is about, or it sets a state that is set already.
	 * One that its books hold twice is none of these.
	 */
	readonly isHarmlessTwice?: true;
	/** Whether each execution is meant anew, as the documents say of it: run again, it is to be carried out again. */
	readonly isAnew?: true;
}

/** What came of an operation: the form that tests on n8n's engine and a real n8n have in common. */
export interface ExampleOutcome {
	readonly items?: ReadonlyArray<{ readonly json: Record<string, unknown> }>;
	readonly error?: unknown;
}

/** Something that goes wrong while a write is sent. */
export interface WriteFault {
	readonly name: string;
	/** On the call of the write; left out, nothing goes wrong. */
	readonly fault?: Omit<Fault, 'operationId'>;
	/** How often the partner carries it out: else the trial proves nothing. */
	readonly carriedOut: 0 | 1;
	/** Whether n8n is killed while the partner has it, started again, and the workflow is called once more. */
	readonly isKill?: true;
	/** How long the node waits for an answer, where that is not the usual time. */
	readonly timeoutMs?: number;
	/** Whether every write is told as done in the end. */
	readonly isDone?: true;
}

/** A partner of its own for one write. */
export interface WriteWorld {
	readonly sandbox: {
		readonly control: {
			fault(fault: Fault): void;
			clearFaults(): void;
			counts(): { operations: Record<string, { received: number; answered: Record<string, number> }> };
		};
		readonly partner: { readonly views: Views };
		close(): Promise<void>;
	};
	/** The credential for it. */
	readonly credentialData: Record<string, unknown>;
	/** What stands in the place of ids of the examples; complete once it is prepared. */
	readonly ids: ReadonlyMap<string, string>;
	/** Brings the partner to where the write of this name works. */
	prepare(name: string, run: (other: string, changes?: object) => Promise<ExampleOutcome>): Promise<void>;
}

/** A service whose writes are tried in a real n8n. */
export interface WritesOfService {
	readonly name: string;
	/** The node that is nothing but a table of operations, by its type in n8n. */
	readonly node: string;
	readonly credentialType: string;
	readonly resources: ResourceTable;
	/** Each operation filled in, as `resource.operation`. */
	readonly examples: Readonly<Record<string, INodeParameters>>;
	readonly writes: Readonly<Record<string, WriteUnderTest>>;
	/** What can go wrong with this partner alone. */
	readonly ownFaults?: readonly WriteFault[];
	begin(): Promise<WriteWorld>;
}

/** Every operation of a table that happens once, as `resource.operation`. */
export function onceOf(resources: ResourceTable): string[] {
	return resources.flatMap(({ name, operations }) => operations.filter(({ effect }) => effect === 'once').map((operation) => `${name}.${operation.name}`));
}
