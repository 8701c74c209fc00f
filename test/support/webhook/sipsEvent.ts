import type { IDataObject } from 'n8n-workflow';

/** An event as SIPS sends it. */
export const SIPS_EVENT: Readonly<IDataObject> = {
	eventType: 'OU',
	eventId: '41200987',
	eventStatus: 'Order Confirmed',
	eventDateTime: '2026-03-03T14:02:11',
	subscriberReferenceNum: '7731-2',
	subscriberReferenceNum2: '41200987',
	subscriberReferenceNum3: 'WF-2026-000124',
};

/** One that differs in some fields. */
export function sipsEvent(changes: IDataObject = {}): IDataObject {
	return { ...SIPS_EVENT, ...changes };
}
