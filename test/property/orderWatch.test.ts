import type { IDataObject } from 'n8n-workflow';
import fc from 'fast-check';

import type { QueuedOrder } from '../../nodes/SrsSips/polling/snapshot';
import { keptWords, originalOf } from '../../nodes/SrsSips/polling/statusWords';
import type { PollEvent } from '../../nodes/SrsSips/polling/pollEvents';
import { listedOrderKey, listedInvoiceKey } from '../../nodes/SrsSips/polling/listedRows';
import { emptyState, readState, storedState } from '../../nodes/SrsSips/polling/pollState';
import { MINUTE_MS, NOON, orderRow, queuedOrder, waitingOrder, WatchTrial } from '../support/polling/watchWorld';

/** The life of one order, in minutes from the beginning. */
interface OrderLife {
	/** When it is submitted. */
	at: number;
	/** Whether SIPS queues it, and drops it then or makes it real. */
	fate: 'accepted' | 'queued' | 'dropped';
	/** From being submitted to being listed. */
	delay: number;
	/** What it is called from then on, each for so many minutes. */
	states: ReadonlyArray<{ words: string; lasts: number }>;
	isInvoiced: boolean;
}

/** What happens to n8n in the course of one look, or after it. */
type Mishap = 'none' | 'restart' | 'killed before the save' | 'no order list' | 'no invoices list';

interface Plan {
	orders: readonly OrderLife[];
	looks: ReadonlyArray<{ after: number; mishap: Mishap }>;
	carriesTransactionId: boolean;
}

interface TimedLook {
	at: number;
	mishap: Mishap;
	events: PollEvent[];
}

const WORDS = ['Submitted', 'Confirmed', 'On Hold', 'En Route', 'Delivered', 'Cancelled', 'Some words that are longer than those that are kept as they are'];
const LOST_AFTER = 15;

/** The number of the n-th order; zeros are none. */
const numberOf = (n: number) => 41200000 + n;

function listedAt({ at, fate, delay, states }: OrderLife, n: number, now: number, carriesTransactionId: boolean): IDataObject[] {
	let left = now - at - delay;
	if (fate === 'dropped' || left < 0) return [];
	const state = states.find(({ lasts }) => (left -= lasts) < 0) ?? states.at(-1);
	return [orderRow(numberOf(n), state?.words ?? null, { orderDate: '2026-03-02', PONumber: `PO-${n}`, ...(carriesTransactionId ? { transactionID: `tx-${n}` } : {}) })];
}

function isWrittenOff({ isInvoiced, fate, at, delay }: OrderLife, now: number): boolean {
	return isInvoiced && fate !== 'dropped' && now >= at + delay + 30;
}

/**
 * n8n with a watch in it. It saves the state with the events of a poll and with the poll of an activation, and not with
 * a poll that gives nothing; what it did not save is gone with the process, and so is what the process knows of queued
 * orders.
 */
class Host {
	readonly looks: TimedLook[] = [];
	private readonly trial = new WatchTrial({ lostAfterMs: LOST_AFTER * MINUTE_MS });
	private saved = '{}';
	private memoryFrom = 0;
	private readUpTo = -1;
	private isActivation = true;

	constructor(private readonly plan: Plan) {}

	run(): this {
		let now = 0;
		for (const { after, mishap } of this.plan.looks) {
			now += after;
			this.look(now, mishap);
		}
		return this;
	}

	private look(at: number, mishap: Mishap): void {
		const { orders, carriesTransactionId } = this.plan;
		const { events, mustBeSaved } = this.trial.look({
			now: NOON + at * MINUTE_MS,
			orders: mishap === 'no order list' ? 'unread' : orders.flatMap((order, n) => listedAt(order, n, at, carriesTransactionId)),
			invoices: mishap === 'no invoices list' ? 'unread' : orders.flatMap((order, n) => (isWrittenOff(order, at) ? { invoiceNumber: `invoice ${n}`, orderNumber: numberOf(n) } : [])),
			queued: this.queued(at),
		});
		this.readUpTo = at;
		this.looks.push({ at, mishap, events });
		const isSaved = events.length > 0 || mustBeSaved || this.isActivation;
		if (isSaved && mishap !== 'killed before the save') this.saved = this.trial.json;
		this.isActivation = false;
		if (mishap === 'restart' || mishap === 'killed before the save') this.restart(at);
	}

	private queued(now: number): QueuedOrder[] {
		return this.plan.orders.flatMap(({ at, fate }, n) => {
			const isKnown = fate !== 'accepted' && at > this.memoryFrom && at > this.readUpTo && at <= now;
			return isKnown ? [queuedOrder({ transactionId: `tx-${n}`, poNumber: `PO-${n}`, queueId: `queue-${n}`, queuedAt: NOON + at * MINUTE_MS })] : [];
		});
	}

	private restart(at: number): void {
		this.trial.json = this.saved;
		this.memoryFrom = at;
		this.readUpTo = at;
		this.isActivation = true;
	}
}

const mishaps = (...some: Mishap[]) => fc.oneof({ weight: 4, arbitrary: fc.constant<Mishap>('none') }, { weight: 2, arbitrary: fc.constantFrom<Mishap>(...some, 'none') });

const life: fc.Arbitrary<OrderLife> = fc.record({
	at: fc.integer({ min: -20, max: 200 }),
	fate: fc.constantFrom('accepted', 'queued', 'dropped'),
	delay: fc.integer({ min: 0, max: 40 }),
	states: fc.array(fc.record({ words: fc.constantFrom(...WORDS), lasts: fc.integer({ min: 1, max: 60 }) }), { minLength: 1, maxLength: 6 }),
	isInvoiced: fc.boolean(),
});

const planWith = (mishap: fc.Arbitrary<Mishap>): fc.Arbitrary<Plan> =>
	fc.record({
		orders: fc.array(life, { minLength: 1, maxLength: 6 }),
		// The first look is that of publishing: where it fails, there is no watch.
		looks: fc
			.array(fc.record({ after: fc.integer({ min: 0, max: 30 }), mishap }), { minLength: 2, maxLength: 40 })
			.map(([first, ...rest]) => [{ after: first!.after, mishap: 'none' as const }, ...rest]),
		carriesTransactionId: fc.boolean(),
	});

/** The words of an order at each look that saw it. */
function seenOf(plan: Plan, n: number): Array<{ look: number; words: string }> {
	let now = 0;
	return plan.looks.flatMap(({ after, mishap }, look) => {
		now += after;
		const [row] = mishap === 'no order list' ? [] : listedAt(plan.orders[n]!, n, now, plan.carriesTransactionId);
		return row ? [{ look, words: row.orderStatus as string }] : [];
	});
}

function toldOf(looks: readonly TimedLook[], n: number) {
	return looks.flatMap(({ events }, look) =>
		events.filter(({ event, orderId }) => event === 'statusChanged' && orderId === String(numberOf(n))).map((event) => ({ look, words: event.statusText, event })),
	);
}

describe('a watch without restarts', () => {
	it('tells every change of status that a look shows, once and in its order, and nothing else', () => {
		fc.assert(
			fc.property(planWith(mishaps('no order list', 'no invoices list')), (plan) => {
				const { looks } = new Host(plan).run();
				plan.orders.forEach((_order, n) => {
					const changes = seenOf(plan, n).filter(({ words }, at, all) => at === 0 || all[at - 1]?.words !== words);
					// What the first look shows was there before.
					const news = changes.filter(({ look }, at) => at > 0 || look > 0);
					expect(toldOf(looks, n).map(({ look, words }) => ({ look, words }))).toEqual(news);
				});
			}),
			{ numRuns: 500 },
		);
	}, 60_000);

	it('says of each change what was before it', () => {
		fc.assert(
			fc.property(planWith(mishaps('no order list')), (plan) => {
				const { looks } = new Host(plan).run();
				plan.orders.forEach((_order, n) => {
					const told = toldOf(looks, n);
					told.slice(1).forEach(({ event }, at) => {
						const before = told[at]!.words;
						expect(event.previousStatusText).toBe(originalOf(before && before.length > 40 ? '#unknown#aaaaaaaaaaaa' : before));
					});
				});
			}),
			{ numRuns: 500 },
		);
	}, 60_000);

	it('tells every queued order that is not listed in time lost, exactly once, and no other one', () => {
		fc.assert(
			fc.property(planWith(mishaps('no order list', 'no invoices list')), (plan) => {
				const { looks } = new Host(plan).run();
				const [first] = looks;
				plan.orders.forEach(({ at, fate }, n) => {
					const lost = looks.flatMap(({ events }, look) => events.filter(({ event, queueId }) => event === 'orderLost' && queueId === `queue-${n}`).map(() => look));
					// What was queued before this process began is not known to it.
					const isKnown = fate !== 'accepted' && at > 0 && looks.some((look) => look.at >= at);
					const [appears = Number.POSITIVE_INFINITY] = seenOf(plan, n).map(({ look }) => look);
					const due = looks.findIndex(
						(look, index) => look.mishap !== 'no order list' && look.at >= at + LOST_AFTER && (index > 0 || at > (first?.at ?? 0)),
					);
					const isLost = isKnown && due >= 0 && due < appears;
					expect(lost).toEqual(isLost ? [due] : []);
				});
			}),
			{ numRuns: 500 },
		);
	}, 60_000);

	it('tells every invoice that comes up once', () => {
		fc.assert(
			fc.property(planWith(mishaps('no order list', 'no invoices list')), (plan) => {
				const { looks } = new Host(plan).run();
				const told = looks.flatMap(({ events }) => events.filter(({ event }) => event === 'newInvoice').map(({ invoiceNumber }) => invoiceNumber));
				const news = plan.orders.flatMap((order, n) => {
					const [first, ...later] = looks;
					const isNew = !isWrittenOff(order, first!.at) && later.some(({ at, mishap }) => mishap !== 'no invoices list' && isWrittenOff(order, at));
					return isNew ? [`invoice ${n}`] : [];
				});
				expect(told.sort()).toEqual(news.sort());
			}),
			{ numRuns: 500 },
		);
	}, 60_000);
});

describe('a watch with restarts at any point', () => {
	const plans = planWith(mishaps('restart', 'killed before the save', 'no order list', 'no invoices list'));

	it('skips nothing: after each look, what was last told of an order and saved is what the look showed', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const { looks } = new Host(plan).run();
				plan.orders.forEach((_order, n) => {
					const told = toldOf(looks, n);
					const seen = seenOf(plan, n);
					const [baseline] = seen.filter(({ look }) => look === 0);
					for (const { look, words } of seen) {
						// What a killed n8n told last, the next look tells again, unless the order has gone back to what it was before.
						const last = told.filter((one) => one.look === look || (one.look < look && looks[one.look]?.mishap !== 'killed before the save')).at(-1);
						expect(last ? last.words : baseline?.words).toBe(words);
					}
				});
			}),
			{ numRuns: 500 },
		);
	}, 60_000);

	it('repeats only what was told by a look whose save was lost', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const { looks } = new Host(plan).run();
				const byKey = new Map<string, number[]>();
				looks.forEach(({ events }, look) => events.forEach(({ eventKey }) => byKey.set(eventKey, [...(byKey.get(eventKey) ?? []), look])));
				for (const tellings of byKey.values()) {
					for (const look of tellings.slice(0, -1)) expect(looks[look]?.mishap).toBe('killed before the save');
				}
			}),
			{ numRuns: 500 },
		);
	}, 60_000);

	it('tells a queued order lost that it took over, whatever happens to n8n in between', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const { looks } = new Host(plan).run();
				plan.orders.forEach(({ fate, at }, n) => {
					const mine = ({ queueId }: PollEvent) => queueId === `queue-${n}`;
					const taken = looks.findIndex(({ events, mishap }) => mishap !== 'killed before the save' && events.some((event) => event.event === 'orderQueued' && mine(event)));
					const isDue = looks.some(({ at: time, mishap }, look) => look > taken && mishap !== 'no order list' && time >= at + LOST_AFTER);
					const tellings = looks.flatMap(({ events }, look) => events.filter((event) => event.event === 'orderLost' && mine(event)).map(() => look));
					if (fate === 'dropped' && taken >= 0 && isDue) expect(tellings.length).toBeGreaterThan(0);
					for (const look of tellings.slice(0, -1)) expect(looks[look]?.mishap).toBe('killed before the save');
				});
			}),
			{ numRuns: 500 },
		);
	}, 60_000);
});

describe('the state of a watch', () => {
	const number = fc.integer({ min: 0, max: 2 ** 40 });
	// What is blank is no number: such a row is nameless.
	const id = fc.oneof(fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''), fc.constantFrom('__proto__', 'constructor', '.', '~.~'));
	const known = fc.record({
		words: fc.string({ unit: 'binary', maxLength: 80 }).map(keptWords),
		day: fc.integer({ min: -1_000_000, max: 1_000_000 }),
		isDated: fc.boolean(),
		changes: number,
		since: number,
	});

	it('comes back as it was, whatever SIPS calls things', () => {
		fc.assert(
			fc.property(fc.array(fc.tuple(id.map(listedOrderKey), known)), fc.array(fc.tuple(id.map(listedInvoiceKey), fc.integer({ min: -1_000_000, max: 1_000_000 }))), (orders, invoices) => {
				const state = { ...emptyState('account', 'scope'), orders: new Map(orders), invoices: new Map(invoices) };
				expect(readState(JSON.parse(JSON.stringify(storedState(state))))).toEqual(state);
			}),
			{ numRuns: 300 },
		);
	});

	it('is told as damaged, and never an error, where anything else stands in its place', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom('version', 'account', 'orders', 'invoices', 'waiting', 'mark', 'told', 'words'), (anything, field) => {
				const whole = { ...storedState({ ...emptyState('account', 'scope'), waiting: new Map([['k', waitingOrder()]]) }), [field]: anything };
				for (const stored of [anything, whole]) {
					const state = readState(stored);
					expect(state === undefined || state === 'damaged' || state.account !== undefined).toBe(true);
				}
			}),
			{ numRuns: 300 },
		);
	});
});
