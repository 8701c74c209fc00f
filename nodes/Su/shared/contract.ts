import type { components } from '../../../openapi/generated/su';

/** Shapes of Su, generated from `openapi/su.yaml`. Nothing about them is written a second time. */
type Schemas = components['schemas'];

export type Acknowledgement = Schemas['Acknowledgement'];
export type AvailabilityDays = Schemas['AvailabilityDays'];
export type AvailabilityRequest = Schemas['AvailabilityRequest'];
export type BookingListRequest = Schemas['BookingListRequest'];
export type HotelRequest = Schemas['HotelRequest'];
export type ReservationRequest = Schemas['ReservationRequest'];
