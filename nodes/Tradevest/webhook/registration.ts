import type { IHookFunctions } from 'n8n-workflow';

import { isFailure, orFailure, type Failure } from '../../../engine/failure';
import { toNodeError } from '../../../engine/items/nodeErrors';
import { checkSetup } from '../../../engine/webhook/setup';
import { isForeign, mayTakeOver, tellOfForeign } from './foreignHooks';
import { HookCalls } from './hookCalls';
import { checkAddress, chosenEvents, fault, isStart, isTest, ownUrl, wordsOf } from './hookContext';
import { behindTest, hostOf, isOwn, isSame, isTestHook, secretOf, testHook, wantedHook, type Hook } from './hooks';
import { isOwnBehind, registerOrPutBack, removeHooks, type Removal } from './replaceHooks';
import { knownSecret, ownSecret, registeredOf, remember } from './secretStore';
import { tradevestSetup } from './setup';

/** By type of event. */
type Hooks = ReadonlyMap<string, Hook>;

/** Workflows of one process register one after the other: each looks at what is registered first. */
let last: Promise<unknown> = Promise.resolve();

/**
 * How the trigger registers itself. Tradevest has one registration for each type of event, whoever made it, and replaces it without a word
 * (tv:api-reference/webhooks). So what belongs to somebody else is looked for first, and left alone.
 */
export const selfRegistering: { default: Record<'checkExists' | 'create' | 'delete', (this: IHookFunctions) => Promise<boolean>> } = {
	default: {
		/** n8n asks when a workflow is published, at each start, and when somebody listens for a test event. */
		async checkExists(this: IHookFunctions): Promise<boolean> {
			await checkSetup(this, tradevestSetup);
			const events = chosenEvents(this);
			if (events.length === 0) throw fault(this, 'Trigger On names no event: choose at least one', 'The node registers one webhook at Tradevest for each.');
			if (isTest(this)) return this.getNodeParameter('registerForTest', false) !== true;
			return await asNodeErrors(this, async () => await isInPlace(this, events));
		},

		async create(this: IHookFunctions): Promise<boolean> {
			const events = chosenEvents(this);
			await asNodeErrors(this, async () => await inTurn(async () => await (isTest(this) ? registerForTest(this, events) : registerAll(this, events))));
			return true;
		},

		/** Takes away what is the node's own. Nothing that goes wrong keeps a workflow from being unpublished. */
		async delete(this: IHookFunctions): Promise<boolean> {
			try {
				await inTurn(async () => await removeOwn(this));
			} catch (error) {
				this.logger.warn(`${this.getNode().name}: its webhooks at Tradevest could not be removed: ${wordsOf(error)} Remove them with the operation Webhook: Delete, or publish and unpublish again.`);
			}
			return true;
		},
	},
};

/** Whether all is registered as it should be. At a start of n8n a Tradevest that does not answer is no reason to stop listening. */
async function isInPlace(context: IHookFunctions, events: readonly string[]): Promise<boolean> {
	const url = ownUrl(context);
	await checkAddress(context, url);
	const secret = knownSecret(context, 'production');
	if (secret === undefined) return false;
	const calls = await HookCalls.of(context);
	const found = await orFailure(calls.all());
	if (isFailure(found)) {
		if (!isStart(context) || registeredOf(context).url !== url) throw found;
		context.logger.warn(`${context.getNode().name}: Tradevest could not be asked whether its webhooks are still registered, so the node listens as before. ${found.message}`);
		return true;
	}
	const isStray = (hook: Hook): boolean => isOwnBehind(hook, { url, secret }) && !events.includes(hook.eventType);
	if (!events.every((event) => isSame(found.get(event), wantedHook(event, url, secret))) || [...found.values()].some(isStray)) return false;
	remember(context, { secret, url, events: [...events] });
	return true;
}

async function registerAll(context: IHookFunctions, events: readonly string[]): Promise<void> {
	const calls = await HookCalls.of(context);
	const url = ownUrl(context);
	const { events: held } = registeredOf(context);
	const before = await calls.all();
	// Another process of n8n, or one that was killed, may have registered already.
	const registered = [...before.values()].find((hook) => hook.url === url && !isTestHook(hook));
	const own = { url, secret: ownSecret(context, 'production', registered && secretOf(registered)) };
	const foreign = events.filter((event) => isForeign(before.get(event), own));
	const mine = events.filter((event) => !foreign.includes(event) || mayTakeOver(context, event, held));
	const left = foreign.filter((event) => !mine.includes(event));
	if (left.length > 0) tellOfForeign(context, left, before, mine.length === 0);

	remember(context, { ...own, events: held });
	const wanted = mine.map((event) => wantedHook(event, own.url, own.secret));
	await (isStart(context) ? registerWhatCanBe(context, calls, wanted, before) : registerOrPutBack(context, calls, wanted, before));
	// What somebody else has taken since stays among them: else Take Over would have it back at the start after this one.
	remember(context, { ...own, events: events.filter((event) => mine.includes(event) || held.includes(event)) });
	tellWhatStays(context, await removeHooks(calls, own, new Map([...before].filter(([event]) => !events.includes(event)))));
	const moved = mine.flatMap((event) => before.get(event) ?? []).find((hook) => hook.url !== url && !isTestHook(hook) && isOwn(hook, own));
	if (moved) context.logger.warn(`${context.getNode().name}: its webhooks at Tradevest led to ${hostOf(moved.url)}, and lead to ${hostOf(url)} now.`);
}

async function registerForTest(context: IHookFunctions, events: readonly string[]): Promise<void> {
	const url = ownUrl(context);
	await checkAddress(context, url);
	const calls = await HookCalls.of(context);
	const secret = ownSecret(context, 'test');
	const before = await calls.all();
	remember(context, { secret, url, events: [...events] });
	await registerOrPutBack(context, calls, events.map((event) => testHook(event, url, secret, behindTest(before.get(event)))), before);
}

/** Mends at a start of n8n. What cannot be mended is told in n8n's log: a failed start would take away what is well. @throws Failure where nothing is */
async function registerWhatCanBe(context: IHookFunctions, calls: HookCalls, wanted: readonly Hook[], before: Hooks): Promise<void> {
	const failed = new Map<string, Failure>();
	for (const hook of wanted.filter((one) => !isSame(before.get(one.eventType), one))) {
		const registered = await orFailure(calls.register(hook));
		if (isFailure(registered)) failed.set(hook.eventType, registered);
	}
	const [first] = failed.values();
	if (first === undefined) return;
	if (failed.size === wanted.length) throw first;
	context.logger.warn(`${context.getNode().name}: ${[...failed.keys()].join(', ')} could not be registered at Tradevest as n8n started; the next start tries again, and so does publishing. ${first.message}`);
}

async function removeOwn(context: IHookFunctions): Promise<void> {
	// Not the secret that this process knows: at the end of a test it would be that of the published workflow.
	const { secret, url, events: held } = registeredOf(context);
	const calls = await HookCalls.of(context);
	const removal = await removeHooks(calls, { url: ownUrl(context), secret }, await calls.all());
	const { removed } = removal;
	tellWhatStays(context, removal);
	if (secret !== undefined) remember(context, { secret, url, events: held.filter((event) => !removed.has(event)) });
}

/** What could not be taken away does not keep a workflow from being published or unpublished. */
function tellWhatStays(context: IHookFunctions, { failed }: Removal): void {
	const [first] = failed.values();
	if (first === undefined) return;
	context.logger.warn(`${context.getNode().name}: ${[...failed.keys()].join(', ')} could not be taken away at Tradevest: ${first.message} Remove them with the operation Webhook: Delete, or publish and unpublish again.`);
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
	const mine = last.then(work);
	last = mine.catch(() => undefined);
	return await mine;
}

/** @throws a Failure as n8n shows it, and all else as it is */
async function asNodeErrors<T>(context: IHookFunctions, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw isFailure(error) ? toNodeError(context.getNode(), told(error)) : error;
	}
}

function told(failure: Failure): Failure {
	return failure.retold({ message: `The webhooks could not be registered at Tradevest. ${failure.message}` });
}
