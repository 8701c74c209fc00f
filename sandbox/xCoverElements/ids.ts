import { randomInt } from 'node:crypto';

const CAPITALS = 'ABCDEFGHJKLMNPQRTUVWXY23456789';
const ALL = 'ABCDEFGHJKLMNPQRTUVWXYabcdefghijkmnpqrtuvwxy23456789';

/** The number of an offer of the widget and of a booking. */
export const insNumber = (): string => `${groups(2, CAPITALS)}-INS`;

/** Of the preview of a cancellation. */
export const cancellationId = (): string => `${groups(3, ALL)}-CCL`;

/** Of the preview of a change. */
export const updateId = (): string => `${groups(3, ALL)}-UPD`;

export const renewalId = (): string => `${groups(2, ALL)}-REN`;

export const securityToken = (): string => groups(4, ALL);

/** Groups of five letters, such as `K4PLM-22TRX`. */
function groups(count: number, letters: string): string {
	const letter = () => letters.charAt(randomInt(letters.length));
	return Array.from({ length: count }, () => Array.from({ length: 5 }, letter).join('')).join('-');
}
