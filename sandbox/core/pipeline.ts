import type { FastifyReply, FastifyRequest } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';

import { bodyBytes } from './bodyBytes';
import type { CheckedRequest, Contract, ContractOperation } from './contract';
import type { Outcome } from './counters';
import type { Fault } from './faults';
import type { CoreSettings } from './settings';
import type { Arrival, ArrivingCall, PartnerError, PartnerSide, Refusal, SandboxState } from './state';
import { bearerToken } from './tokens';
import type { Answer, AnyHandler } from './types';
import { bodyOf, faultyAnswer, halved, spoil, toWire, type WireAnswer } from './wireAnswer';

type Query = Record<string, string | string[]>;

/** All that is needed to play one operation. */
export interface Route {
	operation: ContractOperation;
	/** Null for a call beside the document, whose handler takes what comes. */
	contract: Contract | null;
	handler: AnyHandler;
	partner: PartnerSide;
	state: SandboxState<CoreSettings>;
	/** Whether the names of query fields may be written with other capitals. */
	queryNamesInAnyCase: boolean;
}

/** One call from arrival to answer: count, delay, fault, token, contract, handler, answer. */
export async function play(route: Route, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
	const { operation, state } = route;
	const { operationId } = operation;
	state.counters.started(operationId);
	const arrival = route.partner.arrives?.(callOf(route, request)) ?? null;
	try {
		return await answered(route, request, reply, arrival);
	} finally {
		arrival?.ended();
	}
}

async function answered(route: Route, request: FastifyRequest, reply: FastifyReply, arrival: Arrival | null): Promise<FastifyReply> {
	const { operation, state } = route;
	const { operationId } = operation;
	const { latency, other: fault } = state.faults.take(operationId);
	const delayMs = state.settings.latencyMs;
	const delayBeforeMs = delayMs + (latency && latency.when !== 'after' ? (latency.ms ?? 0) : 0);
	if (delayBeforeMs > 0) await pause(delayBeforeMs);

	const isSpoiler = fault !== undefined && spoilers.has(fault.kind);
	const isBefore = fault !== undefined && !isSpoiler && fault.when !== 'after';
	const good = isBefore ? null : answerTo(route, request, arrival);

	if (latency?.when === 'after') await pause(latency.ms ?? 0);
	if (fault?.kind === 'cut' || fault?.kind === 'silence') return giveNoAnswer(route, request, reply, fault);
	const wire = good === null || (fault && !isSpoiler) ? fail(route, request, fault) : finish(good, fault);
	note(route, request, wire.cutInside ? 'cut' : wire.status);
	// Over before the answer leaves, so that who has the answer does not meet the call under way.
	arrival?.ended();
	return send(reply, wire);
}

const spoilers = new Set<Fault['kind']>(['patch', 'contentType', 'truncatedJson', 'cutBody']);

function finish(good: Answer, fault: Fault | undefined): WireAnswer {
	return fault ? spoil(good, fault) : toWire(good);
}

function fail(route: Route, request: FastifyRequest, fault: Fault | undefined): WireAnswer {
	return faultyAnswer(fault ?? { operationId: '*', kind: 'status' }, (status) =>
		errorBody(route, request, { status, reason: 'fault', message: `Switched on for a test: status ${status}`, problems: [] }),
	);
}

function answerTo(route: Route, request: FastifyRequest, arrival: Arrival | null): Answer {
	const { operation } = route;
	const refusal = refusalOf(route, request);
	if (refusal) return { ...refuse(route, request, { ...refusal, problems: [] }), ...(refusal.headers && { headers: refusal.headers }) };
	const mediaType = mediaTypeOf(request);
	if (request.body !== undefined && operation.mediaTypes.length > 0 && !operation.mediaTypes.includes(mediaType)) {
		const message = `The body must be ${operation.mediaTypes.join(' or ')}`;
		return refuse(route, request, { status: 415, reason: 'contract', message, problems: [] });
	}
	const { problems, query } = checkContract(route, request);
	if (problems.length > 0) {
		const message = problems.map((problem) => problem.message).join('; ');
		const status = route.partner.invalidStatus?.(operation.operationId) ?? 400;
		return refuse(route, request, { status, reason: 'contract', message, problems });
	}
	if (arrival?.instead) return arrival.instead;
	return route.handler({ path: request.params, query, body: request.body, header: headersOf(route, request), contentType: mediaType });
}

function refusalOf(route: Route, request: FastifyRequest): Refusal | null {
	const { operation, partner, state } = route;
	const refusal = partner.refusal?.(callOf(route, request));
	if (refusal !== undefined) return refusal;
	if (!(partner.needsToken?.(operation.operationId) ?? operation.needsToken)) return null;
	const verdict = state.tokens.check(bearerToken(request.headers.authorization));
	return verdict === 'good' ? null : { status: 401, reason: 'token', message: `The token is ${verdict}` };
}

function callOf({ operation }: Route, request: FastifyRequest): ArrivingCall {
	const { method, url, headers, params } = request;
	return { operationId: operation.operationId, method, url, headers, path: params as Record<string, string> };
}

function mediaTypeOf(request: FastifyRequest): string {
	return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The headers the document names, spelt as it spells them. */
function headersOf({ operation }: Route, request: FastifyRequest): Record<string, string> {
	return Object.fromEntries(
		operation.headerNames.flatMap((name) => {
			const value = request.headers[name.toLowerCase()];
			return value === undefined ? [] : [[name, String(value)]];
		}),
	);
}

type RouteError = Pick<PartnerError, 'status' | 'reason' | 'message' | 'problems'>;

function refuse(route: Route, request: FastifyRequest, error: RouteError): Answer {
	return { status: error.status, body: errorBody(route, request, error) };
}

function errorBody(route: Route, request: FastifyRequest, error: RouteError): unknown {
	return route.partner.errorBody({ ...error, operationId: route.operation.operationId, body: request.body });
}

function checkContract(route: Route, request: FastifyRequest): CheckedRequest {
	const { operation, contract } = route;
	const params = request.params as Record<string, string>;
	if (contract === null) return { problems: [], query: request.query as Query };
	const { operationId } = operation;
	const { problems, query } = contract.checkRequest(operationId, {
		method: operation.method,
		// Written as in the document, whatever capitals the caller used.
		path: operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
		query: queryOf(route, request.query as Query),
		headers: { 'content-type': request.headers['content-type'] ?? '', ...headersOf(route, request) },
		body: request.body ?? undefined,
	});
	return { problems: problems.filter((problem) => !route.partner.overlooks?.(problem, { operationId, body: request.body })), query };
}

function queryOf(route: Route, query: Query): Query {
	if (!route.queryNamesInAnyCase) return query;
	const known = new Map(route.operation.queryNames.map((name) => [name.toLowerCase(), name]));
	return Object.fromEntries(Object.entries(query).map(([name, value]) => [known.get(name.toLowerCase()) ?? name, value]));
}

function note(route: Route, request: FastifyRequest, outcome: Outcome): void {
	const { operation, state } = route;
	state.counters.ended(operation.operationId, outcome);
	state.requests.add({
		at: Date.now(),
		operationId: operation.operationId,
		method: request.method,
		path: request.url.split('?', 1)[0] ?? '',
		query: request.query as Query,
		headers: headersOf(route, request),
		status: outcome,
		contentType: request.headers['content-type'] ?? null,
		token: bearerToken(request.headers.authorization),
		body: request.body ?? null,
		bodyBytes: bodyBytes.get(request.raw) ?? 0,
	});
}

function send(reply: FastifyReply, wire: WireAnswer): FastifyReply {
	if (!wire.cutInside) {
		return reply.code(wire.status).headers({ 'content-type': wire.contentType, ...wire.headers }).send(bodyOf(wire));
	}
	reply.hijack();
	const length = Buffer.byteLength(bodyOf(wire));
	reply.raw.writeHead(wire.status, { 'content-type': wire.contentType, 'content-length': length, ...wire.headers });
	// Cut only once the first half has left, or the caller would see a cut before any answer.
	reply.raw.write(bodyOf(halved(wire)), () => reply.raw.destroy());
	return reply;
}

function giveNoAnswer(route: Route, request: FastifyRequest, reply: FastifyReply, fault: Fault): FastifyReply {
	note(route, request, fault.kind === 'cut' ? 'cut' : 'silent');
	reply.hijack();
	if (fault.kind === 'cut') request.raw.socket.destroy();
	return reply;
}
