import type { components, operations } from '../../openapi/generated/tradevest';
import type { Handler } from '../core/types';
import type { Thing } from './book';
import type { Verdict } from './settings';

type Schemas = components['schemas'];

export type BeneficialOwner = Schemas['BeneficialOwner'];
export type BeneficialOwnerPage = Schemas['BeneficialOwnerPage'];
export type BeneficialOwnerRequest = Schemas['BeneficialOwnerRequest'];
export type Customer = Schemas['Customer'];
export type CustomerEntityType = Schemas['CustomerEntityType'];
export type CustomerPage = Schemas['CustomerPage'];
export type CustomerProduct = Schemas['CustomerProduct'];
export type CustomerRequest = Schemas['CustomerRequest'];
export type CustomerStatus = Schemas['CustomerStatus'];
export type DigitalOrder = Schemas['DigitalOrder'];
export type DigitalOrderRequest = Schemas['DigitalOrderRequest'];
export type DocumentPage = Schemas['DocumentPage'];
export type DocumentRequest = Schemas['DocumentRequest'];
export type DocumentType = Schemas['DocumentType'];
export type EntityChange = Schemas['EntityChange'];
export type EntityChangePage = Schemas['EntityChangePage'];
export type EntityRole = Schemas['EntityRole'];
export type EntityStatus = Schemas['EntityStatus'];
export type ErrorMessage = Schemas['ErrorMessage'];
export type ExAnteCosts = Schemas['ExAnteCosts'];
export type ExAnteRequest = Schemas['ExAnteRequest'];
export type HeldAsset = Schemas['HeldAsset'];
export type IdentificationRequest = Schemas['IdentificationRequest'];
export type IdentificationVerification = Schemas['IdentificationVerification'];
export type LegalEntity = Schemas['LegalEntity'];
export type LegalEntityRequest = Schemas['LegalEntityRequest'];
export type LegalForm = Schemas['LegalForm'];
export type LegalRepresentativePage = Schemas['LegalRepresentativePage'];
export type LegalRepresentativeRequest = Schemas['LegalRepresentativeRequest'];
export type MissingNotification = Schemas['MissingNotification'];
export type NaturalPerson = Schemas['NaturalPerson'];
export type NaturalPersonPage = Schemas['NaturalPersonPage'];
export type NaturalPersonRequest = Schemas['NaturalPersonRequest'];
export type Offboarding = Schemas['Offboarding'];
export type OffboardingReason = Schemas['OffboardingReason'];
export type Onboarding = Schemas['Onboarding'];
export type PartialExecution = Schemas['PartialExecution'];
export type PartnerDocument = Schemas['PartnerDocument'];
export type PartnerDocumentPage = Schemas['PartnerDocumentPage'];
export type ProductCode = Schemas['ProductCode'];
export type ProductDefinition = Schemas['ProductDefinition'];
export type ProductType = Schemas['ProductType'];
export type ProxyPage = Schemas['ProxyPage'];
export type ProxyRequest = Schemas['ProxyRequest'];
export type ResourceType = Schemas['ResourceType'];
export type RoleType = Schemas['RoleType'];
export type SavingsPlan = Schemas['SavingsPlan'];
export type SavingsPlanRequest = Schemas['SavingsPlanRequest'];
export type Signature = Schemas['Signature'];
export type SignedDocument = Schemas['SignedDocument'];
export type TaxExemptionOrder = Schemas['TaxExemptionOrder'];
export type TaxExemptionOrderRequest = Schemas['TaxExemptionOrderRequest'];
export type TokenError = Schemas['TokenError'];
export type TokenizedOrder = Schemas['TokenizedOrder'];
export type TokenizedOrderRequest = Schemas['TokenizedOrderRequest'];
export type TradingOrder = Schemas['TradingOrder'];
export type TradingOrderRequest = Schemas['TradingOrderRequest'];
export type TradingOrderUpdate = Schemas['TradingOrderUpdate'];
export type TradingProfile = Schemas['TradingProfileRequest'];
export type Transaction = Schemas['Transaction'];
export type Transfer = Schemas['Transfer'];
export type Webhook = Schemas['Webhook'];
export type WebhookRequest = Schemas['WebhookRequest'];

/** A thing as it is held: as it is read, and with a status. */
type Held<Read> = Read & Thing & { status: EntityStatus };

export type HeldPerson = Held<NaturalPerson>;
export type HeldCompany = Held<LegalEntity>;
export type HeldRepresentative = Held<Schemas['LegalRepresentative']>;
export type HeldOwner = Held<BeneficialOwner>;
export type HeldJointPerson = Held<Schemas['JointPerson']>;
export type HeldProxy = Held<Schemas['Proxy']>;
export type HeldDocument = Schemas['Document'];
export type EntityOffboarding = Schemas['EntityOffboarding'];
/** Its status has another name when it is read. */
export type HeldCustomer = Omit<Customer, 'customerStatus' | 'signedDocumentsRelatedToCustomer'> & { status: CustomerStatus };
/** An onboarding, who asked for it, and what comes of it where nothing is missing. */
export type HeldOnboarding = Onboarding & { requestorId: string; verdict: Verdict };

/** The handler of one documented call. */
export type TradevestHandler<OperationId extends keyof operations> = Handler<operations[OperationId]>;

/** All calls of the document. */
export type TradevestHandlers = { [OperationId in keyof operations]: TradevestHandler<OperationId> };
