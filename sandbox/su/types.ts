import type { components, operations } from '../../openapi/generated/su';
import type { Handler } from '../core/types';

type Schemas = components['schemas'];

export type AvailabilityDays = Schemas['AvailabilityDays'];
export type AvailabilityRequest = Schemas['AvailabilityRequest'];
export type BookingRow = Schemas['BookingRow'];
export type ChannelRatePlan = Schemas['ChannelRatePlan'];
export type ChannelRatesRequest = Schemas['ChannelRatesRequest'];
export type ChannelRulesRequest = Schemas['ChannelRulesRequest'];
export type Connection = Schemas['Connection'];
export type ErrorAnswer = Schemas['ErrorAnswer'];
export type ErrorListAnswer = Schemas['ErrorListAnswer'];
export type FailedAnswer = Schemas['FailedAnswer'];
export type Fault = Schemas['Fault'];
export type GuestReply = Schemas['GuestReply'];
export type GuestRoom = Schemas['GuestRoom'];
export type HeldAvailability = Schemas['HeldAvailability'];
export type HeldRatePlan = Schemas['HeldRatePlan'];
export type HeldRoom = Schemas['HeldRoom'];
export type Image = Schemas['Image'];
export type ImageCreateRequest = Schemas['ImageCreateRequest'];
export type ImageMessage = Schemas['ImageMessage'];
export type ReportRequest = Schemas['ReportRequest'];
export type RequestDecision = Schemas['RequestDecision'];
export type ReviewReply = Schemas['ReviewReply'];
export type LimitAnswer = Schemas['LimitAnswer'];
export type MappedRatePlan = Schemas['MappedRatePlan'];
export type NewerTokenAnswer = Schemas['NewerTokenAnswer'];
export type Property = Schemas['Property'];
export type PropertyExistsAnswer = Schemas['PropertyExistsAnswer'];
export type RatePlan = Schemas['RatePlan'];
export type RatePlanEntry = Schemas['RatePlansRequest']['RatePlans']['RatePlan'][number];
export type Reservation = Schemas['Reservation'];
export type Review = Schemas['Review'];
export type RoomType = Schemas['RoomType'];
export type RoomTypeEntry = Schemas['RoomTypesRequest']['SellableProducts']['SellableProduct'][number];
export type SingleErrorAnswer = Schemas['SingleErrorAnswer'];
export type Ticket = Schemas['Ticket'];
export type TokenAnswer = Schemas['TokenAnswer'];
export type TypedErrorAnswer = Schemas['TypedErrorAnswer'];
export type UpdateLogList = Schemas['UpdateLogList'];
export type UserRequest = Schemas['UserRequest'];

/** The handler of one documented call. */
export type SuHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls of the document that a partner makes; what Su pushes goes the other way. */
export type SuHandlers = {
	[OperationId in Exclude<keyof operations, 'receiveReservations' | 'receiveMessage' | 'receiveReview'>]: SuHandler<OperationId>;
};
