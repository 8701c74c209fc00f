import type { INodeParameters, IWebhookDescription } from 'n8n-workflow';

/** A field of a webhook's description that depends on the panel, said twice. Both have to come to the same. */
export interface DescriptionField {
	/** The expression, for the editor and for an n8n that asks for no function. */
	readonly template: string;
	/** The same as a function of the node's parameters, for a node whose parameters hold no expression. */
	readonly resolve: (parameters: INodeParameters) => unknown;
}

/**
 * Where n8n 2.41 looks for such functions; it calls them only where `template` is what the description says. An n8n that does not look
 * there evaluates the expressions, each time that it is called.
 */
const RESOLVERS = Symbol.for('n8n.webhookDescriptionResolvers');

/**
 * Fields of a webhook's description for which n8n need not start its expression engine, where it is new enough. To be spread into the
 * description.
 */
export function descriptionFields(fields: Readonly<Record<string, DescriptionField>>): Partial<IWebhookDescription> {
	const templates = Object.entries(fields).map(([name, { template }]) => [name, template]);
	return { ...Object.fromEntries(templates), [RESOLVERS]: fields } as Partial<IWebhookDescription>;
}
