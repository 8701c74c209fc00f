import type { IDataObject } from 'n8n-workflow';

import { approval, type CallContext } from '../../../../engine/items/approval';

interface Call {
	/** The node in whose name the engine runs the tool. */
	caller?: string;
	/** Type and parameters of the node between agent and tool. */
	type?: string;
	parameters?: IDataObject;
	disabled?: boolean;
	/** Which tools that node has. */
	tools?: string[];
	isToolExecution?: boolean;
	/** The node whose data the engine hands over. */
	executed?: string;
}

/** Chat -> Agent <- Approve <- Submit, as n8n's engine tells of a call. */
function call({ caller = 'Approve', type = 'n8n-nodes-base.slackHitlTool', parameters = {}, disabled = false, tools = ['Submit'], isToolExecution = false, executed = 'Submit' }: Call = {}): CallContext {
	const between = { name: 'Approve', type, typeVersion: 1, disabled, parameters };
	return {
		isToolExecution: () => isToolExecution,
		getNode: () => ({ name: 'Submit' }),
		getExecuteData: () => ({
			node: { name: executed }, data: {}, source: { main: [{ previousNode: caller }] },
			metadata: { preserveSourceOverwrite: true, preservedSourceOverwrite: { previousNode: 'Chat' } },
		}),
		getChildNodes: (name: string) => (name === 'Chat' ? [{ name: 'Agent', type: 'agent', typeVersion: 3, disabled: false }] : []),
		getParentNodes: (name: string) => (name === 'Agent' ? [between, { name: 'Submit', type: 'srsSipsTool', typeVersion: 1, disabled: false }] : name === 'Approve' ? tools.map((tool) => ({ name: tool })) : []),
	} as unknown as CallContext;
}

describe('the approval of a person in n8n', () => {
	it('counts where the engine runs the tool in the name of such a node', () => {
		expect(approval(call())).toEqual({ approvedAt: 'Approve', whyNotApproved: '' });
		expect(approval(call({ parameters: { message: "={{ $fromAI('why') }}", options: {}, approvalOptions: {}, responseType: 'approval' } }))).toMatchObject({ approvedAt: 'Approve' });
	});

	it('counts where fields of the node come from a node that is named', () => {
		expect(approval(call({ parameters: { toEmail: "={{ $('Settings').first().json.approver }}", options: {} } }))).toMatchObject({ approvedAt: 'Approve' });
	});

	it.each<[string, Call, RegExp]>([
		['the call says who is asked', { parameters: { toEmail: '={{ $tool.parameters.contactEmail }}' } }, /its field toEmail depends on what the model asks for/],
		['the call says it beside a node', { parameters: { toEmail: "={{ $('Submit').item.json.x || $tool.parameters['who'] }}" } }, /toEmail depends/],
		['the data of the call say it', { parameters: { toEmail: '={{ $json.who }}' } }, /toEmail depends/],
		['the same in a list of channels', { parameters: { select: 'channel', channelId: { mode: 'id', value: '={{ $input.item.json.channel }}' } } }, /channelId depends/],
		['another of its fields says it', { parameters: { message: "={{ $fromAI('x') }}", toEmail: '={{ $parameter.message }}' } }, /toEmail depends/],
		['the agent itself calls', { caller: 'Agent' }, /not between the agent and this tool/],
		['another node of this place is none for approval', { type: 'n8n-nodes-base.slackTool' }, /not between/],
		['it is switched off', { disabled: true }, /not between/],
		['it is between the agent and another tool', { tools: ['Other'] }, /not between/],
		['an agent runs the tool by itself', { isToolExecution: true }, /not between/],
		['the tool runs inside of another node', { executed: 'Agent as a tool' }, /not between/],
		['it goes on without a person in time', { parameters: { options: { limitWaitTime: { values: {} } } } }, /Approve does not count: it has Limit Wait Time/],
		['the same as an own field', { parameters: { limitWaitTime: true } }, /Limit Wait Time/],
		['it asks for text', { parameters: { responseType: 'freeText' } }, /asks for something else/],
		['the model says who is asked', { parameters: { toEmail: "={{ $fromAI('who') }}" } }, /the model fills in/],
	])('does not count where %s', (_case, change, why) => {
		const { approvedAt, whyNotApproved } = approval(call(change));
		expect(approvedAt).toBeUndefined();
		expect(whyNotApproved).toMatch(why);
	});

	it('does not count in an n8n that tells nothing of a call', () => {
		expect(approval({ getNode: () => ({ name: 'Submit' }) } as unknown as CallContext)).toEqual({ approvedAt: undefined, whyNotApproved: 'this n8n does not tell whether a person approved' });
	});
});
