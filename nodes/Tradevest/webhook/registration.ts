import type { IHookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { tradevestTokenFlow } from '../../../credentials/TradevestApi.credentials';
import { isFailure, orFailure, type Failure } from '../../../engine/failure';
import { toNodeError } from '../../../engine/items/nodeErrors';
import { checkSetup } from '../../../engine/webhook/setup';
import { addressFault, plainAddress } from './address';
import { eventsIn } from './eventChoice';
import { HookCalls } from './hookCalls';
import { behindTest, hostOf, isOwn, isSame, isTestHook, secretOf, testHook, wantedHook, withNothingBehind, type Hook } from './hooks';
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
	const isStray = (hook: Hook): boolean => isOwn(hook, { url, secret }) && !events.includes(hook.eventType);
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
	for (const hook of before.values()) if (isOwn(hook, own) && !events.includes(hook.eventType)) await calls.remove(hook.eventType);
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

/** Registers all of them or none: what was there is put back where one fails. */
async function registerOrPutBack(context: IHookFunctions, calls: HookCalls, wanted: readonly Hook[], before: Hooks): Promise<void> {
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

/** Also of a test that was listening while the workflow was published or unpublished. */
async function removeOwn(context: IHookFunctions): Promise<void> {
	const url = ownUrl(context);
	// Not the secret that this process knows: at the end of a test it would be that of the published workflow.
	const { secret, url: registeredUrl, events: held } = registeredOf(context);
	const own = { url, secret };
	const calls = await HookCalls.of(context);
	const removed = new Set<string>();
	for (const [eventType, hook] of await calls.all()) {
		if (isOwn(hook, own)) await restore(calls, eventType, behindOwn(hook));
		else if (isTestHook(hook) && isOwnBehind(behindTest(hook), own)) await calls.register(withNothingBehind(hook));
		else continue;
		removed.add(eventType);
	}
	if (secret !== undefined) remember(context, { secret, url: registeredUrl, events: held.filter((event) => !removed.has(event)) });
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

/** Whether behind a test stands what is the node's own, which it must not put back any more. */
function isOwnBehind(behind: Hook | undefined, own: Parameters<typeof isOwn>[1]): boolean {
	return behind !== undefined && isOwn(behind, own);
}

function isForeign(hook: Hook | undefined, own: Parameters<typeof isOwn>[1]): boolean {
	const counts = behindTest(hook);
	return counts !== undefined && !isOwn(counts, own);
}

/**
 * *Take Over* is what a person decides who publishes. Where n8n activates the workflow by itself, at a start or since that has failed, it does not
 * count for an event that the node has lost since: else two workflows would take it from each other for ever. n8n 2.41 calls its own tries
 * `update`, as it calls the publishing of a changed workflow; so only the publishing of one that was not published is surely a person's.
 */
function mayTakeOver(context: IHookFunctions, event: string, held: readonly string[]): boolean {
	return context.getNodeParameter('takeOver', false) === true && (context.getActivationMode() === 'activate' || !held.includes(event));
}

/** @param isNothingLeft whether the node would hear of nothing at all @throws NodeOperationError unless n8n is starting and the node still hears of something */
function tellOfForeign(context: IHookFunctions, left: readonly string[], found: Hooks, isNothingLeft: boolean): void {
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
function nameAll(hooks: readonly Hook[]): string {
	return hooks.map(({ eventType, url }) => `${eventType} goes to ${hostOf(url)}`).join(', ');
}

/** The types of event that are chosen. */
function chosenEvents(context: IHookFunctions): string[] {
	return eventsIn(context.getNodeParameter('events', []));
}

function ownUrl(context: IHookFunctions): string {
	return context.getNodeWebhookUrl('default') ?? '';
}

async function checkAddress(context: IHookFunctions, url: string): Promise<void> {
	const found = addressFault(url, tradevestTokenFlow.apiBaseUrl(await context.getCredentials('tradevestApi')));
	if (found !== undefined) throw fault(context, found.what, found.advice);
}

function plainFault(context: IHookFunctions): NodeOperationError {
	const { what, advice } = plainAddress(ownUrl(context));
	return fault(context, what, advice);
}

/** Whether Tradevest refuses the address, as far as its words tell. */
function isAboutAddress(error: unknown): boolean {
	return isFailure(error) && error.kind === 'validation' && /https|\burl\b/i.test(`${error.details.partnerMessage ?? ''} ${error.message}`);
}

function isTest(context: IHookFunctions): boolean {
	return context.getMode() === 'manual';
}

function isStart(context: IHookFunctions): boolean {
	return ['init', 'leadershipChange'].includes(context.getActivationMode());
}

function fault(context: IHookFunctions, what: string, advice: string): NodeOperationError {
	return new NodeOperationError(context.getNode(), what, { description: advice });
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

function wordsOf(error: unknown): string {
	return isFailure(error) ? error.message : 'The request failed.';
}
