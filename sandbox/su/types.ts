import type { components, operations } from '../../openapi/generated/su';
import type { Handler } from '../core/types';

type Schemas = components['schemas'];

export type AvailabilityDays = Schemas['AvailabilityDays'];
export type AvailabilityRequest = Schemas['AvailabilityRequest'];
export type BookingRow = Schemas['BookingRow'];
export type ErrorAnswer = Schemas['ErrorAnswer'];
export type ErrorListAnswer = Schemas['ErrorListAnswer'];
export type Fault = Schemas['Fault'];
export type LimitAnswer = Schemas['LimitAnswer'];
export type NewerTokenAnswer = Schemas['NewerTokenAnswer'];
export type Property = Schemas['Property'];
export type RatePlan = Schemas['RatePlan'];
export type Reservation = Schemas['Reservation'];
export type RoomType = Schemas['RoomType'];
export type SingleErrorAnswer = Schemas['SingleErrorAnswer'];
export type Ticket = Schemas['Ticket'];
export type TokenAnswer = Schemas['TokenAnswer'];

/** The handler of one documented call. */
export type SuHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls of the document. */
export type SuHandlers = { [OperationId in keyof operations]: SuHandler<OperationId> };
