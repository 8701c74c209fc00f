import type { IDataObject, IExecuteFunctions, NodeTypeAndVersion } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { isObject } from '../values';
import type { ToolCall } from '../operation/toolCall';

/** What of n8n's execution context tells how a call came here. */
export type CallContext = Pick<IExecuteFunctions, 'getNode' | 'getExecuteData' | 'getChildNodes' | 'getParentNodes'> & Partial<Pick<IExecuteFunctions, 'isToolExecution'>>;

type Approval = Pick<ToolCall, 'approvedAt' | 'whyNotApproved'>;

/** n8n's nodes for human approval of tools, such as `n8n-nodes-base.slackHitlTool`. */
const APPROVING = /HitlTool$/;

/**
 * Whether a person approved of this very call in n8n's human approval for tools.
 *
 * Such a node stands between agent and tool. The engine runs the tool in its name only once it came to `approved`; else the call
 * comes from the agent. So it counts where the engine says that the call comes from such a node, and that node cannot go on without a person.
 * What does not show is no approval: an agent up to version 2 and an MCP trigger call the tool themselves, and say nothing of it.
 */
export function approval(context: CallContext): Approval {
	try {
		const calling = callingNode(context);
		if (calling === undefined || !APPROVING.test(calling.type)) return not("n8n's human approval is not between the agent and this tool");
		const doubt = doubtOf(calling);
		return doubt === undefined ? { approvedAt: calling.name, whyNotApproved: '' } : not(`the approval at the node ${calling.name} does not count: ${doubt}`);
	} catch {
		// An n8n that does not tell how a call came here cannot show an approval.
		return not('this n8n does not tell whether a person approved');
	}
}

function not(whyNotApproved: string): Approval {
	return { approvedAt: undefined, whyNotApproved };
}

/** The node in whose name the engine runs this one as a tool. Of those that a workflow has only names are told; its type shows from an agent that it is connected to. */
function callingNode(context: CallContext): NodeTypeAndVersion | undefined {
	if (context.isToolExecution?.() === true) return undefined;
	const { name } = context.getNode();
	const { node, source, metadata } = context.getExecuteData();
	const caller = source?.main?.[0]?.previousNode;
	const before = metadata?.preservedSourceOverwrite?.previousNode;
	// Inside of another node the data are those of that node.
	if (node.name !== name || caller === undefined || before === undefined) return undefined;
	const tools = { connectionType: NodeConnectionTypes.AiTool, includeNodeParameters: true };
	if (!context.getParentNodes(caller, { ...tools, depth: 1 }).some((tool) => tool.name === name)) return undefined;
	const agents = [before, ...context.getChildNodes(before).map((child) => child.name)];
	return agents.flatMap((agent) => context.getParentNodes(agent, tools)).find((tool) => tool.name === caller && !tool.disabled);
}

/** What lets such a node go on without a person, or lets the model say who that is. */
function doubtOf({ parameters }: NodeTypeAndVersion): string | undefined {
	const set: IDataObject = isObject(parameters) ? parameters : {};
	const options = isObject(set.options) ? set.options : {};
	if (set.limitWaitTime === true || options.limitWaitTime !== undefined) return 'it has Limit Wait Time, after which n8n goes on by itself';
	if (set.responseType !== undefined && set.responseType !== 'approval') return 'it asks for something else than an approval';
	const others = Object.entries(set).filter(([name]) => name !== 'message' && name !== 'subject');
	if (/fromAI/i.test(JSON.stringify(others))) return 'the model fills in some of its fields';
	const bound = others.find(([, value]) => expressionsIn(value).some((text) => OF_THE_CALL.test(text)));
	return bound && `its field ${bound[0]} depends on what the model asks for`;
}

/** What an expression calls that holds what the model gave, or may: the call, its data, and fields of the node itself such as its message. Data of a node that is named, as by `$('Settings')`, are not of the call. */
const OF_THE_CALL = /\$(?:tool|json|input|binary|data|items?|parameter|rawParameter|self|evaluateExpression|fromAI)(?![\w$])/i;

/** All expressions in a value, be it a list or an object. n8n marks one by `=` as its first character. */
function expressionsIn(value: unknown): string[] {
	if (typeof value === 'string') return value.startsWith('=') ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];
}
