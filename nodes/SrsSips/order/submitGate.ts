import type { INodeProperties } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import type { FieldReader } from '../../../engine/items/fields';
import { readContentToken, TOKEN_MINUTES } from '../../../engine/idempotency/contentToken';
import type { RunContext } from '../../../engine/operation/operation';
import type { Pass, Seal } from '../../../engine/operation/toolCall';
import { orderParts } from './orderParts';
import type { OrderHeader, OrderParameters } from './orderParameters';

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
const TOKEN = 'Preview Token';

/** Where the token of a preview goes. */
export const previewTokenField: INodeProperties = {
	displayName: TOKEN,
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
	const previewToken = fields.optionalText('previewProof', { label: TOKEN });
	if (!toolCall) return { gate: undefined, approvedAt: undefined, whyNotApproved: '', previewToken, now: now.getTime() };
	const { approvedAt, whyNotApproved } = toolCall;
	if (!toolCall.isFixed(GATE.option)) fields.fault(GATE.label, 'must be chosen in the node. By an expression a model could set it');
	return { gate: fields.oneOf(GATE.option, { label: GATE.label }, GATES), approvedAt, whyNotApproved, previewToken, now: now.getTime() };
}

/** The gate of the first edition: it has no preview. */
export function readSubmitV1Gate({ toolCall, now }: RunContext): SubmitGate {
	return { gate: toolCall && 'approval', approvedAt: toolCall?.approvedAt, whyNotApproved: toolCall?.whyNotApproved ?? '', previewToken: '', now: now.getTime() };
}

/**
 * Whether an order may be sent. A token that was given counts also where none is needed.
 *
 * @returns what it may be sent with once; undefined where it needs none
 * @throws Failure of kind `validation` where it may not be sent
 */
export function passGate(order: OrderParameters, seal: Seal): Pass | undefined {
	const { gate, approvedAt, previewToken, now } = order.submitGate!;
	if ((gate === 'both' || gate === 'approval') && approvedAt === undefined) throw notApproved(order);
	const needsToken = gate === 'both' || (gate === 'either' && approvedAt === undefined);
	if (previewToken === '') {
		if (!needsToken) return undefined;
		const why = gate === 'either' ? `nobody approved of it (${order.submitGate!.whyNotApproved}), and it has no ${TOKEN}` : `it has no ${TOKEN}`;
		throw refused(`The order was not sent: ${why}`, PREVIEW_FIRST);
	}
	const read = readContentToken(previewToken, orderParts(order), seal, now);
	if ('fault' in read) throw refused(`The order was not sent: its ${TOKEN} ${read.fault}`, PREVIEW_FIRST);
	return { id: read.id, what: TOKEN };
}

/** The same of the first edition. */
export function passV1Gate(order: OrderHeader): undefined {
	const { gate, approvedAt } = order.submitGate!;
	if (gate !== undefined && approvedAt === undefined) throw notApproved(order);
}

const PREVIEW_FIRST = 'Call Order: Preview with the same fields, show a person what it costs, and call this with the previewToken that it puts out. Nothing was sent.';

function notApproved({ submitGate }: OrderHeader): Failure {
	return refused(
		`The order was not sent: no person approved of it, as this tool demands: ${submitGate!.whyNotApproved}`,
		"Do not try again. A person has to put n8n's human approval between the agent and this tool. Nothing was sent.",
	);
}

function refused(message: string, advice: string): Failure {
	return new Failure('validation', message, { advice });
}
