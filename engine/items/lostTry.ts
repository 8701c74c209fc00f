import type { IDataObject } from 'n8n-workflow';

import { isFailure, orFailure, type Failure } from '../failure';
import type { PartnerAnswer } from '../http/request';
import type { ReplacingRequest } from '../operation/operation';
import { rememberedReads } from '../operation/reads';
import type { Sender } from '../transport/sender';

/** What a request came to: its answer, or the items of one that was carried out by a try whose answer was lost. */
type Sent = { answer: PartnerAnswer } | { items: IDataObject[] };

/**
 * Sends what may be repeated. Where a try was lost and the one after it refused, that may be since the lost one was carried out: then the partner is
 * asked, as far as the operation can.
 *
 * @param onFailedTry is told of each try that failed
 * @throws Failure
 */
export async function sendReplacing<P>(operation: ReplacingRequest<P> & { readonly effect: 'read' | 'repeatable' }, value: P, sender: Sender, onFailedTry: (failure: Failure) => void): Promise<Sent> {
	const failed: Failure[] = [];
	const answer = await orFailure(
		sender.repeat(operation.request(value), operation.effect, (failure) => {
			failed.push(failure);
			onFailedTry(failure);
		}),
	);
	if (!isFailure(answer)) return { answer };
	// The last of them is the refusal.
	const items = failed.slice(0, -1).some(isLost) ? await doneItems(operation, value, answer, sender) : undefined;
	if (items === undefined) throw answer;
	return { items };
}

/** After a 429 it was not taken for certain. */
function isLost({ kind }: Failure): boolean {
	return kind !== 'rateLimit';
}

/** The refusal stands where it cannot be found out. */
async function doneItems<P>({ replaces }: ReplacingRequest<P>, value: P, refusal: Failure, sender: Sender): Promise<IDataObject[] | undefined> {
	if (!['conflict', 'notFound', 'validation', 'businessRefusal'].includes(refusal.kind)) return undefined;
	try {
		return await replaces.doneByLostTry?.(refusal, value, rememberedReads(sender));
	} catch {
		return undefined;
	}
}
