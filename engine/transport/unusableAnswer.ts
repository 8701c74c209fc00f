import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../failure';
import { partnerWords } from '../http/partnerWords';
import type { PartnerAnswer } from '../http/request';
import { isObject } from '../values';

/**
 * Says what is wrong with a success that does not hold what it should: an object that tells of an error is a refusal,
 * anything else is no answer that the partner documents. What the answer must not echo is hidden.
 *
 * @param what the call as people know it, such as `Order List`
 * @param expected such as `a list`
 */
export function unusableAnswer(
	partner: string,
	{ status, body, secrets: secretsOf }: Pick<PartnerAnswer, 'status' | 'body' | 'secrets'>,
	what: string,
	expected: string,
): Failure {
	const secrets = secretsOf?.() ?? [];
	const { message, code } = typeof body === 'object' && body !== null && !Array.isArray(body) ? partnerWords(body, secrets) : {};
	if (message !== undefined) {
		return new Failure('businessRefusal', `${partner} answered ${status}, but with a refusal (${what}): ${message}`, {
			advice: `Do what the words of ${partner} ask for, then run the item again.`,
			status,
			partnerMessage: message,
			partnerCode: code,
		});
	}
	const words = isPlainText(body) ? partnerWords(body, secrets).message : undefined;
	return new Failure('brokenAnswer', `${partner} answered ${kindOf(body)} where ${expected} was expected (${what})${words ? `: ${words}` : ''}`, {
		advice: `Run the item again. If it stays so, check the base URL of the credential, then ask ${partner}.`,
		status,
		partnerMessage: words,
	});
}

/** The answer as an object. @throws Failure of `unusableAnswer` where it is none */
export function objectAnswer(partner: string, answer: PartnerAnswer, what: string): IDataObject {
	if (isObject(answer.body)) return answer.body;
	throw unusableAnswer(partner, answer, what, 'a JSON object');
}

/** Text that is meant to be read, and no JSON that was cut. */
function isPlainText(body: unknown): boolean {
	return typeof body === 'string' && !/^\s*[[{]/.test(body);
}

function kindOf(body: unknown): string {
	if (typeof body !== 'string') return 'something else';
	const text = body.trim();
	if (text === '') return 'nothing';
	return text.startsWith('<') ? 'a web page' : 'text';
}
