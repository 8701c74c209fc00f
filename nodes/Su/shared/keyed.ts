import type { PartnerAnswer } from '../../../engine/http/request';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject } from '../../../engine/values';
import { goodAnswer } from './refusal';
import { SU } from './su';

/** A member of an object: its name, and what stands there. */
type Member = [name: string, value: unknown];

/**
 * The members of an answer that is one object keyed by ids, with no field around it: by channel (logs/currently-mapped-ota-channels), by
 * day (logs/bulk-rates-and-inventory-logs-future-date).
 *
 * @param what the call as Su's documents name it
 * @param key the form of the ids; whatever else stands beside them is passed over
 * @param expected such as `days`
 * @throws Failure where the answer is a refusal, or holds something and none of these
 */
export function keyedIn(answer: PartnerAnswer, what: string, key: RegExp, expected: string): Member[] {
	if (isEmptyList(answer.body)) return [];
	const body = goodAnswer(answer, what);
	const members = Object.entries(body).filter(([name]) => key.test(name));
	if (members.length === 0 && Object.keys(body).length > 0) throw unusableAnswer(SU, answer, what, expected);
	return members;
}

/** The members of an object inside such an answer; undefined where it is none. Nothing, and an empty list, are one without members. */
export function membersOf(value: unknown): Member[] | undefined {
	if (value === undefined || value === null || isEmptyList(value)) return [];
	return isObject(value) ? Object.entries(value) : undefined;
}

/** What many servers write for an object without members. That Su does so is inferred. */
function isEmptyList(value: unknown): boolean {
	return Array.isArray(value) && value.length === 0;
}
