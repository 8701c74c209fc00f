import type { IExecuteFunctions } from 'n8n-workflow';

import type { ToolCall } from '../operation/toolCall';
import { approval, type CallContext } from './approval';
import { fieldPlan } from './fieldPlan';
import { isToolRun } from './toolFailure';

/** What is known of the call, where a model called this node as its tool; undefined where a workflow runs it. */
export function toolCallOf(context: CallContext & Pick<IExecuteFunctions, 'getNode'>): ToolCall | undefined {
	if (!isToolRun(context)) return undefined;
	const parameters: unknown = context.getNode().parameters;
	return { ...approval(context), isFixed: (field) => fieldPlan(parameters, field).kind === 'fixed' };
}
