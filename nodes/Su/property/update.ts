import { LABELS } from '../shared/labels';
import { replacement } from '../shared/replacement';
import { PROPERTY } from '../shared/things';
import { propertyRequest, readPropertyContent } from './propertyContent';
import { propertyFields, PROPERTY_LABELS, PROPERTY_SHOWN } from './propertyFields';

/** Changes a property, as `propertyRequest` says. Nothing of it but its name can be read, so the panel asks for all that Su requires. */
export const update = replacement({
	thing: PROPERTY,
	description: 'Replace what Su has of a property; what is left empty is lost, but for the name',
	source: { call: 'POST /SUAPI/jservice/OTA_HotelDescriptiveContentNotif', standing: 'documented; how a change is refused is not' },
	page: 'Property',
	properties: propertyFields,
	shown: PROPERTY_SHOWN,
	needed: ['hotelName'],
	read: (fields) => ({
		hotelId: fields.code('hotelId', { label: LABELS.hotelId }),
		hotelName: fields.optionalText('hotelName', { label: PROPERTY_LABELS.hotelName }),
		...readPropertyContent(fields),
	}),
	request: (content) => propertyRequest('Overlay', content),
});
