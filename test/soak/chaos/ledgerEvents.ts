import type { BareExecution, Lie, SavedCredential, SentEvent, StartedEvent } from './records';

/** What n8n itself answers, with status 200, before it knows its workflows. No node has a say in it. */
export const STARTING_UP = 'n8n is starting up. Please wait';

/** An execution is first seen so long after it was stored, at most. */
const SEEN_WITHIN_MS = 15_000;

/** What is not so in the answers to events, and in what they started. */
export function liesOfEvents(sent: readonly SentEvent[], started: readonly StartedEvent[], bare: readonly BareExecution[]): Lie[] {
	const starts = new Set([...started, ...startsOf(bare, sent, started)].map(({ flow, key }) => `${flow} ${key}`));
	const reality = new Map(sent.map(({ key, isReal }) => [key, isReal]));
	return [
		...sent.flatMap((event): Lie[] => {
			if (!isTaken(event)) return [];
			const isStarted = starts.has(`${event.flow} ${event.key}`);
			if (/not confirmed/i.test(event.answer)) {
				return event.isReal ? [{ what: 'an event dropped as not confirmed, though what it names exists', evidence: event }] : [];
			}
			return isStarted ? [] : [{ what: 'an event answered 2xx that started nothing', evidence: event }];
		}),
		...started.flatMap((event): Lie[] => {
			const isReal = reality.get(event.key);
			if (isReal === undefined) return [{ what: 'an execution of an event that nobody sent', evidence: event }];
			if (typeof event.confirmed !== 'boolean' || event.confirmed === isReal) return [];
			return [{ what: `an event told as ${event.confirmed ? 'confirmed' : 'not confirmed'}, which is not so`, evidence: event }];
		}),
	];
}

/** Gives each execution without its event to one that was being sent when it was made, and that started no other. */
function startsOf(bare: readonly BareExecution[], sent: readonly SentEvent[], started: readonly StartedEvent[]): Array<{ flow: string; key: string }> {
	const known = new Set(started.map(({ flow, key }) => `${flow} ${key}`));
	const open = sent.filter((event) => isTaken(event) && !/not confirmed/i.test(event.answer) && !known.has(`${event.flow} ${event.key}`));
	const found: Array<{ flow: string; key: string }> = [];
	for (const { flow, seenAt } of bare) {
		const match = open.find((event) => {
			if (event.flow !== flow || found.some(({ key }) => key === event.key)) return false;
			const calls = sent.filter((other) => other.flow === flow && other.key === event.key);
			return calls.some(({ sentAt, answeredAt }) => seenAt >= sentAt && seenAt <= answeredAt + SEEN_WITHIN_MS);
		});
		if (match) found.push({ flow, key: match.key });
	}
	return found;
}

/** Whether the sender may believe that it was taken. */
function isTaken({ status, answer }: SentEvent): boolean {
	return status !== null && status >= 200 && status < 300 && !answer.includes(STARTING_UP);
}

/** What a person saved is what n8n holds. */
export function liesOfCredentials(credentials: readonly SavedCredential[]): Lie[] {
	return credentials.flatMap(({ name, when, saved, stored }) => {
		const undone = Object.keys(saved).filter((field) => saved[field] !== stored[field]);
		if (undone.length === 0) return [];
		// Values only of what is no secret.
		const show = (data: Readonly<Record<string, unknown>>) => Object.fromEntries(undone.map((field) => [field, /secret/i.test(field) ? '(hidden)' : data[field]]));
		return [{ what: 'an edit of a credential was undone', evidence: { name, when, undone, saved: show(saved), stored: show(stored) } }];
	});
}
