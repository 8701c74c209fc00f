/** What `nodes/<service>/service.json` says of a service: the one place from which others take it, or are checked against. */
export interface Service {
	/** Its folder in `nodes/`. */
	service: string;
	/** As people call it. */
	displayName: string;
	/** The package of this service alone. */
	package: string;
	/** Of that package, in one sentence. */
	description: string;
	/** By which it is found on npm, beside n8n's own. */
	keywords: string[];
	/** Class names of its nodes, `nodes/<service>/<name>.node.ts`. A service without any has a credential alone so far. */
	nodes: string[];
	/** Class names of its credentials, `credentials/<name>.credentials.ts`. */
	credentials: string[];
	/** Its document of the partner, `openapi/<name>.yaml`. */
	openapi: string;
	/** How `npm run sandbox -- --only` calls it. */
	sandbox: string;
	/** The page for who builds workflows with it; null where there is no node yet. */
	document: string | null;
}

/** The services of a project, in the order of their folders. @throws where a folder in nodes/ has no service.json */
export function servicesOf(project: string): Service[];
