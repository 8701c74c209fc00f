import { answerJson } from '../http/answerJson';
import { withExactMembers, type ExactMembers } from '../http/exactMembers';
import { MB } from '../http/megabyte';
import type { Effect, PartnerAnswer } from '../http/request';
import { unreadAnswer } from './unreadAnswer';
import { isStream, readText, type ReadingLimits } from '../http/readText';

/** Largest JSON answer that is read, in MB, unpacked: a wrong one must not fill the memory. JavaScript holds no text of more than 512 MB. */
export const MOST_ANSWER_MB = { usual: 100, most: 500 };
/** The same for the body of an error, of which no more than the beginning is shown. */
const MOST_ERROR_BYTES = MB;

/** How an answer is read, and of what it is one. `mostBytes` is for a success; `MOST_ANSWER_MB.usual` unless given. `exact` finds numbers that become text, `alsoGood` is a status that brings what a success does. */
export type JsonReading = Omit<ReadingLimits, 'mostBytes'> & { partner: string; effect: Effect; mostBytes: number | undefined; exact?: ExactMembers | undefined; alsoGood?: number | undefined };

/**
 * Reads an answer to its end, if it has one. Of an error no more than the beginning is wanted.
 *
 * @returns the answer with its JSON parsed
 * @throws Failure for a success that is too large, or that cannot be used; what the stream fails with
 */
export async function readJson({ status, headers, body }: PartnerAnswer, reading: JsonReading): Promise<PartnerAnswer> {
	const { partner, effect, exact, mostBytes = MOST_ANSWER_MB.usual * MB } = reading;
	if (!isStream(body)) return { status, headers, body: typeof body === 'string' ? answerJson(body).body : body };
	if (!isGood(status) && status !== reading.alsoGood) {
		// What a refusal says by its status holds, whatever becomes of its words.
		const words = await readText(body, { ...reading, mostBytes: MOST_ERROR_BYTES }).catch(() => ({ text: '' }));
		return { status, headers, body: answerJson(words.text).body };
	}
	const { text, isWhole } = await readText(body, { ...reading, mostBytes });
	if (!isWhole) throw unreadAnswer(partner, status, `is larger than ${Math.round(mostBytes / MB)} MB`, effect);
	const read = answerJson(exact ? withExactMembers(text, exact) : text);
	if (read.fault) throw unreadAnswer(partner, status, `is ${read.fault}`, effect);
	return { status, headers, body: read.body };
}

export function isGood(status: number): boolean {
	return status >= 200 && status < 300;
}
