import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../engine/failure';
import { folded } from '../../../engine/fieldKinds/choice';
import { quotable } from '../../../engine/redact';
import { partnerWords } from '../../../engine/http/partnerWords';
import type { PartnerAnswer } from '../../../engine/http/request';
import { isObject, textOf, withoutGaps } from '../../../engine/values';
import { codeKey } from '../shared/codes';
import type { OrderAnswer, Unproven } from '../shared/contract';
import { saysNo } from '../shared/failureSigns';
import { isAssignedId } from '../shared/placeholders';
import { exactTotalOf, sumOf } from '../shared/price/price';
import { SIPS } from '../shared/sips';
import { idOf, isOfLengthOfId, isOrderNumber } from './orderNumber';
import type { OrderHeader, OrderParameters } from './orderParameters';
import { whatIsOrdered } from './transactionId';

/**
 * What became of a submitted order.
 * - `accepted`: SIPS has made it a sales order
 * - `queued`: SIPS will try to; it may still be dropped, and only an event or a later look-up tells
 * - `rejected`: SIPS lists it as rejected or cancelled. A refusal in the answer to Submit is an error instead
 */
export type OrderState = 'accepted' | 'queued' | 'rejected';

/**
 * Reads the answer to Submit. Status 200 is not acceptance: a queue id, an order id that equals it, or the word
 * "queued" mean that the order still waits (field notes of a working client; the documents show only the form that
 * was accepted).
 *
 * @param figures what stands in every output about the order
 * @throws Failure of kind `unknownOutcome` where the answer holds neither an order number nor a queue id, or words that say no beside one
 */
export function orderOutcome(answer: PartnerAnswer, order: OrderHeader, figures: IDataObject): IDataObject {
	const body: Unproven<OrderAnswer> = isObject(answer.body) ? answer.body : {};
	const message = textOf(body.message) ?? '';
	const words = wordsOf(message, body);
	const isSaid = isSaidQueued(words);
	const orderId = idOf(body.orderID);
	const queueId = idOf(body.queueID) ?? (orderId === undefined && isSaidQueued(message) ? givenText(body.queueID) : undefined);
	const said = [words, orderId, queueId].join(' ');
	const isRefused = saysNo(body) || REFUSED.test(said) || (!isSaid && NOT_TAKEN.test(withoutRemarks(said)));
	if ((orderId !== undefined || queueId !== undefined) && isRefused) throw refusedInWords(answer, order, words, orderId ?? queueId ?? '');
	// A word in the place of the order number is no number, and what it means is not documented: it may be a refusal.
	const isWord = orderId === undefined && isAssignedId(body.orderID) && !isSaid;
	if (isWord || (orderId === undefined && queueId === undefined)) throw neither(answer, order, words);
	const isQueued = queueId !== undefined || isSaid || !isOrderNumber(orderId);

	const state: OrderState = isQueued ? 'queued' : 'accepted';
	return {
		state,
		orderId: isQueued ? null : orderId,
		queueId: isQueued ? (queueId ?? orderId) : null,
		...figures,
		message,
		answer: body,
	};
}

/** What of an order stands in every output about it. */
export function orderFigures(order: OrderParameters): IDataObject {
	return {
		transactionId: order.transactionId,
		poNumber: order.poNumber,
		customerCode: order.customerCode,
		branchCode: order.branchCode,
		jobAccountNumber: order.jobAccountNumber,
		lineCount: order.lines.length,
		expectedTotal: order.expectedTotal ?? sumOfPrices(order),
	};
}

/** The same of an order that is sent, with what was asked, to be held against what SIPS confirms and charges later. */
export function submittedFigures(order: OrderParameters): IDataObject {
	return { ...orderFigures(order), expectedDeliveryDate: order.expectedDeliveryDate, lines: order.lines.map((line) => withoutGaps(line)) };
}

/** Words by which an order was not taken. Which ones SIPS says beside a number is not documented: these are inferred. */
const REFUSED =
	/\b(?:duplicates?|unsuccessful(?:ly)?|reject(?:ed|ion)|declin(?:e|ed)|refus(?:al|ed)|denied|fail(?:s|ed|ure)?|cancell?ed|void(?:ed)?|invalid)\b/i;

/**
 * The same, but where it is queued: what is queued is not submitted yet, and may be on hold or unable to be placed so far. Inferred as well.
 * "No errors" is no error.
 */
const NOT_TAKEN =
	/\b(?:(?:not|never|\w{2,6}n't|can't)(?: be| been)? (?:accepted|submitted|placed|processed|created|taken|saved|stored|entered|valid|allowed|authori[sz]ed|received|recorded|found|available|possible|completed?)|(?:cannot|can't|couldn't|wasn't|isn't) be|already|blocked|exceed(?:s|ed)?|unable|hold|err|(?<!\b(?:no|without|without any|0) )errors?)\b/i;

/** The documented words of success, and a remark behind them about an item: branches substitute, or have to be called. Inferred. */
const SUBMITTED = /^\s*order submitted\b/i;
const OF_ITEMS = /\bnot (?:be )?available\b/gi;

function withoutRemarks(words: string): string {
	return SUBMITTED.test(words) ? words.replace(OF_ITEMS, '') : words;
}

const QUEUED = /\bqueued\b/gi;
const NOT = /\b(?:not|never|no longer|cannot|can't|isn't|wasn't|couldn't)\b/i;

/**
 * Whether words say that the order is queued: "not queued" and "could not be queued" do not. Each part is read once for each word, however
 * long it is: one expression for both words would begin anew at every "not".
 */
function isSaidQueued(words: string): boolean {
	return words.split(/[.,;:!\n]/).some((part) => {
		const last = [...part.matchAll(QUEUED)].at(-1)?.index ?? -1;
		return last >= 0 && !NOT.test(part.slice(0, last));
	});
}

/** What stands for the queue id beside the word "queued", whatever it looks like; but for the word itself. */
function givenText(value: unknown): string | undefined {
	const text = textOf(value)?.trim() ?? '';
	return isAssignedId(value) && isOfLengthOfId(text) && !isSaidQueued(text) ? text : undefined;
}

/** What SIPS says, with the words that stand in the place of ids, or under `errors`. */
function wordsOf(message: string, body: Unproven<OrderAnswer>): string {
	const { orderID, queueID } = body;
	const instead = [orderID, queueID].flatMap((value) => (isAssignedId(value) && idOf(value) === undefined ? (textOf(value)?.trim() ?? []) : []));
	const errors = partnerWords({ errors: (body as IDataObject).errors, error: (body as IDataObject).error } as IDataObject).message ?? '';
	return [...new Set([message, ...instead, errors])].filter((text) => text !== '').join(', ');
}

/** Sum of the prices that were given, to the cent; null unless every line has one. Tax and delivery are not in it. */
function sumOfPrices({ lines }: OrderParameters): number | null {
	const totals = lines.flatMap(({ price, quantity }) => (price === undefined ? [] : exactTotalOf(price, quantity)));
	return totals.length < lines.length ? null : sumOf(totals);
}

/** What is ordered, where it goes and when. A corrected phone number or note does not make another order. */
export function orderContent({ customerCode, branchCode, jobAccountNumber, poNumber, shipTo, expectedDeliveryDate, lines, template }: OrderParameters): string {
	return JSON.stringify([folded(customerCode), folded(branchCode), jobAccountNumber, codeKey(poNumber), shipTo, expectedDeliveryDate, whatIsOrdered({ lines, template })]);
}

/** How a person finds an order. */
export function orderLabel({ poNumber, transactionId }: OrderHeader): string {
	return `PO ${poNumber}, transaction ${transactionId}`;
}

/** A failure of Submit, told as what it means for the order. */
export function explainOrderFailure(failure: Failure, order: OrderHeader): Failure {
	const subject = { transactionId: order.transactionId, poNumber: order.poNumber };
	if (failure.kind === 'unknownOutcome') {
		return failure.retold({
			subject,
			message: failure.message.includes(order.transactionId)
				? failure.message
				: `It is not known whether the order was placed (${orderLabel(order)}): ${failure.message}`,
			advice: `${failure.details.advice} To find it: Order: Find with PO Number ${order.poNumber}, or a call to the branch.`,
		});
	}
	const { status, isPartnersOwn } = failure.details;
	if (failure.kind !== 'brokenAnswer' && status !== undefined && status >= 400 && status < 500) {
		return failure.retold({
			subject,
			message: failure.message.includes(order.transactionId)
				? failure.message
				: isPartnersOwn === false
					? `The order was not taken (${orderLabel(order)}): ${failure.message}`
					: `${SIPS} refused the order (${orderLabel(order)}): ${failure.details.partnerMessage ?? failure.message}`,
			// Also where a gateway refused: it does not pass on what it refuses.
			advice: `No order was placed. ${failure.details.advice}`,
		});
	}
	return failure.retold({ subject });
}

/** There is a number, and words that say no beside it: neither may be believed alone. */
function refusedInWords(answer: PartnerAnswer, order: OrderHeader, words: string, id: string): Failure {
	const no = quotable(words) || 'it was no success';
	return new Failure('unknownOutcome', `${SIPS} answered ${answer.status} with the number ${id}, and with words that say no: ${no}`, {
		advice: 'Do not send it again before you have looked it up.',
		status: answer.status,
		partnerMessage: no,
		subject: { transactionId: order.transactionId, poNumber: order.poNumber },
	});
}

function neither(answer: PartnerAnswer, order: OrderHeader, message: string): Failure {
	const words = quotable(message);
	const said = words ? `: ${words}` : '';
	return new Failure('unknownOutcome', `${SIPS} answered ${answer.status} without an order number or queue id${said}`, {
		advice: 'Do not send it again before you have looked it up.',
		status: answer.status,
		...(words ? { partnerMessage: words } : {}),
		subject: { transactionId: order.transactionId, poNumber: order.poNumber },
	});
}
