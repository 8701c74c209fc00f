import type { FileBody } from './fileBody';

/** What a handler gets: the parts of a request that passed the contract. */
export interface HandlerRequest<Path, Query, Body, Header> {
	path: Path;
	query: Query;
	/** The headers the document names, spelt as it spells them. */
	header: Header;
	body: Body;
	/** Media type of the body, without parameters, in small letters; empty where the request names none. */
	contentType: string;
}

/** What a handler gives back. */
export interface Answer<Status extends number = number, Body = unknown> {
	status: Status;
	body: Body;
	headers?: Record<string, string>;
}

type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : undefined;

type Form<Content> = Content extends { content: { 'application/x-www-form-urlencoded': infer Body } } ? Body : undefined;

type Multipart<Content> = Content extends { content: { 'multipart/form-data': infer Body } } ? Body : undefined;

// A call that takes both takes the same fields in both.
type ContentOf<Body> = Body extends { content: { 'application/json': unknown } }
	? Json<Body>
	: Body extends { content: { 'multipart/form-data': unknown } }
		? Multipart<Body>
		: Form<Body>;

// A body that may be left out is undefined then.
type BodyOf<Operation> = Operation extends { requestBody: infer Body }
	? ContentOf<Body>
	: Operation extends { requestBody?: infer Body }
		? [NonNullable<Body>] extends [never]
			? undefined
			: ContentOf<NonNullable<Body>> | undefined
		: undefined;

type PartOf<Operation, Name extends 'path' | 'query' | 'header'> = Operation extends { parameters: infer Parameters }
	? Name extends keyof Parameters
		? NonNullable<Parameters[Name]>
		: Record<string, never>
	: Record<string, never>;

// An answer that may be of another type than JSON may be a file.
type FileOf<Content> = Content extends { content: infer Types }
	? Exclude<keyof Types, 'application/json'> extends never
		? never
		: FileBody
	: never;

/** The answers an operation of a generated document may give, each status with its own body. */
export type AnswerOf<Operation> = Operation extends { responses: infer Responses }
	? {
			[Status in keyof Responses & number]: Answer<Status, Json<Responses[Status]> | FileOf<Responses[Status]>>;
		}[keyof Responses & number]
	: never;

/** The function that plays one call of the partner, typed by the generated document. */
export type Handler<Operation> = (
	request: HandlerRequest<
		PartOf<Operation, 'path'>,
		PartOf<Operation, 'query'>,
		BodyOf<Operation>,
		PartOf<Operation, 'header'>
	>,
) => AnswerOf<Operation>;

/** A handler as the server sees it: any call, any shape. The contract has checked the request before. */
export type AnyHandler = (request: HandlerRequest<unknown, unknown, unknown, unknown>) => Answer;
