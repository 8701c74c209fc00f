import type { IDataObject } from 'n8n-workflow';

import { isObject, textOf } from '../../../engine/values';
import { contentKey } from '../../../engine/webhook/contentKey';
import { withoutLinks } from '../shared/bearerLinks';

/** An event as the workflow gets it. A type alias, so that it fits n8n's index signature. */
export type XCoverEvent = {
	/** The same for the same event, however often it is sent: 32 hexadecimal digits. */
	eventKey: string;
	/** Its name as XCover writes it, such as `BOOKING_CREATED`. */
	event: string;
	/** What the payload calls `id`: that of the booking where one was made; of other events it is not documented. Null where there is none. */
	id: string | null;
	/** The payload as it came, amounts as text. */
	payload: IDataObject;
};

/**
 * An event of XCover (xc/webhooks): `{"event": "...", "payload": {...}}`. Of most of them no page shows the payload, so all of it is handed on.
 * XCover sends no id and no time of an event. So it is known by all it says, and two that say the same are the same.
 *
 * @param areLinksWanted whether links to personal data are put out, too
 * @returns undefined for what is none
 */
export function xCoverEvent(body: IDataObject, areLinksWanted: boolean): XCoverEvent | undefined {
	const event = typeof body.event === 'string' ? body.event.trim() : '';
	const { payload } = body;
	if (event === '' || !isObject(payload)) return undefined;
	return {
		eventKey: contentKey({ event, payload }),
		event,
		id: textOf(payload.id)?.trim() ?? null,
		payload: areLinksWanted ? payload : withoutLinks(payload),
	};
}
