import type { IHookFunctions, INodeParameters, INodeProperties, IWebhookFunctions } from 'n8n-workflow';

import { isNothing } from '../fieldKinds/reading';

/**
 * Whether an expression fills a field and comes to nothing: to `null`, nothing, blanks or an empty list, as where a variable was removed
 * or misspelt. Left empty by a person, such a field lets everybody or everything in; that was not meant here.
 */
export function isEmptyExpression(context: IHookFunctions | IWebhookFunctions, { name, default: usual }: Pick<INodeProperties, 'name' | 'default'>): boolean {
	const raw = (context.getNode().parameters as INodeParameters | undefined)?.[name];
	if (typeof raw !== 'string' || !raw.startsWith('=')) return false;
	const value = context.getNodeParameter(name, usual) as unknown;
	return (Array.isArray(value) ? value : [value]).every(isNothing);
}
