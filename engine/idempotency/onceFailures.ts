import { Failure } from '../failure';
import type { Verdict } from './evidence';
import type { Candidate } from '../operation/candidate';

/** Nobody knows what became of a write. */
export type Unknown = Extract<Verdict, { is: 'unknown' }>;

/** What to do where it is to be sent after all, unless the operation has other words. */
const WAY_OUT = 'run the item with Send Even If Already Sent';

/** Where nobody knows what became of a write: with where a person sees it. @param whereToLook as a sentence */
export function toldWhereToLook(failure: Failure, whereToLook: string): Failure {
	return failure.kind === 'unknownOutcome' ? failure.retold({ advice: `${failure.details.advice} ${whereToLook}` }) : failure;
}

/** The key was used for a write with other content. @param advice of the operation, where it has its own */
export function keyUsed(label: string, advice?: string): Failure {
	return new Failure('conflict', `Not sent (${label}): something else was sent under the same key before`, {
		advice: advice ?? 'If this is another one, give it a transaction ID of its own. If it is a change, ask the partner to change what was sent.',
	});
}

/**
 * What a write may be sent with once was used before.
 *
 * @param what as a person calls it
 * @param ids the partner's numbers of what was sent with it, where it is this very write; left out, nobody knows what that was
 */
export function passUsed(label: string, what: string, ids?: readonly string[]): Failure {
	const stands = ids === undefined ? '' : `. It stands as it was sent with it${ids.length > 0 ? `, under ${ids.join(', ')}` : ''}`;
	return new Failure('conflict', `Not sent (${label}): this ${what} was used before, and serves once${stands}`, {
		advice: `${ids === undefined ? '' : 'Do not send it again. '}Another one needs a new ${what}. Nothing was sent.`,
	});
}

/** What it may be sent with was valid when it was given, and is so no longer. @param what as a person calls it */
export function passTooOld(label: string, what: string): Failure {
	return new Failure('conflict', `Not sent (${label}): this ${what} ran out while it was being checked, or while others were sent before it`, {
		advice: `Get a new ${what}. Nothing was sent.`,
	});
}

/** This n8n has no record of the write, but the partner lists something that looks like it. @param advice of the operation, where it has its own */
export function listedAlready(label: string, candidates: readonly Candidate[], advice?: string): Failure {
	return new Failure('conflict', `Not sent (${label}): the partner already lists ${idsOf(candidates)} that looks like it`, {
		advice: advice ?? 'Look at what is listed. If this is another one, give it a number of its own, or allow the same number under Options. Nothing was sent.',
	});
}

/** This process sent others of the same purpose, and the partner does not list them yet. @param others their labels */
export function sentBefore(label: string, others: readonly string[]): Failure {
	return new Failure('conflict', `Not sent (${label}): this n8n has sent another one of the same number, which the partner does not list so far: ${firstOf(others, '; ')}`, {
		advice: 'Look at what became of that. If this is another one, give it a number of its own, or allow the same number under Options. Nothing was sent.',
	});
}

/** This process sent the same before, which sets a state, and nobody knows what became of it. */
export function stateInDoubt(label: string): Failure {
	return new Failure('conflict', `Not sent (${label}): this n8n has sent the same before, and it is not known whether that was carried out, or still will be`, {
		advice: 'Look at the partner. To send it all the same, turn on Send Even If Already Sent under Options. Nothing was sent.',
	});
}

/**
 * The partner was to be asked whether it lists the write already, and could not be.
 *
 * @param why it could not
 */
export function notLookedUp(label: string, why: Failure | undefined): Failure {
	const message = `Not sent (${label}): it could not be looked up whether the partner lists it already`;
	const advice =
		'Nothing was sent by this run. Mend what the look-up needs, or, if the same number may be listed twice, allow that under Options: then it is sent without the look-up.';
	if (!why) return new Failure('brokenAnswer', message, { advice });
	return why.retold({ message: `${message}. ${why.message}`, advice: `${why.details.advice} ${advice}` });
}

/** A refusal because of what is there already, such as a 409: what is there may be this write. */
export function ofUnknownOutcome(failure: Failure, label: string): Failure {
	if (failure.kind !== 'conflict') return failure;
	const { advice, ...details } = failure.details;
	return new Failure('unknownOutcome', `The partner refused it because of what it has already (${label}): ${failure.message}`, {
		...details,
		advice: `What it has may be this one, by a try that was not heard of. ${advice}`,
	});
}

/** It was sent, nothing says what became of it, and the look-up did not tell. */
export function stillUnknown(failure: Failure, label: string, { couldLook, mayBe }: Unknown): Failure {
	const { advice } = failure.details;
	if (mayBe.length > 0) return failure.retold({ advice: `${advice} ${seenToo(mayBe)} (${label}).` });
	return failure.retold({ advice: `${advice} ${couldLook ? 'A look-up did not find it so far.' : 'A look-up was not possible.'}` });
}

/**
 * It was sent before, or recorded as about to be, and nothing tells what became of it.
 *
 * @param wayOut what to do where it is to be sent after all
 */
export function earlierUnknown(label: string, { couldLook, mayBe }: Unknown, wayOut = WAY_OUT): Failure {
	if (mayBe.length > 0) {
		return new Failure('unknownOutcome', `Not sent again (${label}): this n8n recorded it before, as sent or about to be sent, and the partner lists ${idsOf(mayBe)}`, {
			advice: `${mayBe.length > 1 ? 'Any of them may be it, or none' : 'That may be it, or another one'}. Look at what is listed. If this one is not there, ${wayOut}.`,
		});
	}
	const what = couldLook ? 'the partner does not list it' : 'it could not be looked up';
	return new Failure('unknownOutcome', `Not sent again (${label}): this n8n recorded it before, as sent or about to be sent, and ${what}`, {
		advice: `It may still be queued there, or n8n was stopped before it left. Ask the partner. Once you know that it does not exist, ${wayOut}.`,
	});
}

/** It was sent before and carried out, and what the partner lists now shows that it is not so. */
export function undoneSince(label: string, wayOut = WAY_OUT): Failure {
	return new Failure('unknownOutcome', `Not sent again (${label}): it was sent before and carried out, and what the partner lists now shows that it is not so`, {
		advice: `It was undone since, or what the partner lists is behind. Look at what is listed. If it is to be done once more, ${wayOut}.`,
	});
}

function seenToo(mayBe: readonly Candidate[]): string {
	if (mayBe.length === 1) return `The partner lists ${idsOf(mayBe)}, which may be it, or another one`;
	return `The partner lists ${idsOf(mayBe)}, each of which may be it, or another one`;
}

const MOST_NAMED = 10;
/** Characters of a number. Real ones are shorter; a longer one must not push the advice out of sight. */
const LONGEST_ID = 40;

function idsOf(candidates: readonly Candidate[]): string {
	return firstOf(candidates.map(({ id, doubt }) => `${shortened(id ?? 'one without a number')}${doubt === undefined ? '' : ` (${doubt})`}`), ', ');
}

function firstOf(names: readonly string[], separator: string): string {
	const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
	return `${names.slice(0, MOST_NAMED).join(separator)}${more}`;
}

function shortened(id: string): string {
	return id.length > LONGEST_ID ? `${id.slice(0, LONGEST_ID)}...` : id;
}
