import { randomBytes } from 'node:crypto';

import { demoClient } from '../data/partner';
import { unknownHotel } from '../errors';
import type { Holdings } from '../holdings';
import type { SuHandler } from '../types';

/** A token for widgets (the page "Generate a Token" of the widgets). What the values look like is invented. */
export function getWidgetToken(holdings: Holdings): SuHandler<'getWidgetToken'> {
	return ({ body: { hotelid } }) => {
		if (!holdings.find(hotelid)) return unknownHotel(hotelid);
		const Data = {
			msg: 'Token generated',
			token_id: randomBytes(24).toString('base64url'),
			user_name: `user@${demoClient.domain}`,
			pms_name: demoClient.domain,
			proppmsid: Buffer.from(`sealed:${hotelid}`).toString('base64'),
		};
		return { status: 200, body: { Status: 'Success', Data, Message: '' } };
	};
}
