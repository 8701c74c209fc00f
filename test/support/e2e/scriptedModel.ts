import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One message of a conversation, as OpenAI's API has it. */
interface Message {
	role: string;
	content: unknown;
}

interface ChatRequest {
	messages: Message[];
	stream?: boolean;
	tools?: Array<{ function: { name: string } }>;
}

/** What a model does next: it calls a tool by its name, or it says something and is done. */
export type Move = { call: string; args: Record<string, unknown> } | { say: string };

/**
 * What a model does next, reckoned from what it knows.
 *
 * @param told what its calls were answered with so far, in their order
 * @param tools names of the tools that it is offered
 */
export type Script = (told: readonly string[], tools: readonly string[]) => Move;

/**
 * A chat model without a mind: it does what the script of the test says. It speaks OpenAI's `POST /chat/completions`, so that n8n's own model
 * node can use it.
 */
export class ScriptedModel {
	/** What the tools answered in the last conversation, as the model was handed it. */
	readonly told: string[] = [];
	private calls = 0;

	private constructor(
		private readonly server: Server,
		readonly url: string,
		private script: Script = () => ({ say: 'Done.' }),
	) {}

	static async start(): Promise<ScriptedModel> {
		const server = createServer();
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const model = new ScriptedModel(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
		server.on('request', (request: IncomingMessage, response: ServerResponse) => void model.answer(request, response));
		return model;
	}

	/** From now on the first tool is called once with these. */
	will(args: Record<string, unknown>): void {
		this.follows((told, tools) => (told.length > 0 ? { say: 'Done.' } : { call: tools[0] ?? '', args }));
	}

	/** From now on it follows this. */
	follows(script: Script): void {
		this.script = script;
		this.told.length = 0;
	}

	async stop(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((done) => this.server.close(done));
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part as Buffer);
		const text = Buffer.concat(parts).toString('utf8');
		if (text === '') {
			response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ object: 'list', data: [] }));
			return;
		}
		const { messages, tools = [], stream = false } = JSON.parse(text) as ChatRequest;
		const results = messages.filter(({ role }) => role === 'tool').map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
		this.told.splice(0, this.told.length, ...results);
		const move = this.script(results, tools.map((tool) => tool.function.name));
		const message = 'say' in move ? { role: 'assistant', content: move.say } : { role: 'assistant', content: null, tool_calls: [this.toolCall(move)] };
		const finish = 'say' in move ? 'stop' : 'tool_calls';
		const head = { id: `chat-${this.calls}`, created: 0, model: 'scripted' };
		if (!stream) {
			const body = { ...head, object: 'chat.completion', choices: [{ index: 0, message, finish_reason: finish }], usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 } };
			response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
			return;
		}
		response.writeHead(200, { 'Content-Type': 'text/event-stream' });
		for (const choice of [{ index: 0, delta: message, finish_reason: null }, { index: 0, delta: {}, finish_reason: finish }]) {
			response.write(`data: ${JSON.stringify({ ...head, object: 'chat.completion.chunk', choices: [choice] })}\n\n`);
		}
		response.end('data: [DONE]\n\n');
	}

	private toolCall({ call, args }: { call: string; args: Record<string, unknown> }) {
		this.calls += 1;
		return { index: 0, id: `call_${this.calls}`, type: 'function', function: { name: call, arguments: JSON.stringify(args) } };
	}
}
