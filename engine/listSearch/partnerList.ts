import type { IDataObject } from 'n8n-workflow';

import { Failure, isFailure } from '../failure';
import { isPartnersNo } from '../transport/notFound';
import type { PartnerAnswer, PartnerRequest } from '../http/request';
import type { Sender } from '../transport/sender';
import { ListMemory, ownerOf } from './listMemory';

/** A list at a partner that there is to choose from. `A` is what it is asked with, `T` what of a row is needed. */
export interface PartnerList<A, T> {
	/** The partner as people call it, for messages. */
	readonly partner: string;
	/** The call as the partner's documents name it, for messages. */
	readonly what: string;
	/** How many such lists are remembered for a moment. */
	readonly most: number;
	request(asked: A): PartnerRequest;
	/** @throws Failure where the answer is no list */
	rows(answer: PartnerAnswer, what: string): IDataObject[];
	/** undefined where the row lacks what makes it one. */
	read(row: IDataObject): T | undefined;
	/** What it means that the partner does not know what it was asked for, and what to do. */
	unknown(asked: A): { message: string; advice: string };
}

/** Reads a list with this sender, or remembers it; its rows are sorted by name. @throws Failure */
export type ReadList<A, T> = (sender: Sender, asked: A) => Promise<readonly T[]>;

const byName = new Intl.Collator('en', { numeric: true });

/** A reader of a list, with a short memory of its own. */
export function partnerList<A, T extends { name: string }>(list: PartnerList<A, T>): ReadList<A, T> {
	const memory = new ListMemory<T>(list.most);
	return async (sender, asked) => {
		const request = list.request(asked);
		return await memory.rows(`${ownerOf(sender.credentials)} ${JSON.stringify(request)}`, async () => {
			const answer = await sender.repeat(request, 'read').catch((error: unknown) => {
				throw isFailure(error) ? explained(error, list.unknown(asked)) : error;
			});
			return readable(list, answer).sort((one, other) => byName.compare(one.name, other.name));
		});
	};
}

function explained(failure: Failure, { message, advice }: { message: string; advice: string }): Failure {
	// Who stands before the partner does not know what there is.
	if (!isPartnersNo(failure)) return failure;
	return failure.retold({ message: `${message}: ${failure.message}`, advice });
}

/** The rows that can be read. One that cannot is left out; if that is all of them, we do not understand the list. */
function readable<A, T>({ partner, what, rows, read }: PartnerList<A, T>, answer: PartnerAnswer): T[] {
	const all = rows(answer, what);
	const understood = all.flatMap((row) => read(row) ?? []);
	if (understood.length > 0 || all.length === 0) return understood;
	throw new Failure('brokenAnswer', `${partner} answered with ${all.length} rows of a form that is not known (${what})`, {
		advice: 'Type the value in instead of choosing it.',
		status: answer.status,
	});
}
