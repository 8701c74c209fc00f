import type { Failure } from '../failure';
import type { PartnerAnswer } from '../http/request';
import type { AnswerTimes } from '../token/apiAccess';
import type { SignatureAdvice } from './flow';

/**
 * How far two clocks may differ without a word, in milliseconds. How much a partner lets pass is its own affair; less than this tells
 * nothing, since dates of answers are in whole seconds and answers are under way for a while.
 */
const LEEWAY_MS = 30_000;

/** What tells a refused signature, and what is said then. */
export interface RefusalWords {
	readonly partner: string;
	readonly advice: Pick<SignatureAdvice, 'refused' | 'notAllowed'>;
	/** Codes with which the partner refuses a signature where the status is 403. */
	readonly refusedCodes: readonly string[];
}

/**
 * Tells a refused signature from what else a 401 or 403 may mean, and says where the clock is off: the time is a part of what is signed.
 *
 * @returns tells a failure in these words; what is no such refusal is left as it is
 */
export function signatureRefusal({ partner, advice, refusedCodes }: RefusalWords): (failure: Failure, answer: PartnerAnswer, times: AnswerTimes) => Failure {
	return (failure, { headers }, times) => {
		const { status, partnerCode = '', partnerMessage } = failure.details;
		if (status !== 401 && status !== 403) return failure;
		if (status === 403 && !refusedCodes.includes(partnerCode)) return failure.retold({ advice: advice.notAllowed });
		const said = partnerMessage ? `: ${partnerMessage}` : '';
		const message = `${partner} did not accept the key or the signature of the request (${status})${said}`;
		const differenceMs = clockDifferenceMs(headers, times);
		if (!differenceMs) {
			const clock = differenceMs === 0 ? ` The clock of this n8n agrees with that of ${partner}.` : '';
			return failure.retold({ kind: 'authentication', message, advice: `${advice.refused}${clock}` });
		}
		const off = `${spelt(Math.abs(differenceMs))} ${differenceMs > 0 ? 'ahead of' : 'behind'}`;
		return failure.retold({
			kind: 'authentication',
			message: `${message.replace(/\.$/, '')}. The clock of this n8n is ${off} that of ${partner}`,
			advice: `Set the clock of the machine that this n8n runs on: the time is a part of the signature. If it is refused after that, too: ${advice.refused}`,
		});
	};
}

/** How far our clock is ahead of the partner's, in milliseconds; 0 where the two agree, undefined where its answer does not tell. */
function clockDifferenceMs(headers: PartnerAnswer['headers'], { sentMs, answeredMs }: AnswerTimes): number | undefined {
	const told = typeof headers.date === 'string' ? Date.parse(headers.date) : NaN;
	if (Number.isNaN(told)) return undefined;
	if (told < sentMs - LEEWAY_MS) return sentMs - told;
	return told > answeredMs + LEEWAY_MS ? answeredMs - told : 0;
}

const SECOND = ['seconds', 1_000] as const;
const UNITS = [['days', 24 * 60 * 60_000], ['hours', 60 * 60_000], ['minutes', 60_000], SECOND] as const;

/** A span in the largest unit of which there are two. */
function spelt(ms: number): string {
	const [unit, length] = UNITS.find(([, unitMs]) => ms >= 2 * unitMs) ?? SECOND;
	return `${Math.round(ms / length)} ${unit}`;
}
