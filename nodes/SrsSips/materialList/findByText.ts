import type { Finding } from './found';
import type { TextMatch } from './textMatch';

/** Between what is certain by text and what a code says. */
const LEAST = 0.9;
const OF_SCORE = 0.06;
/** What a typo that was corrected takes off. */
const A_TYPO = 0.02;

/** What the text of a line says by itself. */
export function findByText({ product, reason, candidates, words }: TextMatch): Finding {
	if (!product) return { by: null, reason };
	const score = candidates.find((candidate) => candidate.product === product)?.score ?? 0;
	const confidence = Math.max(LEAST, Math.round((LEAST + OF_SCORE * score - A_TYPO * words.readAs.length) * 100) / 100);
	return { by: 'text', product, confidence, reason: `${product.productName}: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`, option: '', isOptionDecided: false, uom: '' };
}
