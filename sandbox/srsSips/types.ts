import type { components, operations } from '../../openapi/generated/srs-sips';
import type { Handler } from '../core/types';

type Schemas = components['schemas'];

export type Branch = Schemas['Branch'];
export type BranchProduct = Schemas['BranchProduct'];
export type CustomerBranch = Schemas['CustomerBranch'];
export type ErrorAnswer = Schemas['ErrorAnswer'];
export type OrderAnswer = Schemas['OrderAnswer'];
export type OrderLine = Schemas['OrderLine'];
export type OrderListEntry = Schemas['OrderListEntry'];
export type OrderListRequest = Schemas['OrderListRequest'];
export type OrderRequest = Schemas['OrderRequest'];
export type PriceLine = Schemas['PriceLine'];
export type PriceLineRequest = Schemas['PriceLineRequest'];
export type PriceRequest = Schemas['PriceRequest'];
export type ValidatedCustomer = Schemas['ValidatedCustomer'];
export type WebhookEvent = Schemas['WebhookEvent'];

/** The handler of one documented call. */
export type SrsSipsHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls of the document that a partner makes; the web hook goes the other way. */
export type SrsSipsHandlers = {
	[OperationId in Exclude<keyof operations, 'receiveEvent'>]: SrsSipsHandler<OperationId>;
};
