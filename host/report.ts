/** Receives one line of progress at a time. Who calls decides where it goes: a terminal, a task list, nowhere. */
export type Report = (line: string) => void;

/** For callers that do not want to hear anything. */
export const silent: Report = () => undefined;

/** "48 s", "3 min 20 s": for progress lines, so whole seconds are enough. */
export function formatDuration(durationMs: number): string {
	const seconds = Math.round(durationMs / 1000);
	if (seconds < 60) return `${seconds} s`;
	return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Says every so often that a long step is still under way, and at the end how long it took. */
export async function reportElapsed<T>(
	what: string,
	report: Report,
	step: () => Promise<T>,
	everyMs = 15_000,
): Promise<T> {
	const startedAt = Date.now();
	report(`${what} ...`);
	const timer = setInterval(
		() => report(`${what} ... (${formatDuration(Date.now() - startedAt)})`),
		everyMs,
	);
	try {
		const result = await step();
		report(`${what}: done in ${formatDuration(Date.now() - startedAt)}`);
		return result;
	} finally {
		clearInterval(timer);
	}
}
