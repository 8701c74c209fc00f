import type { Lie, SavedCredential, SentEvent, StartedEvent } from './records';

/** What n8n itself answers, with status 200, before it knows its workflows. No node has a say in it. */
export const STARTING_UP = 'n8n is starting up. Please wait';

/** What is not so in the answers to events, and in what they started. */
export function liesOfEvents(sent: readonly SentEvent[], started: readonly StartedEvent[]): Lie[] {
	const starts = new Set(started.map(({ flow, key }) => `${flow} ${key}`));
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
