import type { IHookFunctions, INodeProperties, IWebhookFunctions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { addedFaults, type Collection } from '../items/addedFields';
import { callerFault, callerRefusal, type CallerRules } from './caller';
import type { Caller } from './callerProof';
import { choiceFault } from './choices';
import { isEmptyExpression } from './emptyExpression';
import type { Refusal } from './readBody';
import { setupRefusal } from './setupRefusal';

/** What of a trigger's panel says whom it lets in, and what it lets through. */
export interface TriggerSetup {
	/** All fields of the trigger. */
	readonly fields: readonly INodeProperties[];
	/** Which of them decide what starts the workflow: filled by an expression that comes to nothing they would let everything through. */
	readonly filters: readonly INodeProperties[];
	/** The collection of what is seldom set. */
	readonly settings: Collection;
	readonly caller: CallerRules;
	/** What of the filters cannot be read, as a person reads it. @param kinds of the field `events`. @param filters of the collection `filters` */
	filterFault(kinds: unknown, filters: unknown): string | undefined;
}

/**
 * Looks at the setup when the workflow is published, so that a slip is seen by who made it, and not by the partner.
 *
 * @throws NodeOperationError that names the field
 */
export async function checkSetup(context: IHookFunctions, setup: TriggerSetup): Promise<void> {
	const fault = (what: string, advice: string): NodeOperationError => new NodeOperationError(context.getNode(), what, { description: advice });
	const choice = choiceFault(context, setup.fields);
	if (choice !== undefined) throw fault(choice, 'Choose from the list, or let the expression give one of these words.');
	const nothing = filterOfNothing(context, setup);
	if (nothing !== undefined) throw fault(nothing, 'Give it a value, or remove the filter to hear of everything.');
	const unread = unreadFilter(context, setup);
	if (unread !== undefined) throw fault(unread, 'Choose from the list, or let the expression give text, or a list of texts.');
	const setting = addedNothing(context, setup.settings);
	if (setting !== undefined) throw fault(setting, 'Give it a value, or remove it to have what is usual.');
	const caller = await callerFault(context, setup.caller);
	if (caller !== undefined) throw fault(caller.what, caller.advice);
}

/**
 * Why a call is not taken, by who sends it and by the setup: an expression may come to another value once the workflow is published.
 *
 * - A choice that is none of its list: whom it would let in is not known.
 * - A filter that comes to nothing, as where a variable was removed, or that cannot be read: it would let everything through. So nothing is taken
 *   until it is mended.
 */
export async function refusedBySetup(context: IWebhookFunctions, caller: Caller, setup: TriggerSetup): Promise<Refusal | undefined> {
	const choice = choiceFault(context, setup.fields);
	if (choice !== undefined) return setupRefusal(context, `${choice}. Choose from the list, or correct the expression`, 'a choice of the workflow cannot be read');
	const stranger = await callerRefusal(context, caller, setup.caller);
	if (stranger !== undefined) return stranger;
	const nothing = filterOfNothing(context, setup);
	const filter = nothing ?? unreadFilter(context, setup);
	if (filter === undefined) return undefined;
	const what = nothing === undefined ? 'cannot be read' : 'comes to nothing';
	return setupRefusal(context, `${filter}. Give the filter a value, or remove it`, `a filter of the workflow ${what}`);
}

/** The first filter that was added and comes to nothing, as a person reads it. */
function filterOfNothing(context: IHookFunctions | IWebhookFunctions, { filters }: TriggerSetup): string | undefined {
	return filters.filter(({ type }) => type === 'collection').map((filter) => addedNothing(context, filter)).find((fault) => fault !== undefined);
}

/** What of the filters cannot be read, or is filled by an expression that comes to nothing, as a person reads it. */
function unreadFilter(context: IHookFunctions | IWebhookFunctions, setup: TriggerSetup): string | undefined {
	const emptied = setup.filters.find((field) => isEmptyExpression(context, field));
	if (emptied !== undefined) return `${emptied.displayName} comes to nothing`;
	return setup.filterFault(context.getNodeParameter('events', []), context.getNodeParameter('filters', {}));
}

function addedNothing(context: IHookFunctions | IWebhookFunctions, collection: Collection): string | undefined {
	const [added] = addedFaults([collection], (name) => context.getNodeParameter(name, {})).faults;
	return added && `${added.field} under ${collection.displayName} ${added.expected.split('. ')[0]}`;
}
