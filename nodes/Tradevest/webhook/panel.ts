import type { INodeTypeDescription } from 'n8n-workflow';

/** What the panel says: the node registers itself, and what a test does. */
export const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Listen for an event from Tradevest',
	executionsHelp: {
		inactive:
			'<b>To go live:</b> publish the workflow. The node registers a webhook at Tradevest for each chosen event, with a secret of its own, and removes it when the workflow is unpublished. n8n needs an address that begins with https://.<br /><br /><b>To try it out:</b> press the button above and send a sample to the <b>test URL</b>; it listens for two minutes and takes one call. Nothing is registered for that. With <b>Register for Test</b> the events of Tradevest go to the test meanwhile.<br /><br /><b>To check:</b> change something at Tradevest, and look under Executions.',
		active:
			'Tradevest sends the chosen events here, and each starts this workflow by itself: look under <b>Executions</b>. Nothing there after a change? Look with the operation <b>Webhook: Get Many</b> whether the event leads to this n8n: Tradevest has one webhook for each type of event.<br /><br />To try a change out, press the button above and send a sample to the <b>test URL</b>. The published workflow goes on hearing, unless <b>Register for Test</b> is on.',
	},
	activationHint: 'Publish the workflow: the node registers itself at Tradevest. A test registers nothing, unless Register for Test is on.',
};
