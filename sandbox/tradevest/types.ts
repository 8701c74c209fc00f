import type { components, operations } from '../../openapi/generated/tradevest';
import type { Handler } from '../core/types';

type Schemas = components['schemas'];

export type CustomerProduct = Schemas['CustomerProduct'];
export type EntityStatus = Schemas['EntityStatus'];
export type ErrorMessage = Schemas['ErrorMessage'];
export type MissingNotification = Schemas['MissingNotification'];
export type NaturalPerson = Schemas['NaturalPerson'];
export type NaturalPersonPage = Schemas['NaturalPersonPage'];
export type NaturalPersonRequest = Schemas['NaturalPersonRequest'];
export type ProductCode = Schemas['ProductCode'];
export type TokenError = Schemas['TokenError'];
export type Webhook = Schemas['Webhook'];
export type WebhookRequest = Schemas['WebhookRequest'];

/** The handler of one documented call. */
export type TradevestHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls of the document. */
export type TradevestHandlers = { [OperationId in keyof operations]: TradevestHandler<OperationId> };
