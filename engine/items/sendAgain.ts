import type { INodeProperties } from 'n8n-workflow';

import type { RunContext } from '../operation/operation';
import type { FieldReader } from './fields';

const LABEL = 'Send Even If Already Sent';

/** Of a write that happens once: whether a person wants it once more. */
export interface SentAgain {
	/** The execution in which a person sends it once more, though it was sent before; else undefined. Retry On Fail keeps the execution. */
	sentAgainIn: string | undefined;
}

/** The option with which a person sends a write once more. @param description begins with "Whether" */
export function sendAgainOption(description: string): INodeProperties {
	return { displayName: LABEL, name: 'sendAgain', type: 'boolean', default: false, description };
}

/** Stands in the panel while that option is on. @param consequence what each execution does then, such as `places another order` */
export function sendAgainNotice(consequence: string): INodeProperties {
	return {
		displayName: `${LABEL} is on: each execution ${consequence}. Remove the option when that is done.`,
		name: 'sendAgainNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { '/options.sendAgain': [true] } },
	};
}

/** Reads the option. Faults are noted in `fields`. */
export function readSentAgain(fields: FieldReader, { executionId }: RunContext): SentAgain {
	return { sentAgainIn: fields.optionalFlag('options.sendAgain', { label: LABEL }) ? executionId : undefined };
}

/** The key of a write that may be sent once more: of each execution that does so another one. @param key without that */
export function keySentAgain(key: string, { sentAgainIn }: SentAgain): string {
	return sentAgainIn === undefined ? key : `${key}#${sentAgainIn}`;
}

/** Whether a person wants a write once more. */
export function isMeantAgain({ sentAgainIn }: SentAgain): boolean {
	return sentAgainIn !== undefined;
}
