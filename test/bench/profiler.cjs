// Loaded into n8n ahead of everything else (`node --require`). Asked once it begins a CPU profile of n8n's process, and says so. Asked
// again it gives the profile, with the time of its beginning by the clock of the computer.
'use strict';

const { Session } = require('node:inspector');

const { onAsked, write } = require('../support/process/preload.cjs');

const SAMPLE_MICROSECONDS = 250;
let session;

onAsked(() => {
	if (session === undefined) begin();
	else end();
});

function begin() {
	session = new Session();
	session.connect();
	session.post('Profiler.enable');
	session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
	session.post('Profiler.start', () => write({}));
}

function end() {
	session.post('Profiler.stop', (error, { profile } = {}) => {
		// V8 counts from when the computer started, as the process does, and begins some time before it says so.
		const startedAt = profile && profile.startTime / 1000 + Date.now() - Number(process.hrtime.bigint()) / 1e6;
		write({ error: error?.message, profile, startedAt });
		session.disconnect();
		session = undefined;
	});
}
