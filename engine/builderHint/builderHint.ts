/**
 * What n8n's own workflow builder reads of a node and of its fields (`IBuilderHint`, `IParameterBuilderHint` of n8n-workflow 2.41). An n8n that does
 * not know it leaves it alone. Plain words: no expression in the form in which n8n stores it, no names of connections; other nodes, fields and values
 * in backticks.
 */
export interface NodeHint {
	/** What to know before anything else; shown beside the node where the builder looks for one. */
	readonly searchHint: string;
	readonly relatedNodes: RelatedNode[];
}

/** A node that goes together with this one. */
export interface RelatedNode {
	/** As n8n names it, with its package. */
	readonly nodeType: string;
	/** What it is for, beside this one. */
	readonly relationHint: string;
}

/** Of a field, or of an operation. */
export interface PropertyHint {
	readonly builderHint: { readonly propertyHint: string };
}

/** All hints of a node, as they are written down. */
export interface NodeHints {
	readonly builderHint: NodeHint;
	/** By resource and operation. */
	readonly operations?: Readonly<Record<string, Readonly<Record<string, PropertyHint>>>>;
	/** By path, such as `poNumber` or `options.expectedTotal`; of a table, `lines.line.price`. It counts for all operations that have the field. */
	readonly parameters?: Readonly<Record<string, PropertyHint>>;
}

/** What goes into the description of a node. The n8n-workflow that this is built with does not know it, so it is spread into the description. */
export function nodeHint({ builderHint }: NodeHints): { builderHint: NodeHint } {
	return { builderHint };
}

/** Nodes of n8n itself that go with ours. */
export const N8N_NODES = {
	agent: '@n8n/n8n-nodes-langchain.agent',
	dataTable: 'n8n-nodes-base.dataTable',
	form: 'n8n-nodes-base.form',
	formTrigger: 'n8n-nodes-base.formTrigger',
	if: 'n8n-nodes-base.if',
	scheduleTrigger: 'n8n-nodes-base.scheduleTrigger',
	wait: 'n8n-nodes-base.wait',
} as const;
