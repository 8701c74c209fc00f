import { isFailure } from '../failure';
import type { PartnerRequest } from '../transport/request';
import type { Sender } from '../transport/sender';
import type { Facts } from './operation';

/**
 * Makes a read. "There is no such branch" is a fact to judge by, and comes back as a Failure; that the partner is down,
 * or does not let us in, is not.
 *
 * @throws Failure of any kind but `notFound` and `validation`
 */
export type Ask = (request: PartnerRequest) => Promise<Facts[string]>;

/** Reads of one run, equal ones made once: 40 orders at one branch need its products once. */
export function rememberedReads(sender: Sender): Ask {
	const known = new Map<string, Promise<Facts[string]>>();
	return async (request) => {
		const key = JSON.stringify(request);
		const reading =
			known.get(key) ??
			sender.repeat(request, 'read').catch((error: unknown) => {
				known.delete(key);
				if (isFailure(error) && (error.kind === 'notFound' || error.kind === 'validation')) return error;
				throw error;
			});
		known.set(key, reading);
		return await reading;
	};
}

/** Several reads at once, their answers by the names they were given. */
export async function gather(requests: Record<string, PartnerRequest>, ask: Ask): Promise<Facts> {
	const entries = Object.entries(requests).map(async ([name, request]) => [name, await ask(request)] as const);
	return Object.fromEntries(await Promise.all(entries));
}
