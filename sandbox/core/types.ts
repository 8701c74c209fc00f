/** What a handler gets: the parts of a request that passed the contract. */
export interface HandlerRequest<Path, Query, Body> {
	path: Path;
	query: Query;
	body: Body;
}

/** What a handler gives back. */
export interface Answer<Status extends number = number, Body = unknown> {
	status: Status;
	body: Body;
}

type Json<Content> = Content extends { content: { 'application/json': infer Body } } ? Body : undefined;

type BodyOf<Operation> = Operation extends { requestBody: infer Body } ? Json<Body> : undefined;

type PartOf<Operation, Name extends 'path' | 'query'> = Operation extends { parameters: infer Parameters }
	? Name extends keyof Parameters
		? NonNullable<Parameters[Name]>
		: Record<string, never>
	: Record<string, never>;

/** The answers an operation of a generated document may give, each status with its own body. */
export type AnswerOf<Operation> = Operation extends { responses: infer Responses }
	? { [Status in keyof Responses & number]: Answer<Status, Json<Responses[Status]>> }[keyof Responses & number]
	: never;

/** The function that plays one call of the partner, typed by the generated document. */
export type Handler<Operation> = (
	request: HandlerRequest<PartOf<Operation, 'path'>, PartOf<Operation, 'query'>, BodyOf<Operation>>,
) => AnswerOf<Operation>;

/** A handler as the server sees it: any call, any shape. The contract has checked the request before. */
export type AnyHandler = (request: HandlerRequest<unknown, unknown, unknown>) => Answer;
