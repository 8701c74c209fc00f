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

/**
 * A chat model without a mind: it calls the first tool it is offered with what the test wants, and then says that all is done.
 * It speaks OpenAI's `POST /chat/completions`, so that n8n's own model node can use it.
 */
export class ScriptedModel {
	/** What the tool was answered with, as the model was handed it. */
	readonly told: string[] = [];
	private calls = 0;

	private constructor(
		private readonly server: Server,
		readonly url: string,
		private args: Record<string, unknown> = {},
	) {}

	static async start(): Promise<ScriptedModel> {
		const server = createServer();
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		const model = new ScriptedModel(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
		server.on('request', (request: IncomingMessage, response: ServerResponse) => void model.answer(request, response));
		return model;
	}

	/** From now on the tool is called with these. */
	will(args: Record<string, unknown>): void {
		this.args = args;
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
		const results = messages.filter(({ role }) => role === 'tool');
		this.told.splice(0, this.told.length, ...results.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))));
		const message = results.length > 0 ? { role: 'assistant', content: 'Done.' } : { role: 'assistant', content: null, tool_calls: [this.toolCall(tools[0]?.function.name ?? '')] };
		const finish = results.length > 0 ? 'stop' : 'tool_calls';
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

	private toolCall(name: string) {
		this.calls += 1;
		return { index: 0, id: `call_${this.calls}`, type: 'function', function: { name, arguments: JSON.stringify(this.args) } };
	}
}
