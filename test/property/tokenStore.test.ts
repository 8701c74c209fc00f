import fc from 'fast-check';

import { Failure, isFailure } from '../../engine/failure';
import type { HeldToken } from '../../engine/token/heldToken';
import { isAlive } from '../../engine/token/heldToken';
import { TokenStore } from '../../engine/token/store';
import { Clock } from '../support/partner/partner';

/** What may happen to an identity's token, in any order. Editing the secret is asking under another identity. */
type Event =
	| { type: 'ask' | 'doubt' | 'accept' | 'look'; identity: string }
	| { type: 'refuse'; identity: string; maySupersede: boolean }
	| { type: 'pass'; seconds: number };

interface Plan {
	events: Event[];
	/** How the token calls are answered, one after the other. */
	answers: Array<'token' | 'same' | 'short' | 'outage' | 'authentication' | 'crash'>;
}

const identity = fc.constantFrom('first-secret', 'second-secret');
const event: fc.Arbitrary<Event> = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ type: fc.constant('ask' as const), identity }) },
	{ weight: 4, arbitrary: fc.record({ type: fc.constantFrom('doubt' as const, 'accept' as const, 'look' as const), identity }) },
	{ weight: 2, arbitrary: fc.record({ type: fc.constant('refuse' as const), identity, maySupersede: fc.boolean() }) },
	{ weight: 3, arbitrary: fc.record({ type: fc.constant('pass' as const), seconds: fc.constantFrom(1, 9, 30, 61, 200, 700, 3500) }) },
);
const plan: fc.Arbitrary<Plan> = fc.record({
	events: fc.array(event, { minLength: 5, maxLength: 60 }),
	answers: fc.array(
		fc.oneof(
			{ weight: 5, arbitrary: fc.constant('token' as const) },
			{ weight: 3, arbitrary: fc.constantFrom('same' as const, 'short' as const, 'outage' as const, 'authentication' as const, 'crash' as const) },
		),
		{ minLength: 1, maxLength: 20 },
	),
});

/** A store with everything that happens to it written down. */
class Watched {
	readonly clock = new Clock();
	readonly store = new TokenStore(this.clock.now);
	/** Tokens of an identity, from the oldest to the newest. */
	readonly issued = new Map<string, HeldToken[]>();
	readonly givenUp = new Set<string>();
	readonly faults: string[] = [];
	calls = 0;
	private readonly inFlight = new Map<string, number>();
	private readonly handedOut = new Map<string, HeldToken>();

	constructor(
		private readonly scheduler: fc.Scheduler,
		private readonly answers: Plan['answers'],
	) {}

	/** One token call, answered when the scheduler likes. */
	fetch(identity: string) {
		return async (): Promise<HeldToken> => {
			const answer = this.answers[this.calls % this.answers.length]!;
			this.calls += 1;
			const underWay = (this.inFlight.get(identity) ?? 0) + 1;
			this.inFlight.set(identity, underWay);
			if (underWay > 1) this.faults.push(`${underWay} calls in flight for ${identity}`);
			const issuedAtMs = this.clock.nowMs;
			try {
				await this.scheduler.schedule(Promise.resolve(), `token call ${this.calls}: ${answer}`);
			} finally {
				this.inFlight.set(identity, underWay - 1);
			}
			if (answer === 'crash') throw new TypeError('made up');
			if (answer === 'outage' || answer === 'authentication') throw new Failure(answer, 'made up', { advice: 'None.' });
			const last = this.issued.get(identity)?.at(-1);
			const token = answer === 'same' && last ? last.token : `${identity}/${this.calls}`;
			return this.note(identity, { token, issuedAtMs, expiresAtMs: issuedAtMs + (answer === 'short' ? 60_000 : 3_600_000) });
		};
	}

	note(identity: string, held: HeldToken): HeldToken {
		const known = this.issued.get(identity) ?? [];
		known.push(held);
		this.issued.set(identity, known);
		return held;
	}

	/** What somebody is given to send now. */
	handOut(identity: string, held: HeldToken): void {
		if (!held.token.startsWith(`${identity}/`)) this.faults.push(`${identity} was given ${held.token}`);
		if (this.givenUp.has(held.token)) this.faults.push(`${held.token} was refused and is given out again`);
		const before = this.handedOut.get(identity);
		if (before && isAlive(before, this.clock.nowMs) && !this.givenUp.has(before.token) && held.issuedAtMs < before.issuedAtMs) {
			this.faults.push(`${held.token} is older than ${before.token}`);
		}
		this.handedOut.set(identity, held);
	}

	last(identity: string): string {
		return this.handedOut.get(identity)?.token ?? `${identity}/never`;
	}
}

async function play(scheduler: fc.Scheduler, { events, answers }: Plan): Promise<Watched> {
	const watched = new Watched(scheduler, answers);
	const { store, clock } = watched;
	const asking: Array<Promise<void>> = [];

	const steps = events.map((each) => ({
		label: JSON.stringify(each),
		builder: async () => {
			await Promise.resolve();
			switch (each.type) {
				case 'ask':
					asking.push(
						store.obtain(each.identity, watched.fetch(each.identity)).then(
							(held) => watched.handOut(each.identity, held),
							(error: unknown) => {
								if (!isFailure(error)) watched.faults.push(`failed with ${String(error)}`);
							},
						),
					);
					break;
				case 'look': {
					const held = store.usable(each.identity);
					if (held) watched.handOut(each.identity, held);
					if (held && !isAlive(held, clock.nowMs)) watched.faults.push(`${held.token} has ended`);
					break;
				}
				case 'refuse': {
					const token = watched.last(each.identity);
					const isNewest = store.usable(each.identity)?.token === token;
					if (store.refuse(each.identity, token, each.maySupersede) && isNewest) watched.givenUp.add(token);
					break;
				}
				case 'doubt':
					store.doubt(each.identity, watched.last(each.identity));
					break;
				case 'accept':
					store.accept(each.identity, watched.last(each.identity));
					break;
				case 'pass':
					clock.passSeconds(each.seconds);
			}
		},
	}));
	scheduler.scheduleSequence(steps);
	await scheduler.waitIdle();
	await Promise.all(asking);
	return watched;
}

describe('the token store, whatever happens in whatever order', () => {
	it('never has two calls in flight for one identity, and never gives out a foreign, an older, a refused or an ended token', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), plan, async (scheduler, each) => {
				expect((await play(scheduler, each)).faults).toEqual([]);
			}),
			{ numRuns: 500 },
		);
	});

	it('asks a partner that is down or refuses at most once in ten seconds', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(event, { minLength: 5, maxLength: 60 }),
				fc.constantFrom('outage' as const, 'authentication' as const, 'crash' as const),
				async (scheduler, events, answer) => {
					const { calls, clock } = await play(scheduler, { events, answers: [answer] });
					const passedSeconds = (clock.nowMs - new Clock().nowMs) / 1000;
					expect(calls).toBeLessThanOrEqual(2 * (1 + passedSeconds / 10));
				},
			),
			{ numRuns: 200 },
		);
	});

	it('makes one call for any number of callers at once', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 50 }), async (scheduler, callers) => {
				const events = Array.from({ length: callers }, (): Event => ({ type: 'ask', identity: 'first-secret' }));
				expect((await play(scheduler, { events, answers: ['token'] })).calls).toBe(1);
			}),
		);
	});
});
