import type { Failure } from '../../../engine/failure';
import { quotable } from '../../../engine/redact';
import type { SenderOptions } from '../../../engine/transport/senderOptions';
import { isObject, textOf } from '../../../engine/values';

/** How deep faults are looked for, and how many are told. */
const DEEPEST = 5;
const MOST = 10;

/** Members that hold words and name no field. */
const UNNAMED = new Set(['non_field_errors', 'details', 'message', 'errors']);
/** Members beside the words of a fault that say nothing to a person. */
const SILENT = new Set(['type', 'code', 'product_config_id', 'quote_id', 'error_id']);

/**
 * What is wrong with a request, from `errors` of a refusal, in whatever of its forms XCover writes it: texts by field, nested where the field is, a list
 * of texts, `non_field_errors`, numbered faults of quotes (`ErrorAnswer` in openapi/xcover-signature.yaml), or lists of texts by field
 * (openapi/xcover-elements.yaml). Such as `policyholder.phone: must begin with +`.
 */
export function faultsIn(body: unknown): string[] {
	return isObject(body) ? walked(body.errors, '', 0).slice(0, MOST) : [];
}

function walked(value: unknown, field: string, depth: number): string[] {
	if (depth > DEEPEST) return [];
	const text = textOf(value);
	if (text !== undefined) return [field === '' ? text : `${field}: ${text}`];
	if (Array.isArray(value)) return (value as unknown[]).slice(0, MOST).flatMap((entry) => walked(entry, field, depth + 1));
	if (!isObject(value)) return [];
	return Object.entries(value)
		.slice(0, 5 * MOST)
		.filter(([name]) => !SILENT.has(name))
		.flatMap(([name, entry]) => walked(entry, UNNAMED.has(name) ? field : [field, name].filter((part) => part !== '').join('.'), depth + 1));
}

/** The same way of sending, whose refusals name what is wrong with each field: the message of XCover itself is often no more than that there was an error. */
export function toldWithFaults(sender: SenderOptions): SenderOptions {
	return {
		...sender,
		explain(failure, answer, times) {
			const told = sender.explain?.(failure, answer, times) ?? failure;
			return withFaults(told, faultsIn(answer.body), answer.secrets?.() ?? []);
		},
	};
}

/** @param secrets hidden before anything is cut: what is left of one at the cut would not be known for it */
function withFaults(failure: Failure, faults: readonly string[], secrets: readonly string[]): Failure {
	const { partnerMessage = '' } = failure.details;
	const further = faults.filter((fault) => !partnerMessage.includes(quotable(fault, secrets)));
	if (further.length === 0) return failure;
	const words = quotable(further.join('; '), secrets);
	return failure.retold({ message: `${failure.message} (${words})`, partnerMessage: partnerMessage === '' ? words : `${partnerMessage} (${words})` });
}
