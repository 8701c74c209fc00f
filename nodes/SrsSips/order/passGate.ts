import { Failure } from '../../../engine/failure';
import { readContentToken } from '../../../engine/idempotency/contentToken';
import type { Pass, Seal } from '../../../engine/operation/toolCall';
import type { OrderHeader, OrderParameters } from './orderParameters';
import { orderParts } from './orderParts';
import { PREVIEW_TOKEN } from './submitGate';

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
		const why = gate === 'either' ? `nobody approved of it (${order.submitGate!.whyNotApproved}), and it has no ${PREVIEW_TOKEN}` : `it has no ${PREVIEW_TOKEN}`;
		throw refused(`The order was not sent: ${why}`, PREVIEW_FIRST);
	}
	const read = readContentToken(previewToken, orderParts(order), seal, now);
	if ('fault' in read) throw refused(`The order was not sent: its ${PREVIEW_TOKEN} ${read.fault}`, PREVIEW_FIRST);
	return { id: read.id, what: PREVIEW_TOKEN, validUntil: read.validUntil };
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
