import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { INodeParameters, INodeType } from 'n8n-workflow';

import { distinctOperations, type ResourceTable } from '../../../engine/items/resources';
import { servicesOf, type Service } from '../../../scripts/services.cjs';

const PROJECT = resolve(__dirname, '../../..');
const load = createRequire(__filename);

/** A service with a node that is nothing but a table of operations. */
export interface ServiceUnderTest {
	/** Its folder in `nodes/`, and the class of that node. */
	readonly folder: string;
	/** The display name of its node. */
	readonly displayName: string;
	readonly node: () => INodeType;
	readonly resources: ResourceTable;
	/** Each operation filled in, as `resource.operation`. */
	readonly examples: Readonly<Record<string, INodeParameters>>;
	/** The same for what an operation is besides, where there are several of its name: with another kind of access. */
	readonly variants: Readonly<Record<string, readonly INodeParameters[]>>;
	/** Where its operations are told of one by one. */
	readonly document: string;
}

/** Every service that has a node with operations, from its `service.json`, its folder in `nodes/` and `<Service>.examples.ts` beside this file. */
export const SERVICES: readonly ServiceUnderTest[] = servicesOf(PROJECT).filter(({ service, nodes }) => nodes.includes(service)).map(underTest);

/** Every operation of a service as `resource.operation`. */
export function operationsOf({ resources }: ServiceUnderTest): string[] {
	return resources.flatMap((resource) => distinctOperations(resource).map((operation) => `${resource.name}.${operation.name}`));
}

/** @throws where a file that a service with a node must have is not there: `npm run test:unit -- unit/services` says which */
function underTest({ service: folder, document }: Service): ServiceUnderTest {
	const { [folder]: Node } = load(`../../../nodes/${folder}/${folder}.node`) as Record<string, new () => INodeType>;
	if (!Node) throw new Error(`nodes/${folder}/${folder}.node.ts has no class ${folder}.`);
	const node = () => new Node();
	const { resources } = load(`../../../nodes/${folder}/resources`) as Pick<ServiceUnderTest, 'resources'>;
	const { EXAMPLES, VARIANTS = {} } = load(`./${folder}.examples`) as { EXAMPLES: ServiceUnderTest['examples']; VARIANTS?: ServiceUnderTest['variants'] };
	return { folder, displayName: node().description.displayName, node, resources, examples: EXAMPLES, variants: VARIANTS, document: document ?? '' };
}
