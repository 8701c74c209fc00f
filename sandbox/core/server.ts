import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { parse as parseForm } from 'node:querystring';

import { bodyBytes } from './bodyBytes';
import { loadContracts, type Contract, type ContractFile, type ContractOperation } from './contract';
import { Control, controlRoutes } from './control';
import type { Counters } from './counters';
import { readJson } from './exactNumber';
import { parseMultipart } from './multipart';
import { play } from './pipeline';
import type { CoreSettings } from './settings';
import { SandboxState, type PartnerError, type PartnerSide } from './state';
import type { Client } from './tokens';
import type { AnyHandler } from './types';

/** What makes one partner's sandbox out of the shared server. */
export interface SandboxPlan<Settings extends CoreSettings, Partner extends PartnerSide> {
	/** The partner's OpenAPI document; several where it lets partners in by several ways. */
	contracts: ContractFile[];
	clients: Client[];
	settings: Settings;
	settingsSchema: Record<string, object>;
	/** Headers and fields of query and body that the request log must not show. */
	hiddenNames: string[];
	/** Calls whose query names may be written with other capitals, because public sources disagree. */
	queryNamesInAnyCase: string[];
	/** Whether paths may be written with other capitals, because public sources disagree. */
	pathsInAnyCase: boolean;
	/** Calls that are not in the document, such as those to links that it answers with. */
	furtherOperations?: ContractOperation[];
	/** 0 picks a free port. */
	port: number;
	build(state: SandboxState<Settings>): Partner & { handlers: Record<string, AnyHandler> };
}

/** A sandbox that listens. */
export interface RunningSandbox<Settings extends CoreSettings, Partner extends PartnerSide> {
	url: string;
	control: Control<Settings>;
	contract: Contract;
	partner: Partner;
	close(): Promise<void>;
}

/** An image of 10 MB in Base64, and what stands around it. */
const LARGEST_BODY_BYTES = 14 * 1024 * 1024;

/** Starts a server on the loopback address, made from the partner's document. */
export async function startSandbox<Settings extends CoreSettings, Partner extends PartnerSide>(
	plan: SandboxPlan<Settings, Partner>,
): Promise<RunningSandbox<Settings, Partner>> {
	const contract = await loadContracts(plan.contracts);
	const { furtherOperations = [] } = plan;
	const operations = [...contract.operations, ...furtherOperations];
	const operationIds = operations.map(({ operationId }) => operationId);
	const state = new SandboxState(plan.settings, plan.clients, operationIds, plan.hiddenNames);
	const partner = plan.build(state);
	const control = new Control(state, partner);
	const app = createServer(plan.pathsInAnyCase);

	for (const operation of operations) {
		const { operationId } = operation;
		const handler = partner.handlers[operationId];
		if (!handler) throw new Error(`${operationId} is in the document but has no handler`);
		const queryNamesInAnyCase = plan.queryNamesInAnyCase.includes(operationId);
		const checks = furtherOperations.includes(operation) ? null : contract;
		const route = { operation, contract: checks, handler, partner, state, queryNamesInAnyCase };
		for (const url of pathsOf((operation.basePath ?? '') + operation.path)) {
			app.route({
				method: operation.method.toUpperCase(),
				url,
				config: { operationId },
				handler: async (request, reply) => play(route, request, reply),
			});
		}
	}
	controlRoutes(app, control, partner.views, plan.settingsSchema);
	describeErrors(app, partner, state.counters);

	state.url = await app.listen({ host: '127.0.0.1', port: plan.port });
	const running: RunningSandbox<Settings, Partner> = {
		url: state.url,
		control,
		contract,
		partner,
		async close() {
			await control.reset();
			await app.close();
		},
	};
	if (plan.port !== 0 || isNew(state.url)) return running;
	// Closed after the next is there, or that would get the same port.
	const next = await startSandbox(plan);
	await running.close();
	return next;
}

/** Addresses that sandboxes of this process have had. */
const had = new Set<string>();

/** Whether no sandbox had this address: who calls remembers tokens and orders by address, and the system hands out free ports again. */
function isNew(url: string): boolean {
	return !had.has(url) && had.add(url) !== undefined;
}

function createServer(pathsInAnyCase: boolean): FastifyInstance {
	const app = fastify({
		bodyLimit: LARGEST_BODY_BYTES,
		// Silent calls hold their connections open; closing must not wait for them.
		forceCloseConnections: true,
		// Values in the path keep their capitals either way.
		routerOptions: { caseSensitive: !pathsInAnyCase },
		// The control paths are strict: a misspelt setting is an error and not ignored.
		ajv: { customOptions: { removeAdditional: false, coerceTypes: false } },
	});
	app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (request, body, done) => {
		bodyBytes.set(request.raw, Buffer.byteLength(body));
		done(null, { ...parseForm(body.toString()) });
	});
	app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
		bodyBytes.set(request.raw, body.length);
		return await parseMultipart(body, request.headers['content-type'] ?? '');
	});
	// Control calls such as reset need no body; many clients announce JSON all the same.
	app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
		bodyBytes.set(request.raw, Buffer.byteLength(body));
		try {
			done(null, body === '' ? undefined : readJson(body.toString()));
		} catch {
			done(Object.assign(new Error('The body is not JSON'), { statusCode: 400 }));
		}
	});
	return app;
}

/** Fastify's form of a path. A documented slash at the end is optional. */
function pathsOf(path: string): string[] {
	const url = path.replace(/\{(\w+)\}/g, ':$1');
	return url.endsWith('/') ? [url, url.slice(0, -1)] : [url];
}

function describeErrors(app: FastifyInstance, partner: PartnerSide, counters: Counters): void {
	const bodyOf = (error: Pick<PartnerError, 'operationId' | 'status' | 'reason' | 'message'>) =>
		partner.errorBody({ ...error, problems: [], body: undefined });

	app.setNotFoundHandler((request, reply) => {
		counters.notFound();
		const message = `No such path: ${request.method} ${request.url.split('?', 1)[0]}`;
		return reply.code(404).send(bodyOf({ operationId: null, status: 404, reason: 'path', message }));
	});
	app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
		const status = error.statusCode ?? 500;
		const { operationId = null } = request.routeOptions.config as { operationId?: string };
		// A body that cannot be read never reaches the handler, yet the call was received.
		if (operationId !== null && status < 500) {
			counters.started(operationId);
			counters.ended(operationId, status);
		}
		const reason = status < 500 ? 'contract' : 'fault';
		return reply.code(status).send(bodyOf({ operationId, status, reason, message: error.message }));
	});
}
