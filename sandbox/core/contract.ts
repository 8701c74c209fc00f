import { OpenAPIBackend } from 'openapi-backend';

/** One call of the partner, as its document defines it. */
export interface ContractOperation {
	operationId: string;
	method: string;
	/** As the document writes it. */
	path: string;
	/** What stands before it in addresses of this sandbox, such as `/x`. */
	basePath?: string;
	/** False for calls with an empty `security`, such as the token call. */
	needsToken: boolean;
	queryNames: string[];
	headerNames: string[];
	/** The types a body may have; none for calls without one. */
	mediaTypes: string[];
}

/** What one request does not keep of the contract. */
export interface Problem {
	field: string;
	message: string;
	/** The schema keyword, such as `required`. */
	keyword: string;
}

/** The parts of a request that the document speaks about. */
export interface ContractRequest {
	method: string;
	path: string;
	query: Record<string, string | string[]>;
	headers: Record<string, string>;
	body?: unknown;
}

/** What a check found, and the query with its numbers as numbers. */
export interface CheckedRequest {
	problems: Problem[];
	query: Record<string, unknown>;
}

/** A partner's OpenAPI document, ready to check requests and answers. */
export interface Contract {
	operations: ContractOperation[];
	checkRequest(operationId: string, request: ContractRequest): CheckedRequest;
	checkAnswer(operationId: string, status: number, body: unknown): Problem[];
}

interface ValidationError {
	instancePath: string;
	keyword: string;
	message?: string;
	params?: unknown;
}

// Compiling takes a while and the result never changes, so all servers of one process share it.
const contracts = new Map<string, Promise<Contract>>();

/** A document of a partner, and what stands before its paths in addresses of this sandbox. */
export interface ContractFile {
	file: string;
	basePath?: string;
}

/** Several documents as one. @throws where two have a call of one name */
export async function loadContracts(files: readonly ContractFile[]): Promise<Contract> {
	const loaded = await Promise.all(files.map(async ({ file, basePath }) => ({ contract: await loadContract(file), basePath })));
	const byId = new Map<string, Contract>();
	for (const { contract } of loaded) {
		for (const { operationId } of contract.operations) {
			if (byId.has(operationId)) throw new Error(`${operationId} is in two documents`);
			byId.set(operationId, contract);
		}
	}
	const of = (operationId: string): Contract => {
		const contract = byId.get(operationId);
		if (!contract) throw new Error(`${operationId} is in no document`);
		return contract;
	};
	return {
		operations: loaded.flatMap(({ contract, basePath }) => contract.operations.map((operation) => ({ ...operation, ...(basePath && { basePath }) }))),
		checkRequest: (operationId, request) => of(operationId).checkRequest(operationId, request),
		checkAnswer: (operationId, status, body) => of(operationId).checkAnswer(operationId, status, body),
	};
}

/** Reads an OpenAPI document from a file and compiles its validators, once for each file. */
export function loadContract(file: string): Promise<Contract> {
	const known = contracts.get(file);
	if (known) return known;
	const loading = compile(file);
	contracts.set(file, loading);
	return loading;
}

async function compile(file: string): Promise<Contract> {
	const backend = new OpenAPIBackend({
		definition: file,
		strict: true,
		// The library's own check knows OpenAPI 3.0 only and refuses every 3.1 document; quick leaves it out.
		// A test checks the documents, and so does the generator of the types.
		quick: true,
		// A hand-made token call may be wrong in several fields; all of them are reported.
		ajvOpts: { allErrors: true, logger: false },
		// Path and query arrive as text. Bodies are not coerced: there a "1" for a 1 is a fault of the caller.
		coerceTypes: true,
	});
	await backend.init();
	backend.validator.preCompileRequestValidators();
	const byId = new Map(backend.getOperations().map((operation) => [operation.operationId, operation]));

	return {
		operations: [...byId.values()].map((operation) => ({
			operationId: operation.operationId ?? `${operation.method} ${operation.path}`,
			method: operation.method,
			path: operation.path,
			needsToken: (operation.security ?? []).length > 0,
			queryNames: namesIn('query', operation.parameters),
			headerNames: namesIn('header', operation.parameters),
			mediaTypes:
				operation.requestBody && 'content' in operation.requestBody ? Object.keys(operation.requestBody.content) : [],
		})),
		checkRequest(operationId, request) {
			const operation = byId.get(operationId);
			// The library takes a slash at the end from what was asked for, and not from what it compares that with.
			const { errors, coerced } = backend.validateRequest(request, operation && { ...operation, path: operation.path.replace(/(.)\/$/, '$1') });
			const isLackOfBody = ({ params }: ValidationError) => (params as { missingProperty?: string } | undefined)?.missingProperty === 'requestBody';
			// The validator asks for a body wherever the document has one.
			const needsBody = operation?.requestBody !== undefined && 'content' in operation.requestBody && operation.requestBody.required === true;
			const found = ((errors ?? []) as ValidationError[]).filter((error) => needsBody || request.body !== undefined || !isLackOfBody(error));
			return {
				problems: found.map((error) => toProblem(error, namesIn('header', operation?.parameters))),
				query: (coerced?.query ?? request.query) as Record<string, unknown>,
			};
		},
		checkAnswer(operationId, status, body) {
			const { errors } = backend.validateResponse(body, operationId, status);
			return (errors ?? []).map((error) => toProblem(error));
		},
	};
}

function namesIn(place: 'query' | 'header', parameters: readonly object[] = []): string[] {
	return parameters.flatMap((parameter) =>
		'in' in parameter && parameter.in === place && 'name' in parameter ? [String(parameter.name)] : [],
	);
}

function toProblem(error: ValidationError, headerNames: string[] = []): Problem {
	const path = error.instancePath.split('/').slice(1);
	// The first part names where the value was: body, query, path. Readers want the field alone.
	const inside = ['requestBody', 'query', 'path', 'header'].includes(path[0] ?? '') ? path.slice(1) : path;
	const params = (error.params ?? {}) as { missingProperty?: string; additionalProperty?: string };
	const named = params.missingProperty ?? params.additionalProperty;
	const written = [...inside, ...(named === undefined ? [] : [named])].join('.');
	// The validator writes headers in small letters; readers look for them as the document spells them.
	const header = path[0] === 'header' ? headerNames.find((name) => name.toLowerCase() === written) : undefined;
	const field = header ?? written;
	return {
		field,
		keyword: error.keyword,
		message: `${field || 'body'}: ${describe(error.keyword, error.message)}`,
	};
}

function describe(keyword: string, message = 'is not valid'): string {
	if (keyword === 'required') return 'is missing';
	if (keyword === 'additionalProperties') return 'is not known';
	return message;
}
