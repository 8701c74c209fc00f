import type { IWebhookFunctions } from 'n8n-workflow';

import type { Refusal } from './readBody';

/**
 * Refuses an event because of the workflow's own setup, so that it may come again once that is mended. n8n's log says what is wrong; who
 * calls learns no more than that something is.
 *
 * @param why what is wrong, and what to do, for the log
 * @param what cannot be read, for the caller
 */
export function setupRefusal(context: IWebhookFunctions, why: string, what: string): Refusal {
	context.logger.warn(`${context.getNode().name}: an event was refused: ${why}`);
	return { status: 503, reason: `Events cannot be taken at the moment: ${what}. Send it again later.` };
}
