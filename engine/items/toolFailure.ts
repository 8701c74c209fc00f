import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

import { isFailure, type Failure } from '../failure';
import type { Effect } from '../http/request';

/** Characters of the item as JSON. A model reads all of it, and pays for all of it. */
export const MOST_TOOL_CHARACTERS = 1_500;
/** Characters of the advice. It matters more than a long list of faults, so it is not cut for one. */
const MOST_ADVICE = 600;
/** Of the advice that is left where the message itself must not be cut. */
const LEAST_ADVICE = 200;
/** Of what is said last of an unknown outcome, with the spaces around it. */
const LONGEST_END = 130;

/** The types that n8n makes of nodes for agents, such as `srsSipsTool`. */
const TOOL_TYPE = /Tool$/;

/** What of n8n's execution context tells whether an agent called. */
type ToolContext = Pick<IExecuteFunctions, 'getNode'> & Partial<Pick<IExecuteFunctions, 'isToolExecution' | 'addExecutionHints'>>;

/**
 * Whether a model called this node as its tool. Agents up to version 2 call it in a context of tools, which says so.
 * From version 3 on the agent asks the workflow engine to run the node like any other, in a context that says no;
 * what n8n leaves then is the mark on the node that its output goes to the agent. The mark is lost where an execution is taken up again; the
 * type that n8n gives a node for agents stays.
 */
export function isToolRun(context: ToolContext): boolean {
	const { type, rewireOutputLogTo } = context.getNode();
	return context.isToolExecution?.() === true || rewireOutputLogTo === NodeConnectionTypes.AiTool || TOOL_TYPE.test(type);
}

/**
 * A failure as a model is told of it: one item of plain words, what happened, what to do, and whether anything was sent. An
 * error that is thrown would not do: n8n hands the model an empty result then, or its message without the advice, or ends
 * the execution, as versions differ.
 *
 * The field is called `error`, because n8n's *Retry On Fail* looks for it; and it does not stand alone, because n8n takes an
 * item of nothing but an error away from the model where the node has an error output.
 *
 * @param effect what the operation does; undefined where it is not known which one it is
 * @param told the words as the model may read them; left out, as they are
 */
export function toolFailure(error: unknown, effect: Effect | undefined, told: (words: string) => string = (words) => words): INodeExecutionData {
	const kind = isFailure(error) ? error.kind : 'configuration';
	const happened = sentence(told(plain(isFailure(error) || error instanceof Error ? error.message : String(error))));
	const advised = told(isFailure(error) ? sentence(plain(error.details.advice)) : hostsAdvice(error));
	const known = isFailure(error) ? error : undefined;
	const item = (words: string) => ({ failed: true, kind, error: words });
	// The message names what nobody knows the outcome of, which nobody may miss.
	const leftForAdvice = kind === 'unknownOutcome' ? MOST_TOOL_CHARACTERS - lengthAsJson(item(happened)) - LONGEST_END : MOST_ADVICE;
	const advice = cutAsJson(advised, Math.min(MOST_ADVICE, Math.max(LEAST_ADVICE, leftForAdvice)));
	const sent = isFault(error) && effect !== 'read' ? UNKNOWN : whetherSent(known, effect, advice);
	const taken = lengthAsJson(item(['', advice, sent].filter((text, at) => at === 0 || text !== '').join(' ')));
	const words = [cutAsJson(happened, MOST_TOOL_CHARACTERS - taken), advice, sent].filter((text) => text !== '').join(' ');
	return { json: item(words), pairedItem: { item: 0 } };
}

/** Shows a person in the editor that the tool failed, as the item alone would look like a success there. */
export function showToPerson(context: ToolContext, { json }: INodeExecutionData): void {
	context.addExecutionHints?.({ message: String(json.error), type: 'danger', location: 'outputPane' });
}

/** An attribute as pages have it: with a value, or one of the few that need none. Other words after a name are a sentence: `a<b and c>d`. */
const ATTRIBUTE = /\s+(?:[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)|(?:nowrap|noshade|hidden|async|defer|compact)(?=[\s/>]))/;
/** What is mark-up, and not some partner's way to name a field: `<PONumber>` stays. */
const TAG_NAMES =
	'a|b|i|u|p|br|hr|div|span|strong|em|small|sup|sub|font|center|pre|code|html|head|body|title|meta|link|script|style|img|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th';
const MARK_UP = new RegExp(`<!--(?:(?!<!--).)*?-->|<!doctype[^<>]*>|</?(?:${TAG_NAMES})(?:${ATTRIBUTE.source})*\\s*/?>`, 'gis');
/** Control characters, and halves of a pair: JSON writes six characters for each, and nobody can read them. */
const UNREADABLE = /[\p{Cc}\p{Cs}]/gu;

/** Text without mark-up and control characters, on one line. */
export function plain(text: string): string {
	return text.replace(MARK_UP, ' ').replace(UNREADABLE, ' ').replace(/\s+/g, ' ').replace(/ (?=[.,;:!?)](?:\s|$))/g, '').trim();
}

/** What n8n itself says beside its message, else what helps with most that n8n throws: an expression, a credential. */
function hostsAdvice(error: unknown): string {
	const { description } = Object(error) as { description?: unknown };
	const told = typeof description === 'string' ? sentence(plain(description)) : '';
	return told || 'A person has to correct this node in n8n: a field, an expression or its credential.';
}

function sentence(text: string): string {
	return text === '' || /[.!?]$/.test(text) ? text : `${text}.`;
}

/** What the text takes as JSON, without its quotation marks: quotation marks in it take two characters. */
function lengthAsJson(value: unknown): number {
	return JSON.stringify(value).length - (typeof value === 'string' ? 2 : 0);
}

const CUT = ' (...)';

/** As much of the beginning as takes no more than so many characters as JSON, with a sign that it was longer. */
function cutAsJson(text: string, most: number): string {
	if (lengthAsJson(text) <= most) return text;
	let left = most - CUT.length;
	let beginning = '';
	for (const character of text) {
		left -= lengthAsJson(character);
		if (left < 0) break;
		beginning += character;
	}
	return beginning.trimEnd() + CUT;
}

/** Only our own advice tells: words of the partner, such as "mail not sent", are about something else. */
function namesWhatWasSent(advice: string): boolean {
	return /\b(nothing was sent|was not sent|not sent)\b/i.test(advice);
}

/** A fault of the program itself: it may have come up at any time, also after something was sent. n8n's own errors come before. */
function isFault(error: unknown): boolean {
	return [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind);
}

const UNKNOWN = 'Nobody knows whether anything was sent. Do not call the tool again for it; tell a person.';

/** What a model must know before it tries again or tells a person that all is well, unless our advice says it. */
function whetherSent(failure: Failure | undefined, effect: Effect | undefined, advice: string): string {
	if (failure?.kind === 'unknownOutcome' && effect !== 'read') {
		// "Not sent again" is no leave to call once more.
		const who = /\bnot sent again\b/i.test(failure.message) ? 'Nobody' : 'It was sent, and nobody';
		return `${who} knows whether it was carried out. Do not call the tool again for it; tell a person.`;
	}
	if (failure !== undefined && namesWhatWasSent(advice)) return '';
	if (effect === 'read') return 'Nothing was changed: this call only reads.';
	if (failure === undefined || effect === undefined) return 'Nothing was sent.';
	if (effect === 'repeatable') return 'Do not tell anybody that it was done. It may have been sent; sending the same again does no harm.';
	return /\bDone before\b/.test(failure.details.advice) ? 'The item that failed was not carried out.' : 'It was not carried out.';
}
