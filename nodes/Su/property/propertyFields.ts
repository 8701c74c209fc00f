import type { INodeProperties } from 'n8n-workflow';

import { typedField } from '../../../engine/items/typedField';
import { closeOutFields } from '../shared/closeOut';
import { facilitiesField } from '../shared/facilities';
import { hotelId } from '../shared/fields';
import { additionalFields, lossNotice } from '../shared/panelFields';
import { placeField } from '../shared/place';
import type { Shown } from '../shared/shown';

/** What the panel calls the fields of a property, for messages. */
export const PROPERTY_LABELS = {
	newHotelId: 'Property ID',
	hotelName: 'Property Name',
	languageCode: 'Language',
	currencyCode: 'Currency',
	givenName: 'Contact First Name',
	surname: 'Contact Last Name',
	emails: 'Contact Emails',
	phoneNumbers: 'Contact Phone Numbers',
	chainId: 'Chain ID',
	hotelType: 'Property Type',
	timeZone: 'Time Zone',
	platform: 'Platform',
	propertyLicenseNumber: 'License Number',
	officialCheckinTime: 'Check-In Time',
	officialCheckoutTime: 'Check-Out Time',
	notificationEmail: 'Notification Email',
	phoneTechType: 'Phone Type',
	hotelDescription: 'Property Description',
	contactAddressLine: 'Contact Address',
	contactCityName: 'Contact City',
	contactPostalCode: 'Contact Postal Code',
	contactCountryName: 'Contact Country',
} as const;

/** What the list of properties shows of them. */
export const PROPERTY_SHOWN: readonly Shown[] = [{ listed: 'propertyname', member: 'hotelName', label: PROPERTY_LABELS.hotelName }];

const LABELS = PROPERTY_LABELS;
const required = { required: true } as const;

const hotelName = (more: Partial<INodeProperties>): INodeProperties =>
	typedField('hotelName', LABELS.hotelName, 'e.g. Harbour View', 'Name that is shown. Su takes letters and digits, and not every other character.', more);

/** What Su requires each time. */
const content: INodeProperties[] = [
	typedField('currencyCode', LABELS.currencyCode, 'e.g. VND', 'The three letters of the currency (ISO 4217)', required),
	placeField('addressLine', true),
	placeField('cityName', true, " Later it can be changed in Su's extranet only."),
	placeField('postalCode', true),
	placeField('countryName', true, " Later it can be changed in Su's extranet only."),
	placeField('latitude', true),
	placeField('longitude', true),
	typedField('givenName', LABELS.givenName, 'e.g. Lan', 'First name of who is responsible for reservations', required),
	typedField('surname', LABELS.surname, 'e.g. Tran', 'Last name of who is responsible for reservations', required),
	typedField('emails', LABELS.emails, 'e.g. desk@example.com', 'One to five email addresses of the contact, with commas between them', required),
	typedField('phoneNumbers', LABELS.phoneNumbers, 'e.g. +842360000000', 'One or several, with commas between them: a plus, the country code and digits, at most 15', required),
	typedField('languageCode', LABELS.languageCode, 'e.g. en', "Code of the property's language. Su's list of codes is not public.", { ...required, default: 'en' }),
];

const OWN_ADDRESS = 'Of the contact, where it is not the address of the property. Then all four parts are needed';

const additional = additionalFields(
	[
		...closeOutFields,
		facilitiesField,
		typedField('chainId', LABELS.chainId, 'e.g. HVCHAIN', 'ID of the chain that it belongs to: letters, digits and hyphens, at most 20'),
		typedField('contactAddressLine', LABELS.contactAddressLine, 'e.g. 1 Le Loi', OWN_ADDRESS),
		typedField('contactCityName', LABELS.contactCityName, 'e.g. Da Nang', OWN_ADDRESS),
		typedField('contactPostalCode', LABELS.contactPostalCode, 'e.g. 550000', OWN_ADDRESS),
		typedField('contactCountryName', LABELS.contactCountryName, 'e.g. VN', OWN_ADDRESS),
		{
			displayName: LABELS.hotelType,
			name: 'hotelType',
			type: 'options',
			options: [
				{ name: 'Hotel', value: '1' },
				{ name: 'Motel', value: '2' },
				{ name: 'Vacation Rental', value: '3' },
			],
			default: '1',
			description: 'What kind of house it is. Left out, it is a hotel.',
		},
		typedField('hotelDescription', LABELS.hotelDescription, 'e.g. A small hotel by the sea', 'At most 2,000 characters', { typeOptions: { rows: 4 } }),
		typedField('notificationEmail', LABELS.notificationEmail, 'e.g. bookings@example.com', 'Where reservations are mailed to. One address: how Su wants several is not documented.'),
		typedField('officialCheckinTime', LABELS.officialCheckinTime, 'e.g. 14:00', 'From when guests can come in; 00:00 means at any hour'),
		typedField('officialCheckoutTime', LABELS.officialCheckoutTime, 'e.g. 11:00', 'By when guests leave; 00:00 means at any hour'),
		{
			displayName: LABELS.phoneTechType,
			name: 'phoneTechType',
			type: 'options',
			options: [
				{ name: 'Fax', value: '3' },
				{ name: 'Mobile', value: '5' },
				{ name: 'Telephone', value: '1' },
			],
			default: '1',
			description: "What the contact's phone numbers are. Su's samples show 1, 3 and 5; that these mean telephone, fax and mobile is inferred.",
		},
		{
			displayName: LABELS.platform,
			name: 'platform',
			type: 'options',
			options: [
				{ name: 'STAAH', value: 'STAAH' },
				{ name: 'Su', value: 'SU' },
			],
			default: 'SU',
			description: 'On which of the two platforms it is',
		},
		typedField('propertyLicenseNumber', LABELS.propertyLicenseNumber, 'e.g. VN-0001', 'Local license, which some regions require'),
		typedField('timeZone', LABELS.timeZone, 'e.g. Asia/Ho_Chi_Minh', 'Left out, it is that of the country'),
	],
	'What Su does not require',
);

/** The panel of Create. */
export const newPropertyFields: INodeProperties[] = [
	typedField('newHotelId', LABELS.newHotelId, 'e.g. HVIEW-1', 'Your own ID for the property (hotelid): letters, digits and hyphens, at most 20', required),
	hotelName(required),
	...content,
	additional,
];

/** The panel of Update. */
export const propertyFields: INodeProperties[] = [
	lossNotice(
		`${LABELS.hotelName} stays where it is left empty; nothing else can be read from Su.`,
		'all Additional Fields, such as facilities, description, check-in and check-out time, close-out, license number, chain, notification email, and contact data beyond the one contact here',
	),
	hotelId,
	...content,
	hotelName({ description: 'Name that is shown. Left empty, it stays as Su has it.' }),
	additional,
];
