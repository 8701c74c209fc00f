import type { RepeatableOperation } from '../../../engine/operation/operation';
import { FieldReader } from '../../../engine/items/fields';
import { unusableAnswer } from '../../../engine/transport/unusableAnswer';
import { isObject, textOf } from '../../../engine/values';
import { hotelId } from '../shared/fields';
import { LABELS } from '../shared/labels';
import type { OfProperty } from '../shared/lists';
import { explainRefusal, goodAnswer } from '../shared/refusal';
import { hotelRequest } from '../shared/requests';
import { SU } from '../shared/su';

const WHAT = 'Generate a Token';

/** A token for Su's widgets in a page of one's own, `POST widget/getWidgetAccessToken` (the page "Generate a Token" of the widgets). */
export const getToken: RepeatableOperation<OfProperty> = {
	name: 'getToken',
	displayName: 'Get Token',
	action: 'Get a token for a widget',
	description: "Get a token with which a page of yours shows Su's widgets for a property, such as its channel mapping",
	effect: 'repeatable',
	source: { call: 'POST /SUAPI/jservice/widget/getWidgetAccessToken', standing: 'documented; how long the token is good, and how the call is refused, are not' },
	properties: [hotelId],

	parameters(read) {
		const fields = new FieldReader(read);
		const parameters = { hotelId: fields.code('hotelId', { label: LABELS.hotelId }) };
		fields.done('The request');
		return parameters;
	},

	request: (parameters) => hotelRequest('widget/getWidgetAccessToken', parameters.hotelId),

	items(answer) {
		const { Data: data } = goodAnswer(answer, WHAT);
		if (!isObject(data) || textOf(data.token_id) === undefined) throw unusableAnswer(SU, answer, WHAT, 'a "token_id" under "Data"');
		return [data];
	},

	explain: explainRefusal,
};
