import type { IHookFunctions } from 'n8n-workflow';

import { behindTest, hostOf, isOwn, type Hook, type Own } from './hooks';
import { fault, isStart } from './hookContext';

/** Whether an event is somebody else's. What a test has taken the place of counts, not the test. */
export function isForeign(hook: Hook | undefined, own: Own): boolean {
	const counts = behindTest(hook);
	return counts !== undefined && !isOwn(counts, own);
}

/**
 * *Take Over* is what a person decides who publishes. Where n8n activates the workflow by itself, at a start or since that has failed, it does not
 * count for an event that the node has lost since: else two workflows would take it from each other for ever. n8n 2.41 calls its own tries
 * `update`, as it calls the publishing of a changed workflow; so only the publishing of one that was not published is surely a person's.
 */
export function mayTakeOver(context: IHookFunctions, event: string, held: readonly string[]): boolean {
	return context.getNodeParameter('takeOver', false) === true && (context.getActivationMode() === 'activate' || !held.includes(event));
}

/** @param isNothingLeft whether the node would hear of nothing at all @throws NodeOperationError unless n8n is starting and the node still hears of something */
export function tellOfForeign(context: IHookFunctions, left: readonly string[], found: ReadonlyMap<string, Hook>, isNothingLeft: boolean): void {
	const where = nameAll(left.flatMap((event) => behindTest(found.get(event)) ?? []));
	// n8n 2.41 shows the message alone.
	if (!isStart(context)) {
		const what = `Tradevest sends some of these events to somebody else: ${where}. Leave them out under Trigger On, or turn on Take Over`;
		throw fault(context, what, 'Tradevest has one webhook for each type of event. With Take Over whoever has them now hears nothing any more. Had this workflow them before, unpublish it first, then publish it.');
	}
	const advice = 'Unpublish the workflow and publish it with Take Over to have them back, or leave them out under Trigger On.';
	if (isNothingLeft) throw fault(context, `Somebody else has taken over the events of this workflow: ${where}. ${advice}`, advice);
	context.logger.warn(`${context.getNode().name}: somebody else has taken over some of its events: ${where}. ${advice}`);
}

/** Types of event with the hosts they lead to. */
export function nameAll(hooks: readonly Hook[]): string {
	return hooks.map(({ eventType, url }) => `${eventType} goes to ${hostOf(url)}`).join(', ');
}
