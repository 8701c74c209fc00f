import type { IWebhookFunctions } from 'n8n-workflow';

import { limitedContext } from '../../../engine/transport/limitedContext';
import { placeOf } from '../../../engine/webhook/eventMemory';
import { HookCalls } from './hookCalls';
import { isTestHook, secretOf } from './hooks';
import { keepSecret } from './secretStore';

/** How long not to ask again, in milliseconds: anybody can call the URL. */
const ASK_EVERY_MS = 10_000;
const WITHIN_MS = 8_000;

/** When Tradevest was asked last, by node, in milliseconds of running. */
const askedAt = new Map<string, number>();

/**
 * The secret of a node that does not know it: n8n was killed between registering and storing, or another process registered a moment ago. Tradevest
 * shows the headers of a registration in clear.
 *
 * @returns none where nothing is registered for this address, or Tradevest cannot be asked
 */
export async function askedSecret(context: IWebhookFunctions): Promise<string[]> {
	const place = placeOf(context);
	if (performance.now() - (askedAt.get(place) ?? -Infinity) < ASK_EVERY_MS) return [];
	askedAt.set(place, performance.now());
	const url = context.getNodeWebhookUrl('default');
	try {
		const calls = await HookCalls.of(limitedContext(context, AbortSignal.timeout(WITHIN_MS)));
		const own = [...(await calls.all()).values()].filter((hook) => hook.url === url && !isTestHook(hook));
		const [secret] = own.flatMap((hook) => secretOf(hook) ?? []);
		if (secret === undefined) return [];
		keepSecret(context, 'production', secret);
		return [secret];
	} catch {
		context.logger.warn(`${context.getNode().name}: an event came with a secret that the node does not know, and Tradevest could not be asked whether it is that of its webhooks.`);
		return [];
	}
}
