import { isFailure, type Failure } from '../failure';
import { isPartnersNo } from '../transport/notFound';
import type { PartnerAnswer, PartnerRequest } from '../http/request';
import type { Sender } from '../transport/sender';

/** What a check before a write has read at the partner, by the names that `facts` gave. */
export type Facts = Readonly<Record<string, PartnerAnswer | Failure>>;

/**
 * Makes a read. "There is no such branch" is a fact to judge by, and comes back as a Failure where the partner itself says so; that
 * it is down, or does not let us in, or that a gateway answers in its place, is not.
 *
 * @throws Failure of any kind that is no `isPartnersNo`
 */
export type Ask = (request: PartnerRequest) => Promise<Facts[string]>;

/** Reads of one run, equal ones made once: 40 orders at one branch need its products once. */
export function rememberedReads(sender: Sender): Ask {
	const known = new Map<string, () => Promise<Facts[string]>>();
	return async (request) => {
		const key = JSON.stringify(request);
		const reading = known.get(key) ?? remembered(async () => await sender.repeat(request, 'read'));
		known.set(key, reading);
		return await reading();
	};
}

/**
 * A read that is made with the first call, and again where it failed on the way. The partner's own no is an answer, too.
 *
 * @returns what came of it, or the partner's refusal
 * @throws Failure of any kind that is no `isPartnersNo`
 */
export function remembered<A>(read: () => Promise<A>): () => Promise<A | Failure> {
	let known: Promise<A | Failure> | undefined;
	return async () => {
		known ??= read().catch((error: unknown) => {
			if (isFailure(error) && isPartnersNo(error)) return error;
			known = undefined;
			throw error;
		});
		return await known;
	};
}

/**
 * What a read gives, or its refusal, whoever it comes from: for who goes on by telling that a thing cannot be said.
 *
 * @throws Failure of any kind but `notFound` and `validation`
 */
export async function orRefusal(reading: Promise<Facts[string]>): Promise<Facts[string]> {
	return await reading.catch((error: unknown) => {
		if (isFailure(error) && (error.kind === 'notFound' || error.kind === 'validation')) return error;
		throw error;
	});
}

/** Several reads at once, their answers by the names they were given. */
export async function gather(requests: Record<string, PartnerRequest>, ask: Ask): Promise<Facts> {
	const entries = Object.entries(requests).map(async ([name, request]) => [name, await ask(request)] as const);
	return Object.fromEntries(await Promise.all(entries));
}
