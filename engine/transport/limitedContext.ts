import type { HostContext } from './hostContext';

/** The context with an end to all requests that are made with it. Where the host has no stop button of its own, as in triggers. */
export function limitedContext(context: HostContext, end: AbortSignal): HostContext {
	return {
		getCredentials: async (type: string) => await context.getCredentials(type),
		getNode: () => context.getNode(),
		helpers: context.helpers,
		logger: context.logger,
		getExecutionCancelSignal: () => end,
	} as HostContext;
}
