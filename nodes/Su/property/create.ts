import { ownId } from '../shared/contentKinds';
import { creation } from '../shared/creation';
import { PROPERTY } from '../shared/things';
import { propertyRequest, readPropertyContent } from './propertyContent';
import { newPropertyFields, PROPERTY_LABELS, PROPERTY_SHOWN } from './propertyFields';

/** Creates a property, as `propertyRequest` says. Su's list shows its name alone, so that is what tells it from another one of its id. */
export const create = creation({
	thing: PROPERTY,
	description: 'Create a property at Su under an ID of your own',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelDescriptiveContentNotif', standing: 'documented; the lists of languages and time zones, and how some refusals look, are not' },
	page: 'Property',
	properties: newPropertyFields,
	shown: PROPERTY_SHOWN,
	read: (fields) => ({
		hotelId: fields.kind('newHotelId', { label: PROPERTY_LABELS.newHotelId }, ownId, ''),
		hotelName: fields.text('hotelName', { label: PROPERTY_LABELS.hotelName }),
		...readPropertyContent(fields),
	}),
	request: (content) => propertyRequest('New', content),
});
