import type { components, operations } from '../../openapi/generated/xcover-elements';
import type { Handler } from '../core/types';

type Schemas = components['schemas'];

export type Booking = Schemas['Booking'];
export type ErrorAnswer = Schemas['ErrorAnswer'];
export type Quote = Schemas['Quote'];
export type TokenAnswer = Schemas['TokenAnswer'];
export type TokenClaims = Schemas['TokenClaims'];
export type TokenError = Schemas['TokenError'];

/** The handler of one documented call. */
export type XCoverElementsHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls of the document. */
export type XCoverElementsHandlers = { [OperationId in keyof operations]: XCoverElementsHandler<OperationId> };
