import type { INodeTypeDescription } from 'n8n-workflow';

/** What the panel says beside the URLs: whom to give which, and what to look at afterwards. */
export const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Listen for an event from SRS',
	executionsHelp: {
		inactive:
			'<b>To try it out:</b> press the button above and send a sample event to the <b>test URL</b>; it listens for two minutes and takes one call. The documentation has a line to copy.<br /><br /><b>To go live:</b> publish the workflow, then give the <b>production URL</b>, with ?key= and the secret where the secret is in the URL, to SRS: APISupportTeam@srsdistribution.com. SIPS has no call to register it, so SRS enters it by hand. Ask for which environment it is entered (staging or production), and whether for all customers.<br /><br /><b>To check:</b> place an order and look for its first event under Executions.',
		active:
			'SRS calls the <b>production URL</b>, and each event starts this workflow by itself: look under <b>Executions</b>. Nothing there after an order? Ask SRS (APISupportTeam@srsdistribution.com) whether it has exactly this URL, for this environment.<br /><br />To try a change out, press the button above and send a sample event to the <b>test URL</b>. The production URL goes on working meanwhile.',
	},
	activationHint:
		'Publish the workflow, then give the production URL to SRS: APISupportTeam@srsdistribution.com. The test URL is for you alone and works only while you listen.',
};
