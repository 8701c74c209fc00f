import type { components, operations } from '../../openapi/generated/xcover-elements';
import type { components as signedComponents, operations as signedOperations } from '../../openapi/generated/xcover-signature';
import type { Handler } from '../core/types';

type Schemas = components['schemas'];

export type Booking = Schemas['Booking'];
export type BookedQuote = Schemas['BookedQuote'];
export type BookingList = Schemas['BookingList'];
export type CancelRequest = Schemas['CancelRequest'];
export type ErrorAnswer = Schemas['ErrorAnswer'];
export type Policy = Schemas['Policy'];
export type PolicyChange = Schemas['PolicyChange'];
export type PolicyHolder = Schemas['PolicyHolder'];
export type Quote = Schemas['Quote'];
export type TokenAnswer = Schemas['TokenAnswer'];
export type TokenClaims = Schemas['TokenClaims'];
export type TokenError = Schemas['TokenError'];

/** The handler of one call with a token. */
export type XCoverElementsHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls with a token. */
export type XCoverElementsHandlers = { [OperationId in keyof operations]: XCoverElementsHandler<OperationId> };

type SignedSchemas = signedComponents['schemas'];

export type BookingQuote = SignedSchemas['BookingQuote'];
export type Cancellation = SignedSchemas['Cancellation'];
export type ChangedBooking = SignedSchemas['ChangedBooking'];
export type ConfirmOfferRequest = SignedSchemas['ConfirmOfferRequest'];
export type EventName = SignedSchemas['EventName'];
export type EventPayload = SignedSchemas['EventPayload'];
export type InstalmentPlan = SignedSchemas['InstalmentPlan'];
export type Offer = SignedSchemas['Offer'];
export type OfferProduct = SignedSchemas['OfferProduct'];
export type OfferRequest = SignedSchemas['OfferRequest'];
export type Person = SignedSchemas['Person'];
export type ReportedInstalment = SignedSchemas['ReportedInstalment'];
export type SignedBooking = SignedSchemas['Booking'];
export type SignedCancelRequest = SignedSchemas['CancelRequest'];
export type SignedError = SignedSchemas['ErrorAnswer'];
export type SignedUpdateRequest = SignedSchemas['UpdateRequest'];
export type WebhookEvent = SignedSchemas['WebhookEvent'];

/** The calls that are signed, not the one that the partner makes to a webhook. */
export type SignedOperations = Omit<signedOperations, 'receiveEvent'>;

/** The handler of one signed call. */
export type SignedHandler<OperationId extends keyof SignedOperations> = Handler<SignedOperations[OperationId]>;

/** All signed calls. */
export type SignedHandlers = { [OperationId in keyof SignedOperations]: SignedHandler<OperationId> };
