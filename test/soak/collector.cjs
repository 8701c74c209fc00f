// Loaded into n8n ahead of everything else (`node --require`). Asked, it collects garbage, and gives what n8n's process then holds, in bytes.
'use strict';

const { setFlagsFromString } = require('node:v8');
const { runInNewContext } = require('node:vm');

const { onAsked, write } = require('../support/process/preload.cjs');

/** What finalizers let go of is collected by a second round; pages are given back a little later. */
const SETTLE_MS = 500;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');

onAsked(() => {
	collect();
	setTimeout(() => {
		collect();
		setTimeout(() => {
			const { rss, heapUsed } = process.memoryUsage();
			write({ rss, heapUsed });
		}, SETTLE_MS);
	}, SETTLE_MS);
});
