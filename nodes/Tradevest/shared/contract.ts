import type { components } from '../../../openapi/generated/tradevest';

/** Shapes of Tradevest, generated from `openapi/tradevest.yaml`. Nothing about them is written a second time. */
type Schemas = components['schemas'];

export type CustomerProductRequest = Schemas['CustomerProductRequest'];
export type NaturalPersonRequest = Schemas['NaturalPersonRequest'];
