/**
 * What `nodes/<service>/service.json` says of a service: the one place from which others take it, or are checked against.
 *
 * Hosts and limits are not in it. Published code needs them and reads no file, so they stand where they are used, in the token flow of
 * the credential; `test/unit/services.test.ts` holds the hosts against `servers` of the document.
 */
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
	/** Class names of its nodes, `nodes/<service>/<name>.node.ts`; that with the operations is called as the folder. A service may begin with a trigger; one without any has a credential alone so far. */
	nodes: string[];
	/** Class names of its credentials, `credentials/<name>.credentials.ts`. */
	credentials: string[];
	/** What is known of the partner, `openapi/<name>.yaml`: one document, or several where it lets partners in by several ways. */
	openapi: string[];
	/** Its part of `npm run sandbox`. */
	sandbox: {
		/** Follows from the service: `sandbox/srsSips` of SrsSips. */
		folder: string;
		/** For `--only`. */
		name: string;
		port: number;
		/** Whether it sends events to a webhook. */
		sendsEvents: boolean;
	};
	/** The page for who builds workflows with it; null where there is no node yet. */
	document: string | null;
}

/** The services of a project, in the order of their folders. @throws where a folder in nodes/ has no service.json */
export function servicesOf(project: string): Service[];

/** What the `n8n` field of the project's package.json names, as paths in `dist/`. */
export function registered(services: readonly Service[]): { credentials: string[]; nodes: string[] };
