/** What n8n sends an answer with: Express's response. */
export interface AnsweringResponse {
	statusCode: number;
	json(body?: unknown): unknown;
}

/**
 * Says what the caller is told when n8n answers at the end of the workflow. n8n itself knows but what the last node puts out, and nothing at all;
 * a partner that waits for words of its own needs a node of n8n for it, in each workflow. An answer that says that the workflow failed stays as
 * it is.
 */
export function answerWith(response: AnsweringResponse, body: object): void {
	const send = response.json.bind(response);
	response.json = (given?: unknown) => send(response.statusCode < 400 ? body : given);
}
