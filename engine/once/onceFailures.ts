import { Failure } from '../failure';
import type { Candidate, Sighting } from './lookUp';

/** The key was used for a write with other content. */
export function keyUsed(label: string): Failure {
	return new Failure('conflict', `Not sent (${label}): something else was sent under the same key before`, {
		advice: 'If this is another one, give it a transaction ID of its own. If it is a change, ask the partner to change what was sent.',
	});
}

/** This n8n has no record of the write, but the partner lists something that looks like it. */
export function listedAlready(label: string, candidates: readonly Candidate[]): Failure {
	return new Failure('conflict', `Not sent (${label}): the partner already lists ${idsOf(candidates)} that looks like it`, {
		advice: 'Look at what is listed. If this is another one, give it a number of its own, or allow the same number under Options. Nothing was sent.',
	});
}

/** It was sent, nothing says what became of it, and the look-up did not tell. */
export function stillUnknown(failure: Failure, label: string, seen: Sighting): Failure {
	const { advice } = failure.details;
	if (seen.candidates.length > 1) {
		return failure.retold({ advice: `${advice} The partner lists ${idsOf(seen.candidates)}, each of which may be it (${label}).` });
	}
	return failure.retold({ advice: `${advice} ${seen.couldLook ? 'A look-up did not find it so far.' : 'A look-up was not possible.'}` });
}

/** It was recorded as sent, or as about to be, and the partner does not list it. */
export function notToBeFound(label: string, couldLook: boolean): Failure {
	const what = couldLook ? 'the partner does not list it' : 'it could not be looked up';
	return new Failure('unknownOutcome', `Not sent again (${label}): this n8n recorded it as sent before, and ${what}`, {
		advice:
			'It may still be queued there, or n8n was stopped before it left. Ask the partner. Once you know that it does not exist, run the item with Send Even If Already Sent.',
	});
}

/** It was recorded as sent, and several things the partner lists may be it. */
export function severalFound(label: string, candidates: readonly Candidate[]): Failure {
	return new Failure('unknownOutcome', `Not sent again (${label}): this n8n recorded it as sent before, and the partner lists ${idsOf(candidates)}`, {
		advice: 'Any of them may be it. Look at them. If none is, run the item with Send Even If Already Sent.',
	});
}

const MOST_NAMED = 10;

function idsOf(candidates: readonly Candidate[]): string {
	const named = candidates.slice(0, MOST_NAMED).map(({ id }) => id);
	const more = candidates.length > MOST_NAMED ? ` and ${candidates.length - MOST_NAMED} more` : '';
	return `${named.join(', ')}${more}`;
}
