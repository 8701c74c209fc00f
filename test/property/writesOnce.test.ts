import type { IDataObject } from 'n8n-workflow';
import fc from 'fast-check';

import type { OnceOperation } from '../../engine/operation/operation';
import { IdempotencyRecord } from '../../engine/idempotency/idempotencyRecord';
import { recordTools, type RecordTools } from '../../engine/idempotency/recordTools';
import type { Candidate } from '../../engine/operation/candidate';
import { sendOnce } from '../../engine/idempotency/sendOnce';
import { CallQueue } from '../../engine/idempotency/callQueue';
import { WriteMemory } from '../../engine/idempotency/writeMemory';
import { failure, FakeSender, order, type Code } from '../support/services/madeUp';
import { MemoryStore, Row } from '../support/orders/recordStore';

/** What the partner does with a write, and what of its answer arrives. */
const FATES = ['accepted', 'queued', 'dropped', 'cutBefore', 'cutAfter', 'cutQueued', 'refused'] as const;
type Fate = (typeof FATES)[number];

interface Held {
	key: string;
	id: string;
	/** Looks of anybody until it is listed. */
	listedIn: number;
}

/** A partner that holds orders of one PO number. */
class Ledger {
	readonly held: Held[] = [];
	/** Keys that it has queued, and will drop or list some day. */
	readonly queued = new Set<string>();
	private lastId = 100;

	/** @param hasForeign whether somebody else has placed one under the PO number before */
	constructor(
		readonly carriesKey: boolean,
		hasForeign: boolean,
	) {
		if (hasForeign) this.take('elsewhere', -1);
	}

	take(key: string, listedIn: number): string {
		this.lastId += 1;
		this.held.push({ key, id: String(this.lastId), listedIn });
		return String(this.lastId);
	}

	list(asks: string): Candidate[] {
		for (const one of this.held) one.listedIn -= 1;
		return this.held
			.filter(({ listedIn }) => listedIn < 0)
			.map(({ key, id }): Candidate => ({ id, likeness: !this.carriesKey ? 'maybe' : key === asks ? 'same' : 'other', items: [{ state: 'accepted', orderId: id }] }));
	}
}

interface Call {
	/** Two workers of one workflow, or two workflows in one process. */
	which: 0 | 1;
	code: string;
	fate: Fate;
	/** How long after the call before it, in turns of the event loop. */
	after: number;
	listedIn: number;
	isBlind: boolean;
	stops: boolean;
	/** Whether its process is stopped and begins anew before it. */
	restarts: boolean;
}

const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

class Sends extends FakeSender {
	override readonly account = 'account';

	constructor(
		private readonly ledger: Ledger,
		private readonly call: Call,
	) {
		super(async () => await this.place());
	}

	protected override async listing(): Promise<unknown> {
		await turn();
		if (this.call.isBlind) throw failure('permission');
		const listed = this.ledger.list(this.call.code);
		await turn();
		return { listed };
	}

	private async place(): Promise<unknown> {
		const { code, fate, listedIn } = this.call;
		for (let at = 0; at < listedIn; at += 1) await turn();
		if (fate === 'cutBefore') throw failure('unknownOutcome');
		if (fate === 'refused') throw failure('validation');
		if (fate === 'queued' || fate === 'dropped' || fate === 'cutQueued') {
			this.ledger.queued.add(code);
			// It becomes real later, or never.
			if (fate !== 'dropped') this.ledger.take(code, listedIn + 4);
			await turn();
			if (fate === 'cutQueued') throw failure('unknownOutcome');
			return { state: 'queued' };
		}
		const orderId = this.ledger.take(code, listedIn);
		for (let at = 0; at < listedIn; at += 1) await turn();
		if (fate === 'cutAfter') throw failure('unknownOutcome');
		return { state: 'accepted', orderId };
	}
}

class Process {
	memory = new WriteMemory<IDataObject[]>();
	tools: RecordTools = recordTools({ turns: new CallQueue(10_000, turn), wait: async () => await pause() });
}

/** Longer than a call of the store takes. */
async function pause(): Promise<void> {
	for (let at = 0; at < 12; at += 1) await turn();
}

const calls = fc.array(
	fc.record<Call>({
		which: fc.constantFrom(0, 1),
		code: fc.constantFrom('A', 'B', 'C'),
		fate: fc.constantFrom(...FATES),
		after: fc.constantFrom(0, 1, 5, 20, 100),
		listedIn: fc.integer({ min: 0, max: 4 }),
		isBlind: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
		stops: fc.boolean(),
		restarts: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
	}),
	{ minLength: 1, maxLength: 10 },
);

describe('several orders of one PO number, from two workers that are restarted now and then, or from two workflows', () => {
	it('are never told as placed where the partner does not hold them under their own key, and never placed twice', async () => {
		const told = { this: 0, unknown: 0 };
		await fc.assert(
			fc.asyncProperty(calls, fc.boolean(), fc.boolean(), fc.boolean(), async (all, carriesKey, hasForeign, areWorkers) => {
				const ledger = new Ledger(carriesKey, hasForeign);
				const rows = [new Row(), new Row()];
				const processes = [new Process(), new Process()];
				const ends: Array<Promise<void>> = [];
				for (const call of all) {
					for (let at = 0; at < call.after; at += 1) await turn();
					if (call.restarts && areWorkers) processes[call.which] = new Process();
					const { memory, tools } = processes[areWorkers ? call.which : 0]!;
					const operation: OnceOperation<Code> = {
						...order,
						stopsWhenListed: () => call.stops,
					};
					const sender = new Sends(ledger, call);
					const record = new IdempotencyRecord(new MemoryStore(rows[areWorkers ? 0 : call.which], turn), tools);
					ends.push(
						sendOnce(operation, { code: call.code }, { sender, ask: async () => ({ status: 200, headers: {}, body: {} }), memory, record }).then(
							([item]) => {
								told.this += 1;
								if (item?.state === 'queued') expect(ledger.queued).toContain(call.code);
								else expect(ledger.held).toContainEqual(expect.objectContaining({ key: call.code, id: item?.orderId }));
							},
							(error: unknown) => {
								if (!(error instanceof Error) || error.name !== 'PartnerFailure') throw error;
								told.unknown += 1;
							},
						),
					);
				}
				await Promise.all(ends);
				const keys = ledger.held.map(({ key }) => key);
				expect(keys).toEqual([...new Set(keys)]);
			}),
			{ numRuns: 1_500 },
		);
		// It is no promise where nothing is ever told.
		expect(told.this).toBeGreaterThan(1_000);
		expect(told.unknown).toBeGreaterThan(1_000);
	}, 120_000);
});
