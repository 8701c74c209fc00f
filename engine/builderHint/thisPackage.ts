/** The package that this code is published in. n8n names nodes with it, so each service's package has its own name here (`scripts/service-packages.cjs`). */
const THIS_PACKAGE = 'n8n-nodes-partner-apis';

/** How n8n names a node of this package. @param name as in its description, such as `su` */
export function ownNode(name: string): string {
	return `${THIS_PACKAGE}.${name}`;
}
