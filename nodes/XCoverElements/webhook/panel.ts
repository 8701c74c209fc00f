import type { INodeTypeDescription } from 'n8n-workflow';

/** The four things that Cover Genius needs (xc/webhooks), as a text to send. The secret stands in the credential alone. */
const TO_SEND =
	'<i>Please set up a webhook for us.<br />Listener URL: (the production URL above)<br />Authentication key: (Key of the credential)<br />Authentication secret: (we send it apart; Secret of the credential)<br />Support URL: (a page or address of yours where Cover Genius reaches you)<br />Events: BOOKING_CREATED, BOOKING_UPDATED, BOOKING_CANCELLED, RENEWAL_CREATED, RENEWAL_NOTIFICATION, RENEWAL_DUE, RENEWAL_EXPIRED</i>';

/** What the panel says beside the URLs: whom to give which, and what to look at afterwards. */
export const triggerPanel: INodeTypeDescription['triggerPanel'] = {
	header: 'Listen for an event from XCover',
	executionsHelp: {
		inactive: `<b>To try it out:</b> press the button above and send a signed sample event to the <b>test URL</b>; it listens for two minutes and takes one call. The documentation has lines to copy.<br /><br /><b>To go live:</b> publish the workflow, then send this to your Client Solutions Engineer at Cover Genius, who enters it by hand:<br /><br />${TO_SEND}<br /><br /><b>To check:</b> make a booking and look for its event under Executions.`,
		active:
			'XCover calls the <b>production URL</b>, and each event starts this workflow by itself: look under <b>Executions</b>. Nothing there after a booking? Ask your Client Solutions Engineer at Cover Genius whether exactly this URL is entered, with key and secret of the credential. A call that is refused gets the reason as its answer.<br /><br />To try a change out, press the button above and send a signed sample event to the <b>test URL</b>. The production URL goes on working meanwhile.',
	},
	activationHint:
		'Publish the workflow, then give the production URL to your Client Solutions Engineer at Cover Genius, with key and secret of the credential, a support URL and the events that you want: XCover has no call to register it. The test URL is for you alone and works only while you listen.',
};
