import type { INodeTypeDescription } from 'n8n-workflow';

/** What the panel says beside the URLs: whom to give which, and what to look at afterwards. */
export const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Listen for a message from Su',
	executionsHelp: {
		inactive:
			'<b>To try it out:</b> press the button above and send a sample booking to the <b>test URL</b>; it listens for two minutes and takes one call. The documentation has a line to copy.<br /><br /><b>To go live:</b> publish the workflow, then give the <b>production URL</b> to Su, with the user name and secret of the credential. Su has no call to register it, so somebody at Su enters it: one URL for all your properties. Bookings, messages and reviews may have the same one.<br /><br /><b>To check:</b> let Su make a test booking and look for it under Executions.',
		active:
			'Su calls the <b>production URL</b>, and each message starts this workflow by itself: look under <b>Executions</b>. Nothing there after a booking? Ask Su whether it has exactly this URL, for this environment.<br /><br />To try a change out, press the button above and send a sample booking to the <b>test URL</b>. The production URL goes on working meanwhile.',
	},
	activationHint: 'Publish the workflow, then give the production URL to Su, with user name and secret: Su has no call to register it, so somebody there enters it. The test URL is for you alone and works only while you listen.',
};
