import type { HeldOrder, Lie, ToldFailure, ToldOrder } from './records';

/** Sentences that say that nothing left, or that nothing was placed. "Not sent again" is none: it says that it may have been before. */
const DENIALS = [/nothing was (sent|placed)/i, /no order was placed/i, /\bnot sent \(/i, /\bwas not sent\b/i, /\bnot sent, since\b/i];

/** Kinds that say for certain that the order was not placed: the next run sends it. */
const CERTAIN = new Set(['configuration', 'authentication', 'permission', 'notFound', 'validation', 'conflict', 'rateLimit', 'outage', 'businessRefusal']);

/** What is not so in the reason why Submit stopped. Only what this call itself placed counts: others may have placed the same order. */
export function liesOfFailure(told: ToldOrder, held: readonly HeldOrder[]): Lie[] {
	const { failure, callId } = told;
	if (!failure) return [];
	const placed = held.filter((order) => callId !== undefined && order.callId === callId);
	const denial = denialIn(failure);
	if (denial !== undefined && placed.length > 0) return [{ what: `told "${denial}" of an order that it placed`, evidence: { told, placed } }];
	const unheard = listedIn(failure).filter((id) => !held.some(({ orderId }) => orderId === id));
	if (unheard.length > 0) return [{ what: 'told as listed by the partner, which holds no such order', evidence: { told, unheard } }];
	return [];
}

/** How a failure says that nothing was placed; undefined where it does not say so. */
export function denialIn({ kind, text }: ToldFailure): string | undefined {
	const said = DENIALS.map((denial) => denial.exec(text)?.[0]).find((words) => words !== undefined);
	if (said !== undefined) return said;
	return kind !== undefined && CERTAIN.has(kind) ? `error of kind ${kind}` : undefined;
}

/** The numbers after "lists": the sandbox's have eight digits. */
function listedIn({ text }: ToldFailure): string[] {
	return [...text.matchAll(/\blists ((?:\d{8}(?:, )?)+)/g)].flatMap(([, ids = '']) => ids.split(', ').filter((id) => id !== ''));
}
