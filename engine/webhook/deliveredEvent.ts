import type { IDataObject } from 'n8n-workflow';

/** An event as the workflow gets it. */
export type DeliveredEvent = IDataObject & {
	/** The same for the same event, however often it is sent: hexadecimal, at least 20 characters. */
	eventKey: string;
};
