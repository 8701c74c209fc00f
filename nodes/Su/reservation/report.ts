import type { IDataObject, INodeProperties } from 'n8n-workflow';

import type { PartnerAnswer } from '../../../engine/http/request';
import type { FieldReader } from '../../../engine/items/fields';
import type { ReportRequest } from '../shared/contract';
import { hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import { takenAnswer } from '../shared/refusal';
import { suPath } from '../shared/requests';
import { writeOnce } from '../shared/writeOnce';
import { readNotifId, reservationNotifId } from './notifId';

const WHAT = 'Reporting';

/** The choice for which Su's word is not known. */
const CARD_CANCELLATION = 'cardCancellation';

const CHOICES = ['is_no_show', 'cc_is_invalid', CARD_CANCELLATION] as const;

const REPORT_LABELS = { report: 'Report', reportValue: 'Value of the Report' } as const;

const reportFields: INodeProperties[] = [
	{
		displayName: REPORT_LABELS.report,
		name: 'report',
		type: 'options',
		options: [
			{ name: 'Cancellation Because of an Invalid Card', value: CARD_CANCELLATION, description: "Booking.com. Su's word for it is not known: enter it below." },
			{ name: 'Invalid Card', value: CHOICES[1], description: 'Booking.com, until midnight at the beginning of the day of arrival' },
			{ name: 'No-Show', value: CHOICES[0], description: 'Booking.com within 48 hours of the arrival, Go-MMT within 7 days' },
		],
		default: 'is_no_show',
		description: 'What is reported to the channel. It costs a guest money, or a booking.',
	},
	{
		displayName: REPORT_LABELS.reportValue,
		name: 'reportValue',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. cancel_reservation_invalid_cc',
		displayOptions: { show: { report: [CARD_CANCELLATION] } },
		description: 'What Su takes as the report for a cancellation because of an invalid card. Su has a page for it, and which word stands there is not known here: ask Su. Booking.com itself calls it cancel_reservation_invalid_cc.',
	},
];

interface Report {
	hotelId: string;
	reservationNotifId: string;
	/** As it goes out. */
	report: string;
}

/**
 * Reports a no-show or an invalid card to the channel, `POST reporting` (reporting/reporting-no-show-booking.com-and-goibibo and its neighbours). Su says
 * that it has put it into its queue, and nothing tells what becomes of it there.
 */
export const report = writeOnce({
	name: 'report',
	displayName: 'Report',
	action: 'Report a no show or an invalid card',
	description: 'Report a no-show or an invalid card to the channel; Su puts it into its queue, and it is sent at most once',
	source: {
		call: 'POST /SUAPI/jservice/reporting',
		standing: 'documented for the no-show; that an invalid card goes the same way is inferred, the word for a cancellation because of one is not known, and what becomes of a report is not told',
	},
	fields: [hotelId, reservationNotifId('The reservation_notif_id of the message about the booking, as text: as a number it would lose digits'), ...reportFields],

	read(fields): Report {
		return { hotelId: fields.code('hotelId', { label: LABELS.hotelId }), reservationNotifId: readNotifId(fields), report: readReport(fields) };
	},

	compared: (given) => ({ ...given, hotelId: given.hotelId.toLowerCase(), reservationNotifId: given.reservationNotifId.toLowerCase(), report: given.report.toLowerCase() }),
	sameAs: ({ reservationNotifId: id, report: value }) => ['report', id, value],
	label: ({ reservationNotifId: id, report: value }) => `report ${value} of message ${id}`,
	whereToLook: "Su has no call that shows a report: look at the booking in the channel's extranet.",
	whenInTheWay: () => 'This report was sent before for another property. Check Property ID and Reservation Notification ID: a message belongs to one property.',

	request({ hotelId: hotelid, reservationNotifId: reservation_notif_id, report: value }) {
		const body: ReportRequest = { hotelid, reservation_notif_id, report: value };
		return { method: 'POST', path: suPath('reporting'), body };
	},

	items: (answer, parameters) => [enqueuedItem(answer, parameters)],
	hints: () => [{ message: "Su has put the report into its queue, and no call tells what becomes of it there: look at the booking in the channel's extranet." }],
});

function readReport(fields: FieldReader): string {
	const chosen = fields.oneOf('report', { label: REPORT_LABELS.report }, CHOICES);
	return chosen === CARD_CANCELLATION ? fields.code('reportValue', { label: REPORT_LABELS.reportValue }) : chosen;
}

/** Su's word is that it waits, and so it is told: that the channel took it, nobody says. */
function enqueuedItem(answer: PartnerAnswer, { hotelId: property, reservationNotifId: id, report: value }: Report): IDataObject {
	takenAnswer(answer, WHAT, 'enqueued');
	return { enqueued: true, hotelId: property, reservationNotifId: id, report: value };
}
