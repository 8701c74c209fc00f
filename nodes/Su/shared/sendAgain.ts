import { sendAgainNotice, sendAgainOption } from '../../../engine/items/sendAgain';

/** Stands above the options of all writes that happen once, while the switch is on. */
export const againNotice = sendAgainNotice('sends this once more, whatever was sent before');

/** The switch itself. */
export const againOption = sendAgainOption(
	'Whether to send this once more, though it was sent before. Each execution with this switched on sends it again: a guest reads it twice, a report counts twice. Retry On Fail does not.',
);
