/** What is looked at of a response of the host: Node's own ServerResponse. */
export interface WatchedResponse {
	statusCode: number;
	destroyed?: boolean;
	once(event: 'finish' | 'close', listener: () => void): unknown;
}

/**
 * Whether the caller was sent a good answer, as soon as that is known. An answer of 400 or more is none, and neither is
 * one that could not be sent any more because the caller had hung up.
 */
export async function goodAnswerSent(response: WatchedResponse): Promise<boolean> {
	if (response.destroyed === true) return false;
	return await new Promise((resolve) => {
		response.once('finish', () => resolve(response.statusCode < 400));
		// It comes after `finish`, too: then this changes nothing.
		response.once('close', () => resolve(false));
	});
}
