import type { INodeParameters, INodeType } from 'n8n-workflow';

import type { ResourceTable } from '../../engine/items/resources';
import { resources as sipsResources } from '../../nodes/SrsSips/resources';
import { SrsSips } from '../../nodes/SrsSips/SrsSips.node';
import { resources as suResources } from '../../nodes/Su/resources';
import { Su } from '../../nodes/Su/Su.node';
import { SIPS_EXAMPLES } from './sipsExamples';
import { SU_EXAMPLES } from './suExamples';

/** A service whose node is nothing but a table of operations. */
export interface ServiceUnderTest {
	/** Its folder in `nodes/`. */
	readonly folder: string;
	/** The display name of its node. */
	readonly displayName: string;
	readonly node: () => INodeType;
	readonly resources: ResourceTable;
	/** Each operation filled in, as `resource.operation`. */
	readonly examples: Readonly<Record<string, INodeParameters>>;
	/** Where its operations are told of one by one. */
	readonly document: string;
}

export const sips: ServiceUnderTest = {
	folder: 'SrsSips',
	displayName: 'SRS SIPS',
	node: () => new SrsSips(),
	resources: sipsResources,
	examples: SIPS_EXAMPLES,
	document: 'docs/sips.md',
};

export const su: ServiceUnderTest = {
	folder: 'Su',
	displayName: 'Su Channel Manager',
	node: () => new Su(),
	resources: suResources,
	examples: SU_EXAMPLES,
	document: 'docs/su.md',
};

/** Every service that has a node. A service that is not here fails the test of the package's nodes. */
export const SERVICES: readonly ServiceUnderTest[] = [sips, su];

/** Every operation of a service as `resource.operation`. */
export function operationsOf({ resources }: ServiceUnderTest): string[] {
	return resources.flatMap(({ name, operations }) => operations.map((operation) => `${name}.${operation.name}`));
}
