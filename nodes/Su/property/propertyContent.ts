import { mailAddress } from '../../../engine/fieldKinds/mail';
import type { FieldReader } from '../../../engine/items/fields';
import type { PartnerRequest } from '../../../engine/http/request';
import { readCloseOut, type CloseOut } from '../shared/closeOut';
import { clockTime, contactEmails, countryCode, currencyCode, ownId, phoneNumbers, wordOf } from '../shared/contentKinds';
import type { Facilities, PropertyContact, PropertyContent as Body, PropertyContentRequest } from '../shared/contract';
import { readFacilities } from '../shared/facilities';
import { filledIn } from '../shared/panelFields';
import { PLACE_LABELS, readPosition } from '../shared/place';
import { suPath } from '../shared/requests';
import { PROPERTY_LABELS as LABELS } from './propertyFields';

/** Most characters of a description. */
export const MOST_DESCRIPTION = 2_000;

type Address = NonNullable<PropertyContact['Addresses']>['Address'];
type Phone = NonNullable<PropertyContact['Phones']>['Phone'][number];

/** A property as the panel asks for it, in Su's spelling. Text that was left out is `''`. */
export interface PropertyContent extends CloseOut {
	hotelId: string;
	/** `''` where it stays as Su has it. */
	hotelName: string;
	languageCode: string;
	currencyCode: string;
	address: Address;
	contactAddress: Address;
	position: { Latitude: string; Longitude: string };
	name: { GivenName: string; Surname: string };
	emails: string[];
	phones: Phone[];
	notificationEmail: string;
	/** What else Su takes as text, by its names. */
	further: Partial<Pick<Body, 'ChainID' | 'HotelType' | 'TimeZone' | 'Platform' | 'PropertyLicenseNumber' | 'OfficialCheckinTime' | 'OfficialCheckoutTime' | 'HotelDescription'>>;
	facilities: Facilities | undefined;
}

/** Reads all but id and name, which differ. Faults are noted in `fields`. */
export function readPropertyContent(fields: FieldReader): Omit<PropertyContent, 'hotelId' | 'hotelName'> {
	const address: Address = {
		AddressLine: fields.text('addressLine', { label: PLACE_LABELS.addressLine }),
		CityName: fields.text('cityName', { label: PLACE_LABELS.cityName }),
		PostalCode: fields.text('postalCode', { label: PLACE_LABELS.postalCode }),
		CountryName: fields.kind('countryName', { label: PLACE_LABELS.countryName }, countryCode, ''),
	};
	const type = fields.optionalKind('additionalFields.phoneTechType', { label: LABELS.phoneTechType }, wordOf(['1', '3', '5'] as const)) ?? '1';
	return {
		languageCode: fields.code('languageCode', { label: LABELS.languageCode }),
		currencyCode: fields.kind('currencyCode', { label: LABELS.currencyCode }, currencyCode, ''),
		address,
		contactAddress: readContactAddress(fields) ?? address,
		position: readPosition(fields),
		name: { GivenName: fields.text('givenName', { label: LABELS.givenName }), Surname: fields.text('surname', { label: LABELS.surname }) },
		emails: fields.kind('emails', { label: LABELS.emails }, contactEmails, []),
		phones: fields.kind('phoneNumbers', { label: LABELS.phoneNumbers }, phoneNumbers, []).map((PhoneNumber) => ({ PhoneNumber, PhoneTechType: type })),
		notificationEmail: fields.optionalKind('additionalFields.notificationEmail', { label: LABELS.notificationEmail }, mailAddress) ?? '',
		...readCloseOut(fields),
		facilities: readFacilities(fields),
		further: readFurther(fields),
	};
}

function readFurther(fields: FieldReader): PropertyContent['further'] {
	const text = (name: 'timeZone' | 'propertyLicenseNumber' | 'hotelDescription', longest?: number) =>
		fields.optionalText(`additionalFields.${name}`, { label: LABELS[name], ...(longest === undefined ? {} : { longest }) }) || undefined;
	const further = {
		ChainID: fields.optionalKind('additionalFields.chainId', { label: LABELS.chainId }, ownId),
		HotelType: fields.optionalKind('additionalFields.hotelType', { label: LABELS.hotelType }, wordOf(['1', '2', '3'] as const)),
		TimeZone: text('timeZone'),
		Platform: fields.optionalKind('additionalFields.platform', { label: LABELS.platform }, wordOf(['SU', 'STAAH'] as const)),
		PropertyLicenseNumber: text('propertyLicenseNumber'),
		OfficialCheckinTime: fields.optionalKind('additionalFields.officialCheckinTime', { label: LABELS.officialCheckinTime }, clockTime),
		OfficialCheckoutTime: fields.optionalKind('additionalFields.officialCheckoutTime', { label: LABELS.officialCheckoutTime }, clockTime),
		HotelDescription: text('hotelDescription', MOST_DESCRIPTION),
	};
	return Object.fromEntries(Object.entries(further).filter(([, value]) => value !== undefined));
}

/** Undefined where it is that of the property. */
function readContactAddress(fields: FieldReader): Address | undefined {
	const text = (name: 'contactAddressLine' | 'contactCityName' | 'contactPostalCode') => fields.optionalText(`additionalFields.${name}`, { label: LABELS[name] });
	const [AddressLine, CityName, PostalCode] = [text('contactAddressLine'), text('contactCityName'), text('contactPostalCode')];
	const CountryName = fields.optionalKind('additionalFields.contactCountryName', { label: LABELS.contactCountryName }, countryCode) ?? '';
	const parts = { contactAddressLine: AddressLine, contactCityName: CityName, contactPostalCode: PostalCode, contactCountryName: CountryName };
	const missing = Object.entries(parts).filter(([, value]) => value === '');
	if (missing.length === Object.keys(parts).length) return undefined;
	const labels = missing.map(([name]) => LABELS[name as keyof typeof parts]).filter((label) => !fields.isFaultyAt(label));
	for (const label of labels) fields.fault(label, 'must be filled in: the contact has an address of its own');
	return { AddressLine, CityName, PostalCode, CountryName };
}

/**
 * Creates a property or replaces what Su has of it, `POST OTA_HotelDescriptiveContentNotif` (content/property).
 *
 * The page spells the two members about the end of sales in two ways; the one of its sample is sent.
 */
export function propertyRequest(type: Body['HotelDescriptiveContentNotifType'], content: PropertyContent): PartnerRequest {
	const { hotelId: hotelid, hotelName, languageCode, currencyCode: currency, address, contactAddress, position, name, emails, phones, notificationEmail, facilities, further } = content;
	const ContactInfo: PropertyContact[] = [
		{ ContactProfileType: 'PhysicalLocation', Addresses: { Address: address } },
		{
			ContactProfileType: 'availability',
			Names: { Name: name },
			...filledIn({ NotificationEmail: notificationEmail }),
			Addresses: { Address: contactAddress },
			Emails: { Email: emails },
			Phones: { Phone: phones },
		},
	];
	const HotelDescriptiveContent: Body = {
		HotelName: hotelName,
		hotelid,
		LanguageCode: languageCode,
		CurrencyCode: currency,
		HotelDescriptiveContentNotifType: type,
		...further,
		...filledIn({ Closeoutdays: content.closeoutDays, Closeouttime: content.closeoutTime }),
		ContactInfos: { ContactInfo },
		HotelInfo: { Position: position },
		...(facilities ? { Facilities: facilities } : {}),
	};
	const body: PropertyContentRequest = { HotelDescriptiveContents: { HotelDescriptiveContent } };
	return { method: 'POST', path: suPath('OTA_HotelDescriptiveContentNotif'), body };
}
