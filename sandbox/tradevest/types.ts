import type { components, operations } from '../../openapi/generated/tradevest';
import type { Handler } from '../core/types';

type Schemas = components['schemas'];

export type CustomerProduct = Schemas['CustomerProduct'];
export type DigitalOrder = Schemas['DigitalOrder'];
export type DigitalOrderRequest = Schemas['DigitalOrderRequest'];
export type EntityStatus = Schemas['EntityStatus'];
export type ErrorMessage = Schemas['ErrorMessage'];
export type ExAnteCosts = Schemas['ExAnteCosts'];
export type ExAnteRequest = Schemas['ExAnteRequest'];
export type HeldAsset = Schemas['HeldAsset'];
export type MissingNotification = Schemas['MissingNotification'];
export type NaturalPerson = Schemas['NaturalPerson'];
export type NaturalPersonPage = Schemas['NaturalPersonPage'];
export type NaturalPersonRequest = Schemas['NaturalPersonRequest'];
export type PartialExecution = Schemas['PartialExecution'];
export type ProductCode = Schemas['ProductCode'];
export type ProductDefinition = Schemas['ProductDefinition'];
export type ProductType = Schemas['ProductType'];
export type SavingsPlan = Schemas['SavingsPlan'];
export type SavingsPlanRequest = Schemas['SavingsPlanRequest'];
export type TaxExemptionOrder = Schemas['TaxExemptionOrder'];
export type TaxExemptionOrderRequest = Schemas['TaxExemptionOrderRequest'];
export type TokenError = Schemas['TokenError'];
export type TokenizedOrder = Schemas['TokenizedOrder'];
export type TokenizedOrderRequest = Schemas['TokenizedOrderRequest'];
export type TradingOrder = Schemas['TradingOrder'];
export type TradingOrderRequest = Schemas['TradingOrderRequest'];
export type TradingOrderUpdate = Schemas['TradingOrderUpdate'];
export type Transaction = Schemas['Transaction'];
export type Transfer = Schemas['Transfer'];
export type Webhook = Schemas['Webhook'];
export type WebhookRequest = Schemas['WebhookRequest'];

/** The handler of one documented call. */
export type TradevestHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls of the document. */
export type TradevestHandlers = { [OperationId in keyof operations]: TradevestHandler<OperationId> };
