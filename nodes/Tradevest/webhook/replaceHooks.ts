import type { IHookFunctions } from 'n8n-workflow';

import { isFailure, orFailure, type Failure } from '../../../engine/failure';
import { nameAll } from './foreignHooks';
import type { HookCalls } from './hookCalls';
import { fault, isAboutAddress, ownUrl, plainFault, wordsOf } from './hookContext';
import { behindTest, isOwn, isSame, isTestHook, secretOf, withNothingBehind, type Hook, type Own } from './hooks';

/** By type of event. */
type Hooks = ReadonlyMap<string, Hook>;

/** Registers all of them or none: what was there is put back where one fails. */
export async function registerOrPutBack(context: IHookFunctions, calls: HookCalls, wanted: readonly Hook[], before: Hooks): Promise<void> {
	try {
		for (const hook of wanted) if (isTestHook(hook) || !isSame(before.get(hook.eventType), hook)) await calls.register(hook);
		const after = await calls.all();
		// What still shows as it was before may only lag behind.
		const lost = wanted.flatMap((hook) => after.get(hook.eventType) ?? []).filter((hook) => !isOneOf(wanted, hook) && hook.url !== before.get(hook.eventType)?.url);
		if (lost.length > 0) throw fault(context, `Somebody else registered at the same moment: ${nameAll(lost)}`, 'Find out who did, and publish again.');
	} catch (error) {
		await putBack(context, calls, wanted, before);
		throw isAboutAddress(error) && /^http:/i.test(ownUrl(context)) ? plainFault(context) : error;
	}
}

async function putBack(context: IHookFunctions, calls: HookCalls, wanted: readonly Hook[], before: Hooks): Promise<void> {
	try {
		const now = await calls.all();
		for (const [eventType, hook] of now) if (isOneOf(wanted, hook)) await restore(calls, eventType, before.get(eventType));
	} catch (error) {
		context.logger.warn(`${context.getNode().name}: what was registered at Tradevest before could not be put back: ${nameAll([...before.values()])}. ${wordsOf(error)}`);
	}
}

/** What came of taking registrations away: types of event that are the node's no more, and what kept others from it. */
export interface Removal {
	removed: Set<string>;
	failed: Map<string, Failure>;
}

/**
 * Takes away what is a node's own, and puts back what a test has taken the place of. Behind tests that are still listening, too: they would
 * bring it back. One that cannot be taken away keeps none of the others.
 *
 * @param found what is registered
 * @throws what is no Failure
 */
export async function removeHooks(calls: HookCalls, own: Own, found: Hooks): Promise<Removal> {
	const removal: Removal = { removed: new Set(), failed: new Map() };
	for (const [eventType, hook] of found) {
		if (!isOwnBehind(hook, own)) continue;
		const done = await orFailure(isOwn(hook, own) ? restore(calls, eventType, behindOwn(hook)) : calls.register(withNothingBehind(hook)));
		if (isFailure(done)) removal.failed.set(eventType, done);
		else removal.removed.add(eventType);
	}
	return removal;
}

/** Whether a registration is a node's own, or one of a test that would bring it back. */
export function isOwnBehind(hook: Hook, own: Own): boolean {
	const behind = behindTest(hook);
	return isOwn(hook, own) || (isTestHook(hook) && behind !== undefined && isOwn(behind, own));
}

async function restore(calls: HookCalls, eventType: string, before: Hook | undefined): Promise<void> {
	if (before === undefined) await calls.remove(eventType);
	else await calls.register(before);
}

/** What an own registration has taken the place of. One that does not tell, or cannot be read, has taken nobody's. */
function behindOwn(hook: Hook): Hook | undefined {
	const behind = isTestHook(hook) ? behindTest(hook) : undefined;
	return behind === hook ? undefined : behind;
}

/** Whether a registration is one that was just made. Tradevest may write its address in another way. */
function isOneOf(made: readonly Hook[], hook: Hook): boolean {
	return made.some((one) => one.eventType === hook.eventType && isOwn(hook, { url: one.url, secret: secretOf(one) }));
}
