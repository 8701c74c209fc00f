import type { INodeProperties } from 'n8n-workflow';

import type { FieldReader } from '../../../engine/items/fields';
import { TOKEN_MINUTES } from '../../../engine/idempotency/contentToken';
import type { RunContext } from '../../../engine/operation/operation';

/**
 * What stands between a model and a sent order.
 * - `either`: a person who approved in n8n, or else a preview token
 * - `approval`: a person
 * - `both`: a person, and a preview token
 */
const GATES = ['either', 'approval', 'both'] as const;

type Gate = (typeof GATES)[number];

/** What an order has to show before it is sent. */
export interface SubmitGate {
	/** Undefined where a workflow runs the node: only a model needs to pass one. */
	gate: Gate | undefined;
	approvedAt: string | undefined;
	whyNotApproved: string;
	/** `''` where none was given. */
	previewToken: string;
	/** The present moment, in milliseconds since 1970. */
	now: number;
}

const GATE = { label: 'Gate for Agents', option: 'options.gate' };
/** As the panel calls it. */
export const PREVIEW_TOKEN = 'Preview Token';

/** Where the token of a preview goes. */
export const previewTokenField: INodeProperties = {
	displayName: PREVIEW_TOKEN,
	// By a name with the word n8n's linter demands a hidden field, in which nobody sees what the model filled in.
	name: 'previewProof',
	type: 'string',
	default: '',
	placeholder: 'e.g. tqr9k1.3mJw8ZkQ…',
	description: `For an AI agent: previewToken as Order: Preview put it out for this very order, at most ${TOKEN_MINUTES} minutes ago. It serves once. Left empty in a workflow that orders by itself.`,
};

/** Which gate is on. */
export const gateOption: INodeProperties = {
	displayName: GATE.label,
	name: 'gate',
	type: 'options',
	options: [
		{ name: 'Human Approval and Preview Token', value: 'both', description: 'A person approved of the call in n8n, and it is what was previewed' },
		{ name: 'Human Approval Only', value: 'approval', description: 'A person approved of the call in n8n' },
		{ name: 'Human Approval or Preview Token', value: 'either', description: 'One of the two. A model can fetch a token by itself.' },
	],
	default: 'either',
	description: "What an AI agent has to show before its order is sent; without it nothing is sent. Human approval is n8n's node between the agent and this tool. A workflow that orders by itself needs none.",
};

/** Reads what the order has to show, and what it has. Faults are noted in `fields`. */
export function readSubmitGate(fields: FieldReader, { toolCall, now }: RunContext): SubmitGate {
	const previewToken = fields.optionalText('previewProof', { label: PREVIEW_TOKEN });
	if (!toolCall) return { gate: undefined, approvedAt: undefined, whyNotApproved: '', previewToken, now: now.getTime() };
	const { approvedAt, whyNotApproved } = toolCall;
	if (!toolCall.isFixed(GATE.option)) fields.fault(GATE.label, 'must be chosen in the node. By an expression a model could set it');
	return { gate: fields.oneOf(GATE.option, { label: GATE.label }, GATES), approvedAt, whyNotApproved, previewToken, now: now.getTime() };
}

/** The gate of the first edition: it has no preview. */
export function readSubmitV1Gate({ toolCall, now }: RunContext): SubmitGate {
	return { gate: toolCall && 'approval', approvedAt: toolCall?.approvedAt, whyNotApproved: toolCall?.whyNotApproved ?? '', previewToken: '', now: now.getTime() };
}
