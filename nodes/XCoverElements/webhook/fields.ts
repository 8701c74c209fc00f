import type { INodeProperties } from 'n8n-workflow';

import { answerField } from '../../../engine/webhook/answerFields';
import { allowedAddresses } from '../../../engine/webhook/callerFields';
import { dateAgeField } from '../../../engine/webhook/dateAge';
import { receivingSettings, unreadBody } from '../../../engine/webhook/receivingFields';
import { includeLinks } from '../shared/bearerLinks';
import { confirmField, unconfirmedField } from './confirmation';
import { kindsField } from './eventChoice';

/** How long the same event starts nothing, in hours. XCover tries three times; two real updates may say the same, since an event has no id and no time. */
export const DUPLICATE_HOURS = 1;

/** What is seldom set. */
export const settingsField: INodeProperties = receivingSettings(DUPLICATE_HOURS, [dateAgeField, includeLinks]);

/** The fields of the trigger, in the order of the panel. */
export const triggerFields: INodeProperties[] = [
	kindsField,
	{
		displayName: 'Cover Genius signs the date of a call, and not what it says. Whoever has seen one call can send another body while its date is young. Let the node confirm each event with XCover, and act on what XCover says.',
		name: 'unsignedBodyNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { confirm: ['off'] } },
	},
	confirmField,
	unconfirmedField,
	allowedAddresses,
	answerField('XCover', 'so that XCover sends the event again: it tries three times in all. How long it waits for an answer is not documented.'),
	settingsField,
	unreadBody,
];
