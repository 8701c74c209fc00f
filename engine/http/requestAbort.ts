import type { IHttpRequestOptions } from 'n8n-workflow';

/** The means to end a request, however far it has come. */
export interface RequestAbort {
	stop(): void;
	/** Once the request is over: what lives longer must not hold on to it. */
	release(): void;
}

/**
 * Puts a signal of our own into a request.
 *
 * @param all means to end the requests of a run, to which this one's is added until it is released
 */
export function requestAbort(options: IHttpRequestOptions, all = new Set<() => void>()): RequestAbort {
	const own = new AbortController();
	const stop = (): void => own.abort();
	options.abortSignal = own.signal;
	all.add(stop);
	return { stop, release: () => all.delete(stop) };
}
