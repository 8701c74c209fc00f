// What is loaded into n8n ahead of everything else (`node --require`) and talks with `preloaded.ts`: it is asked by SIGUSR2, and writes
// what it has to say to $PRELOAD_ANSWER.
'use strict';

const { renameSync, writeFileSync } = require('node:fs');

const file = process.env.PRELOAD_ANSWER;

/** Calls back each time that n8n's own process is asked. What n8n starts inherits the option, and is not meant. */
function onAsked(answer) {
	if (file && process.argv[1]?.endsWith('/n8n')) process.on('SIGUSR2', answer);
}

/** Whole, or not at all: somebody waits for it. */
function write(content) {
	writeFileSync(`${file}.partial`, JSON.stringify(content));
	renameSync(`${file}.partial`, file);
}

module.exports = { onAsked, write };
