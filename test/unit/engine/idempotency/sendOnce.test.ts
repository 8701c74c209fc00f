import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../../engine/failure';
import { runItems } from '../../../../engine/items/runItems';
import { sendOnce } from '../../../../engine/idempotency/sendOnce';
import { IdempotencyRecord } from '../../../../engine/idempotency/idempotencyRecord';
import { recordTools } from '../../../../engine/idempotency/recordTools';
import type { Candidate } from '../../../../engine/operation/candidate';
import { WriteMemory } from '../../../../engine/idempotency/writeMemory';
import type { PartnerAnswer, PartnerRequest } from '../../../../engine/http/request';
import type { OnceOperation } from '../../../../engine/operation/operation';
import { any, failure, FakeSender, order, runOf, type Code } from '../../../support/services/madeUp';
import { MemoryStore, Row } from '../../../support/orders/recordStore';

const candidate = (id: string, likeness: Candidate['likeness'] = 'maybe'): Candidate => ({ id, likeness, items: [{ orderId: id }] });

/** A partner that lists what it is told to, in turn; the last entry stays. */
class Partner extends FakeSender {
	constructor(
		private readonly listed: Array<Candidate[] | Failure>,
		onWrite: () => unknown = () => ({ orderId: 'new' }),
	) {
		super(({ path }) => (path === '/orders' ? onWrite() : {}));
	}

	protected override listing(): unknown {
		const listed = this.listed[Math.min(this.looks.length, this.listed.length) - 1] ?? [];
		if (listed instanceof Failure) throw listed;
		return { listed };
	}
}

const unknown = () => {
	throw failure('unknownOutcome', 'nobody knows');
};
const refused = () => {
	throw failure('validation', 'no such product');
};

async function send(partner: FakeSender, { row = new Row(), change = {}, codes = ['A'] }: { row?: Row; change?: Partial<OnceOperation<Code>>; codes?: string[] } = {}) {
	const [result] = await runItems(any({ ...order, ...change }), runOf(codes, partner, { store: new MemoryStore(row), continueOnFail: true }));
	return result && 'items' in result ? result.items : (result?.failure ?? []);
}

/** Another process with the same account: it shares the row in the database, and no memory. */
function elsewhere(partner: FakeSender, account: string): FakeSender {
	Object.assign(partner, { account });
	return partner;
}

/** A partner that keeps the keys of writes. */
class KeepingPartner extends FakeSender {
	/** @param answers of the writes, in turn; the last one stays */
	constructor(private readonly answers: Array<{ status: number; body: IDataObject } | Failure>) {
		super();
	}

	override async once(request: PartnerRequest): Promise<PartnerAnswer> {
		this.writes.push(request);
		const answer = this.answers[Math.min(this.writes.length, this.answers.length) - 1]!;
		if (answer instanceof Failure) throw answer;
		return await Promise.resolve({ headers: {}, ...answer });
	}
}

describe('a write under a key that the partner keeps', () => {
	const made = { status: 201, body: { orderId: '1' } };
	const madeBefore = { ...made, status: 409 };
	const lost = failure('unknownOutcome', 'nobody knows');
	const keyed = (change: Partial<OnceOperation<Code>> = {}): Partial<OnceOperation<Code>> => ({
		lookUp: undefined,
		stopsWhenListed: () => false,
		partnersKey: { keptMs: Infinity, forMs: () => 0 },
		request: ({ code }) => ({ method: 'POST', path: '/orders', body: { code }, keyed: { firstAnswer: 409, underWay: 423 } }),
		...change,
	});
	const once = async (partner: FakeSender, change = keyed(), row = new Row()) => await send(partner, { change, row });

	it('is told as done before where the partner answers with its first answer', async () => {
		expect(await once(new KeepingPartner([madeBefore]))).toEqual([{ orderId: '1', alreadySubmitted: true, outcomeFrom: 'answer' }]);
	});

	it.each([
		['by the answer of the first try, that it was done by that', madeBefore],
		['by an answer of its own, that it was done only now', made],
	])('that nobody heard of is sent again, and tells %s', async (_what, second) => {
		const partner = new KeepingPartner([lost, second]);
		expect(await once(partner)).toEqual([{ orderId: '1', alreadySubmitted: false, outcomeFrom: 'answer' }]);
		expect(partner.writes).toHaveLength(2);
		expect(partner.writes[1]).toEqual(partner.writes[0]);
	});

	it('stays unknown where the second sending is refused, but for a refusal that names what there is', async () => {
		const refusal = failure('validation', 'has INS number: 7');
		expect(await once(new KeepingPartner([lost, refusal]))).toMatchObject({ kind: 'unknownOutcome' });
		const matchRefusal = ({ message }: Failure): Candidate[] | undefined => (message.includes('INS number: 7') ? [{ id: '7', likeness: 'same', items: [{ orderId: '7' }] }] : undefined);
		const named = keyed({ partnersKey: { keptMs: Infinity, forMs: () => 0, matchRefusal } });
		expect(await once(new KeepingPartner([lost, refusal]), named)).toMatchObject([{ orderId: '7', alreadySubmitted: false, outcomeFrom: 'lookUp' }]);
		expect(await once(new KeepingPartner([refusal]), named)).toMatchObject([{ orderId: '7', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
	});

	it('is sent again after a restart only where a second one is refused in any case', async () => {
		const row = new Row();
		const first = new KeepingPartner([lost]);
		await once(first, keyed(), row);
		const restarted = (answer: typeof made) => elsewhere(new KeepingPartner([answer]), first.account);
		const later = async (partner: FakeSender, keptMs: number) => {
			const tools = { sender: partner, ask: async () => Promise.reject(new Error('nothing is asked')), memory: new WriteMemory<IDataObject[]>(), record: new IdempotencyRecord(new MemoryStore(row), recordTools({ wait: async () => undefined })) };
			return await sendOnce({ ...order, beforehand: undefined, ...keyed({ partnersKey: { keptMs, forMs: () => 0 } }) }, { code: 'A' }, tools).catch((error: unknown) => error);
		};
		const kept = restarted(madeBefore);
		expect(await later(kept, 48 * 60 * 60_000)).toMatchObject({ kind: 'unknownOutcome' });
		expect(kept.writes).toHaveLength(0);
		expect(await later(restarted(madeBefore), Infinity)).toMatchObject([{ orderId: '1', alreadySubmitted: true, outcomeFrom: 'answer' }]);
	});

	it('goes out again as it went out first, whatever else the same write holds by then', async () => {
		const partner = new KeepingPartner([lost, lost, madeBefore]);
		const at = (time: number) => keyed({ request: ({ code }) => ({ method: 'POST', path: '/orders', body: { code, time }, keyed: { firstAnswer: 409, underWay: 423 } }) });
		expect(await once(partner, at(1))).toMatchObject({ kind: 'unknownOutcome' });
		expect(await once(partner, at(2))).toMatchObject([{ orderId: '1', alreadySubmitted: true }]);
		expect(partner.writes.map(({ body }) => body)).toEqual([1, 1, 1].map((time) => ({ code: 'A', time })));
	});

	it('that is run again after the partner has dropped its key is not sent again', async () => {
		const partner = new KeepingPartner([lost, lost, made]);
		const change = keyed({ partnersKey: { keptMs: 60_000, forMs: () => 0 } });
		expect(await once(partner, change)).toMatchObject({ kind: 'unknownOutcome' });
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now + 60_000);
		expect(await once(partner, change)).toMatchObject({ kind: 'unknownOutcome' });
		clock.mockRestore();
		expect(partner.writes).toHaveLength(2);
	});
});

describe('a write that must happen once', () => {
	describe('that sets a state, which may be meant anew in each execution', () => {
		// A key of its own each time, and one purpose.
		const state = (key: string): Partial<OnceOperation<Code>> => ({ setsState: true, key: () => key, purpose: () => 'the state', stopsWhenListed: () => true });

		it('is sent after one that was carried out', async () => {
			const partner = new Partner([[]]);
			await send(partner, { change: state('first') });
			expect(await send(partner, { change: state('second') })).toMatchObject([{ orderId: 'new', alreadySubmitted: false }]);
			expect(partner.writes).toHaveLength(2);
		});

		it('is not sent after one of which nobody knows what became', async () => {
			const partner = new Partner([[]], unknown);
			expect(await send(partner, { change: state('first') })).toMatchObject({ kind: 'unknownOutcome' });
			expect(await send(partner, { change: state('second') })).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/has sent the same before/) as string });
			expect(partner.writes).toHaveLength(1);
		});
	});

	describe('that sets a state, and was sent elsewhere or before a restart', () => {
		const state = (key: string, isAgain = false): Partial<OnceOperation<Code>> => ({ setsState: true, key: () => key, purpose: () => 'the state', stopsWhenListed: () => !isAgain, isMeantAgain: () => isAgain });
		const inDoubt = async (row: Row) => {
			const first = new Partner([[]], unknown);
			await send(first, { row, change: state('first') });
			return (partner: Partner) => Object.assign(partner, { account: first.account });
		};
		/** A process of its own: it has the row, and remembers nothing. */
		const there = async (partner: Partner, row: Row, change: Partial<OnceOperation<Code>>) => {
			const tools = { sender: partner, ask: async () => Promise.reject(new Error('nothing is asked')), memory: new WriteMemory<IDataObject[]>(), record: new IdempotencyRecord(new MemoryStore(row), recordTools({ wait: async () => undefined })) };
			return await sendOnce({ ...order, beforehand: undefined, ...change }, { code: 'A' }, tools).catch((error: unknown) => error);
		};

		it('is not sent while nobody knows what became of it, and is once a person has sent it again', async () => {
			const row = new Row();
			const sameAccount = await inDoubt(row);
			const partner = sameAccount(new Partner([[]]));
			expect(await there(partner, row, state('second'))).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/has sent the same before/) as string });
			expect(partner.writes).toHaveLength(0);
			expect(await there(partner, row, state('third', true))).toMatchObject([{ orderId: 'new' }]);
			expect(await there(partner, row, state('fourth'))).toMatchObject([{ orderId: 'new' }]);
		});

		it('stays in doubt where it is refused when a person sends it again', async () => {
			const row = new Row();
			const sameAccount = await inDoubt(row);
			expect(await there(sameAccount(new Partner([[]], refused)), row, state('second', true))).toMatchObject({ kind: 'validation' });
			expect(await there(sameAccount(new Partner([[]])), row, state('third'))).toMatchObject({ kind: 'conflict' });
		});

		it('is sent where it was refused, or carried out', async () => {
			for (const outcome of [refused, () => ({ orderId: 'new' })]) {
				const row = new Row();
				const first = new Partner([[]], outcome);
				await send(first, { row, change: state('first') });
				expect(await there(Object.assign(new Partner([[]]), { account: first.account }), row, state('second'))).toMatchObject([{ orderId: 'new' }]);
			}
		});
	});

	describe('that another one undoes', () => {
		const make: Partial<OnceOperation<Code>> = { key: () => 'make', undoes: () => 'unmake', stopsWhenListed: () => false };
		const unmake: Partial<OnceOperation<Code>> = { key: () => 'unmake', undoes: () => 'make', stopsWhenListed: () => false };

		it('is sent anew each time after it was undone, and not before', async () => {
			const partner = new Partner([[]]);
			for (let round = 0; round < 3; round += 1) {
				for (const change of [make, unmake]) expect(await send(partner, { change })).toMatchObject([{ alreadySubmitted: false }]);
				expect(await send(partner, { change: unmake })).toMatchObject([{ alreadySubmitted: true }]);
			}
			expect(partner.writes).toHaveLength(6);
		});

		it('is not sent anew where nobody knows what became of it', async () => {
			let isKnown = false;
			const partner = new Partner([[]], () => (isKnown ? { orderId: 'new' } : unknown()));
			expect(await send(partner, { change: make })).toMatchObject({ kind: 'unknownOutcome' });
			isKnown = true;
			await send(partner, { change: unmake });
			expect(await send(partner, { change: make })).toMatchObject({ kind: 'unknownOutcome' });
			expect(partner.writes).toHaveLength(2);
		});

		it('is not told as done where the partner shows that it is not so any more', async () => {
			const partner = new Partner([[]]);
			const change = { ...make, lookUp: { ...order.lookUp!, isUndone: () => partner.looks.length > 1 } };
			await send(partner, { change });
			expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome', message: expect.stringMatching(/carried out, and what the partner lists now shows that it is not so/) as string });
			expect(partner.writes).toHaveLength(1);
		});
	});

	it('is looked up with what was answered just before it was sent, also by a later run', async () => {
		const seen: unknown[] = [];
		const partner = new Partner([[candidate('7', 'foreign')], []], unknown);
		const change: Partial<OnceOperation<Code>> = {
			lookUp: { ...order.lookUp!, comparesWithBefore: true, match: (given, parameters, wasSent, before) => { if (wasSent) seen.push(before?.body); return order.lookUp!.match(given, parameters, wasSent); } },
		};
		await send(partner, { change });
		await send(partner, { change });
		expect(seen).toEqual([{ listed: [candidate('7', 'foreign')] }, { listed: [candidate('7', 'foreign')] }]);
	});

	it('is sent where nobody knows of it, and says so', async () => {
		const partner = new Partner([[]]);
		expect(await send(partner)).toEqual([{ orderId: 'new', alreadySubmitted: false, outcomeFrom: 'answer' }]);
		expect(partner.writes).toHaveLength(1);
	});

	it('is recorded before it is sent', async () => {
		const row = new Row();
		const before: number[] = [];
		await send(new Partner([[]], () => before.push(row.values.length)), { row });
		// Its key, and a value of its own.
		expect(before).toEqual([2]);
	});

	it('is not sent where the record cannot be made', async () => {
		const partner = new Partner([[]]);
		const store = new MemoryStore();
		store.checkProcessedAndRecord = () => Promise.reject(new Error('database is locked'));
		const [result] = await runItems(any(order), runOf(['A'], partner, { store, continueOnFail: true }));
		expect(result).toMatchObject({ failure: { kind: 'configuration', message: expect.stringContaining('database is locked') as string } });
		expect(partner.writes).toHaveLength(0);
	});

	it('is not sent again by this process: what the partner knows comes out, or what it answered then', async () => {
		const partner = new Partner([[], [candidate('7', 'same')], []]);
		await send(partner);
		expect(await send(partner)).toEqual([{ orderId: '7', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
		expect(await send(partner)).toEqual([{ orderId: '7', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
		expect(partner.writes).toHaveLength(1);
	});

	it('is sent once where it is asked for several times at once', async () => {
		const partner = new Partner([[]]);
		const results = await runItems(any(order), runOf(['A', 'A', 'A'], partner));
		expect(results.map((result) => ('items' in result ? result.items[0]?.alreadySubmitted : 'failed'))).toEqual([false, true, true]);
		expect(partner.writes).toHaveLength(1);
	});

	it('is not sent where the partner lists it by its own key', async () => {
		const partner = new Partner([[candidate('7', 'same'), candidate('8')]]);
		expect(await send(partner)).toEqual([{ orderId: '7', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
		expect(partner.writes).toHaveLength(0);
	});

	it.each(['maybe', 'other'] as const)('stops where the partner lists something that looks like it (%s) and this n8n knows nothing of it', async (likeness) => {
		const row = new Row();
		const partner = new Partner([[candidate('7', likeness)]]);
		expect(await send(partner, { row })).toMatchObject({ kind: 'conflict', message: expect.stringContaining('already lists 7') as string });
		expect(partner.writes).toHaveLength(0);
		// Nothing was sent, so a person may allow it now.
		expect(await send(partner, { row, change: { stopsWhenListed: () => false } })).toMatchObject([{ orderId: 'new' }]);
	});

	describe('that another process has recorded', () => {
		const recorded = async (account: string): Promise<Row> => {
			const row = new Row();
			await new IdempotencyRecord(new MemoryStore(row), recordTools({ wait: async () => undefined })).claim(`${account}:A`);
			return row;
		};

		it('is looked up, not sent', async () => {
			const partner = new Partner([[], [candidate('7', 'same')]]);
			expect(await send(partner, { row: await recorded(partner.account) })).toEqual([{ orderId: '7', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
			expect(partner.writes).toHaveLength(0);
		});

		it.each([
			['nothing', [], /recorded it before, as sent or about to be sent, and the partner does not list it/],
			['one that may be it, and nothing says so', [candidate('7')], /recorded it before, as sent or about to be sent, and the partner lists 7$/],
			['several that may be it', [candidate('7'), candidate('8')], /lists 7, 8/],
			['only another one', [candidate('7', 'other')], /the partner does not list it/],
		])('and of which the partner lists %s, is left to a person', async (_what, listed, words) => {
			const partner = new Partner([listed]);
			const outcome = await send(partner, { row: await recorded(partner.account) });
			expect(outcome).toMatchObject({ kind: 'unknownOutcome', message: expect.stringMatching(words) as string });
			expect(outcome).toMatchObject({ details: { advice: expect.stringContaining('Send Even If Already Sent') as string } });
			expect(partner.writes).toHaveLength(0);
		});

		it('is sent once the partner has refused it there', async () => {
			const row = new Row();
			const there = new IdempotencyRecord(new MemoryStore(row), recordTools({ wait: async () => undefined }));
			// It is refused while this process looks it up.
			const partner = new Partner([[], []]);
			await there.claim(`${partner.account}:A`);
			const listing = partner.repeat.bind(partner);
			partner.repeat = async (...call) => {
				if (partner.looks.length === 1) await there.free(`${partner.account}:A`);
				return await listing(...call);
			};
			expect(await send(partner, { row })).toEqual([{ orderId: 'new', alreadySubmitted: false, outcomeFrom: 'answer' }]);
			expect(partner.writes).toHaveLength(1);
		});

		it('is not recorded for good by who met it there, where it is refused there and here', async () => {
			const row = new Row();
			const there = new IdempotencyRecord(new MemoryStore(row), recordTools({ wait: async () => undefined }));
			const partner = new Partner([[]], refused);
			const once = partner.once.bind(partner);
			partner.once = async (request) => {
				expect(await there.claim(`${partner.account}:A`)).toBe(false);
				return await once(request);
			};
			expect(await send(partner, { row })).toMatchObject({ kind: 'validation' });
			expect(await there.isStill(`${partner.account}:A`)).toBe(false);
			expect([row.values, row.nodeValues]).toEqual([[], []]);
		});

		it('is not taken for what is found where a person wants a second one', async () => {
			const partner = new Partner([[candidate('7')]]);
			expect(await send(partner, { row: await recorded(partner.account), change: { isMeantAgain: () => true } })).toMatchObject({ kind: 'unknownOutcome' });
		});
	});

	describe('whose outcome is not known', () => {
		it('is found where it had arrived', async () => {
			const partner = new Partner([[], [candidate('9', 'same')]], unknown);
			expect(await send(partner)).toEqual([{ orderId: '9', alreadySubmitted: false, outcomeFrom: 'lookUp' }]);
		});

		it('is looked for as long as the person allows', async () => {
			const partner = new Partner([[], [], [], [candidate('9', 'same')]], unknown);
			expect(await send(partner, { change: { lookUp: { ...order.lookUp!, forMs: () => 2_000 } } })).toMatchObject([{ orderId: '9' }]);
			expect(partner.looks).toHaveLength(4);
		});

		it('is not taken for something that was listed before', async () => {
			const partner = new Partner([[candidate('7')]], unknown);
			expect(await send(partner, { change: { stopsWhenListed: () => false } })).toMatchObject({
				kind: 'unknownOutcome',
				details: { advice: expect.stringContaining('A look-up did not find it so far') as string },
			});
		});

		it('is not taken for that either by a later run: not by Retry On Fail, nor by a person', async () => {
			const partner = new Partner([[candidate('7')]], unknown);
			const change = { stopsWhenListed: () => false };
			for (let run = 0; run < 3; run += 1) expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome' });
			expect(partner.writes).toHaveLength(1);
		});

		it('is found by a later run where it is listed with its key by then', async () => {
			const partner = new Partner([[candidate('7')], [candidate('7')], [candidate('7'), candidate('8', 'same')]], unknown);
			const change = { stopsWhenListed: () => false };
			expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome' });
			expect(await send(partner, { change })).toEqual([{ orderId: '8', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
		});

		it('is left to a person by a later run where what is listed has no key: somebody may have placed it in between', async () => {
			const partner = new Partner([[candidate('7')], [candidate('7')], [candidate('7'), candidate('8')]], unknown);
			const change = { stopsWhenListed: () => false };
			expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome' });
			expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome', message: expect.stringContaining('lists 8') as string });
		});

		it('is not taken for the only new one, where that has no key: it may have been queued before by somebody else', async () => {
			const partner = new Partner([[candidate('7')], [candidate('7'), candidate('8')]], unknown);
			expect(await send(partner, { change: { stopsWhenListed: () => false } })).toMatchObject({ kind: 'unknownOutcome', description: expect.stringContaining('lists 8, which may be it') as string });
		});

		it('does not name the result of another write as what may be it', async () => {
			const taken = new Map<string, unknown>();
			const partner = new Partner([[], [], [candidate('new')]], () => (taken.size === 0 ? taken.set('A', 1) && { orderId: 'new' } : unknown()));
			const change = { stopsWhenListed: () => false };
			expect(await send(partner, { change, codes: ['A'] })).toMatchObject([{ orderId: 'new' }]);
			expect(await send(partner, { change, codes: ['B'] })).toMatchObject({ kind: 'unknownOutcome', description: expect.stringContaining('did not find it') as string });
		});

		it('stays recorded where another worker undoes the record while it is sent', async () => {
			const row = new Row();
			const partner = new Partner([[]], () => {
				row.values = [];
				return unknown();
			});
			await send(partner, { row });
			expect(row.values).toEqual([`${partner.account}:A`]);
		});

		it('stays recorded, so that no other process sends it', async () => {
			const row = new Row();
			const first = new Partner([[]], unknown);
			await send(first, { row });
			const second = elsewhere(new Partner([[]]), `${first.account}`);
			expect(await send(second, { row })).toMatchObject({ kind: 'unknownOutcome' });
			expect(second.writes).toHaveLength(0);
		});

		it('is told as such where the look-up fails, too', async () => {
			const partner = new Partner([[], failure('outage')], unknown);
			expect(await send(partner)).toMatchObject({ kind: 'unknownOutcome', message: 'nobody knows' });
		});
	});

	it('that came to a result keeps it, unless the partner lists more under its own key', async () => {
		const queued: Candidate = { ...candidate('9', 'same'), isWaiting: true };
		const partner = new Partner([[], [candidate('7')], [queued], [{ ...queued, id: null }], [candidate('9', 'same')]], () => ({ state: 'queued' }));
		for (const outcomeFrom of ['answer', 'answer', 'answer', 'answer']) expect(await send(partner)).toMatchObject([{ state: 'queued', outcomeFrom }]);
		expect(await send(partner)).toEqual([{ orderId: '9', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
	});

	it('leaves one entry in the record, and none where it was refused', async () => {
		const row = new Row();
		await send(new Partner([[]]), { row });
		expect(row.values).toHaveLength(1);
		await send(new Partner([[]], refused), { row });
		expect(row.values).toHaveLength(1);
	});

	it.each([
		['Job account 43 does not exist', undefined, 'conflict'],
		['No such branch: it doesn\'t exist', 'BranchUnknown', 'conflict'],
		['Credit hold', 'Conflict', 'conflict'],
		['The customer no longer exists', '409', 'conflict'],
		['Conflict', undefined, 'unknownOutcome'],
		['Conflict.', '409', 'unknownOutcome'],
		[undefined, undefined, 'unknownOutcome'],
		['Such an order exists', undefined, 'unknownOutcome'],
		['It already exists and does not exist twice', undefined, 'unknownOutcome'],
	])('with a 409 that says %p (%p) is %3$s', async (partnerMessage, partnerCode, kind) => {
		const partner = new Partner([[]], () => {
			throw new Failure('conflict', `Partner reports a conflict (409): ${partnerMessage ?? ''}`, { advice: 'Look.', status: 409, partnerMessage, partnerCode });
		});
		expect(await send(partner)).toMatchObject({ kind });
	});

	it('that the partner refuses since it has its key is looked up, whatever the words, and told as one that was there before', async () => {
		const taken = () => {
			throw new Failure('conflict', 'Partner reports a conflict (409): the key is taken', { advice: 'Look.', status: 409, partnerMessage: 'The key A is taken' });
		};
		const change: Partial<OnceOperation<Code>> = { mayBeItself: ({ details }) => details.status === 409 };
		expect(await send(new Partner([[], [candidate('9', 'same')]], taken), { change })).toEqual([{ orderId: '9', alreadySubmitted: true, outcomeFrom: 'lookUp' }]);
		expect(await send(new Partner([[]], taken), { change })).toMatchObject({ kind: 'unknownOutcome' });
		expect(await send(new Partner([[]], taken))).toMatchObject({ kind: 'conflict' });
	});

	it('that was refused is free again, here and elsewhere', async () => {
		const row = new Row();
		let isOpen = false;
		const partner = new Partner([[]], () => (isOpen ? { orderId: 'new' } : refused()));
		expect(await send(partner, { row })).toMatchObject({ kind: 'validation' });
		isOpen = true;
		expect(await send(partner, { row })).toMatchObject([{ orderId: 'new', alreadySubmitted: false }]);
	});

	it('is a conflict where something else is asked for under the same key', async () => {
		const partner = new Partner([[]]);
		await send(partner);
		expect(await send(partner, { change: { content: () => '40 bundles' } })).toMatchObject({ kind: 'conflict' });
		expect(partner.writes).toHaveLength(1);
	});

	it.each(['outage', 'authentication', 'rateLimit'] as const)('is not sent where the partner cannot be asked first: %s', async (kind) => {
		const partner = new Partner([failure(kind)]);
		expect(await send(partner)).toMatchObject({ kind, message: expect.stringContaining('could not be checked') as string });
		expect(partner.writes).toHaveLength(0);
	});

	it('is sent where a person wants it in any case and only the list is down', async () => {
		const partner = new Partner([failure('outage')]);
		expect(await send(partner, { change: { isMeantAgain: () => true, stopsWhenListed: () => false } })).toMatchObject([{ orderId: 'new' }]);
	});

	describe.each(['validation', 'permission', 'brokenAnswer', 'notFound'] as const)('of which the partner cannot say whether it lists one: %s', (kind) => {
		// A gateway's, where it is a 404.
		const blind = failure(kind).retold({ isPartnersOwn: false });

		it('is not sent where that is to stop it, and says what to do', async () => {
			const row = new Row();
			const partner = new Partner([blind]);
			expect(await send(partner, { row })).toMatchObject({
				kind,
				message: `Not sent (PO A): it could not be looked up whether the partner lists it already. made-up ${kind}`,
				details: { advice: expect.stringMatching(/^Do something\. Nothing was sent by this run\..*allow that under Options/) as string },
			});
			expect(partner.writes).toHaveLength(0);
			// Nothing was sent, so a person may allow it now.
			expect(await send(partner, { row, change: { stopsWhenListed: () => false } })).toMatchObject([{ orderId: 'new' }]);
		});

		it('takes nothing for it that is listed afterwards, unless it carries its key', async () => {
			const change = { stopsWhenListed: () => false };
			const partner = new Partner([blind, [candidate('7')]], unknown);
			expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome', description: expect.stringContaining('lists 7, which may be it') as string });
			expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome' });
			const own = new Partner([blind, [candidate('7'), candidate('8', 'same')]], unknown);
			expect(await send(own, { change })).toMatchObject([{ orderId: '8' }]);
		});
	});

	it('is sent where the partner itself says that it lists none', async () => {
		const own = failure('notFound').retold({ isPartnersOwn: true });
		expect(await send(new Partner([own]))).toMatchObject([{ orderId: 'new' }]);
	});

	it('works beside a Remove Duplicates node that keeps its values in another mode', async () => {
		const store = new MemoryStore();
		const plain = store.checkProcessedAndRecord.bind(store);
		const scopes: string[] = [];
		store.checkProcessedAndRecord = async (items, scope, options) => {
			scopes.push(scope);
			if (scope === 'workflow') throw new Error('Deduplication data was originally saved with an incompatible setting of the mode');
			return await plain(items, scope, options);
		};
		const [result] = await runItems(any(order), runOf(['A'], new Partner([[]]), { store }));
		expect(result).toMatchObject({ items: [{ orderId: 'new' }] });
		expect(scopes.slice(0, 2)).toEqual(['workflow', 'node']);
	});
});

describe('the memory of this process', () => {
	it('forgets the oldest where there are many, but none whose outcome is unknown', () => {
		const memory = new WriteMemory<number>();
		const about = { fingerprint: '', label: '', purpose: '' };
		memory.note('lost', { is: 'unknown', sentAtMs: 0, ...about, before: [] });
		for (let n = 0; n < 5_010; n += 1) memory.note(`k${n}`, { is: 'done', ...about, result: n, ids: [], from: 'answer' });
		expect(memory.standingOf('lost')).toMatchObject({ is: 'unknown' });
		expect(memory.standingOf('k0')).toBeUndefined();
		expect(memory.standingOf('k5009')).toMatchObject({ result: 5009 });
	});

	it('lets work with one key go on after work that failed', async () => {
		const memory = new WriteMemory<number>();
		const failed = memory.inTurn('k', () => Promise.reject(new Error('first')));
		const second = memory.inTurn('k', async () => 2);
		await expect(failed).rejects.toThrow('first');
		expect(await second).toBe(2);
	});
});

describe('a write that the partner has no call to look up', () => {
	const { key, content, label, parameters, request, items, effect, name, displayName, action, description, source, properties } = order;
	const blind: OnceOperation<Code> = { key, content, label, parameters, request, items, effect, name, displayName, action, description, source, properties };
	const sendBlind = async (partner: FakeSender, row = new Row()) => {
		const [result] = await runItems(any(blind), runOf(['A'], partner, { store: new MemoryStore(row), continueOnFail: true }));
		return result && 'items' in result ? result.items : (result?.failure ?? []);
	};

	it('is sent without a look, and comes out as before when it is asked for again', async () => {
		const partner = new Partner([[]]);
		expect(await sendBlind(partner)).toEqual([{ orderId: 'new', alreadySubmitted: false, outcomeFrom: 'answer' }]);
		expect(await sendBlind(partner)).toEqual([{ orderId: 'new', alreadySubmitted: true, outcomeFrom: 'answer' }]);
		expect([partner.writes.length, partner.looks.length]).toEqual([1, 0]);
	});

	it('stays unknown where nobody heard of it, and is not sent again, here or by another process', async () => {
		const row = new Row();
		const partner = new Partner([[]], unknown);
		expect(await sendBlind(partner, row)).toMatchObject({ kind: 'unknownOutcome', description: expect.stringContaining('A look-up was not possible') as string });
		expect(await sendBlind(partner, row)).toMatchObject({ kind: 'unknownOutcome', message: expect.stringContaining('Not sent again') as string });
		const other = elsewhere(new Partner([[]]), partner.account);
		expect(await sendBlind(other, row)).toMatchObject({ kind: 'unknownOutcome' });
		expect([partner.writes.length, other.writes.length]).toEqual([1, 0]);
	});

	it('may be sent again after a refusal', async () => {
		const row = new Row();
		const partner = new Partner([[]], refused);
		expect(await sendBlind(partner, row)).toMatchObject({ kind: 'validation' });
		expect(await sendBlind(elsewhere(new Partner([[]]), partner.account), row)).toEqual([{ orderId: 'new', alreadySubmitted: false, outcomeFrom: 'answer' }]);
	});
});

describe('a look-up in pages', () => {
	/** Pages that name the next; the write is on page `at`. */
	const paged = (at: number, pages: number): Partial<OnceOperation<Code>> => {
		let read = 0;
		return {
			lookUp: {
				...order.lookUp!,
				match: () => ((read += 1) === at ? [candidate('1', 'same')] : []),
				next: () => (read === at || read >= pages ? undefined : { method: 'POST', path: '/orders/list', body: { page: read + 1 } }),
			},
		};
	};

	it('finds the write on a later page, and reads no further', async () => {
		const partner = new Partner([[]]);
		expect(await send(partner, { change: paged(3, 9) })).toMatchObject([{ orderId: '1', alreadySubmitted: true }]);
		expect([partner.looks.length, partner.writes.length]).toEqual([3, 0]);
	});

	it('that shows on a later page that it is not so any more does not let it be told as done', async () => {
		const partner = new Partner([[]]);
		const results: unknown[] = [];
		const change = (undoneOn: number): Partial<OnceOperation<Code>> => {
			let page = 0;
			return {
				lookUp: {
					...order.lookUp!,
					isUndone: (_fact, _value, result) => results.push(result) > 0 && results.length === undoneOn,
					next: () => ((page += 1) < 3 ? { method: 'POST', path: '/orders/list' } : undefined),
				},
			};
		};
		await send(partner, { change: change(0) });
		expect(results).toEqual([]);
		expect(await send(partner, { change: change(2) })).toMatchObject({ kind: 'unknownOutcome', message: expect.stringContaining('shows that it is not so') as string });
		expect(results).toEqual(Array.from({ length: 3 }, () => [{ orderId: 'new' }]));
		expect(partner.writes).toHaveLength(1);
	});

	it('without an end shows nothing, so that nothing is sent', async () => {
		const partner = new Partner([[]]);
		const told = await send(partner, { change: paged(0, Infinity) });
		expect(told).toMatchObject({ kind: 'brokenAnswer', message: expect.stringContaining('more than 1000 pages') as string });
		expect(partner.writes).toEqual([]);
	});
});

describe('a look-up that no document shows', () => {
	const change: Partial<OnceOperation<Code>> = { lookUp: { ...order.lookUp!, isOptional: true } };

	it('does not hold the write back where it does not work', async () => {
		const partner = new Partner([failure('notFound')]);
		expect(await send(partner, { change })).toMatchObject([{ alreadySubmitted: false }]);
	});

	it('still holds it back where something is listed, with the advice of the operation', async () => {
		const partner = new Partner([[candidate('1')]]);
		const told = await send(partner, { change: { ...change, whenInTheWay: () => 'Ask the guest.' } });
		expect([told, partner.writes]).toMatchObject([{ kind: 'conflict', details: { advice: 'Ask the guest.' } }, []]);
	});
});

describe('a look-up that the partner refuses', () => {
	const emptied = failure('validation', 'there are none');
	const gone: OnceOperation<Code>['lookUp'] = {
		...order.lookUp!,
		matchRefusal: ({ message }, { code }, wasSent) => (message === 'there are none' && wasSent ? [{ id: code, likeness: 'same', items: [{ gone: code }] }] : undefined),
	};

	it('shows what the partner says by it, once the write was sent', async () => {
		const partner = new Partner([emptied], unknown);
		expect(await send(partner, { change: { lookUp: gone, stopsWhenListed: () => false } })).toEqual([{ gone: 'A', alreadySubmitted: false, outcomeFrom: 'lookUp' }]);
	});

	it('shows nothing where it says something else, and the message names the way out of the operation', async () => {
		const partner = new Partner([[], failure('validation', 'no such list')], unknown);
		const change = { lookUp: gone, wayOut: 'ring them up' };
		expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome' });
		expect(await send(partner, { change })).toMatchObject({ kind: 'unknownOutcome', details: { advice: expect.stringMatching(/does not exist, ring them up\.$/) as string } });
	});
});

describe('what may be sent with a pass alone', () => {
	it('is not sent with one that ran out while it was being checked, and may be sent with another one', async () => {
		const row = new Row();
		const partner = new Partner([[]]);
		const gate = (validUntil: number): Partial<OnceOperation<Code>> => ({ gate: () => ({ id: String(validUntil), what: 'Preview Token', validUntil }) });
		expect(await send(partner, { row, change: gate(Date.now() - 1) })).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/this Preview Token ran out while it was being checked/) as string });
		expect(partner.writes).toHaveLength(0);
		expect(await send(partner, { row, change: gate(Date.now() + 60_000) })).toMatchObject([{ orderId: 'new' }]);
	});
});
