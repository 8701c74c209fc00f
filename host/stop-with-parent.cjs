// Loaded into n8n ahead of everything else (`node --require`). Its standard input is a pipe that the process which
// started it holds open. However that process ends, even by `kill -9`, the pipe closes, and n8n and its task runners end too.
'use strict';

const { rmSync } = require('node:fs');

// Task runners that n8n starts inherit the option; the pipe is n8n's alone.
if (process.argv[1]?.endsWith('/n8n') && process.env.HOST_STOP_WITH_PARENT) {
	const temporaryFolder = process.env.HOST_TEMPORARY_FOLDER;
	process.stdin.on('end', () => {
		if (temporaryFolder) rmSync(temporaryFolder, { recursive: true, force: true });
		process.kill(-process.pid, 'SIGKILL');
	});
	process.stdin.resume();
	// It must not be what keeps n8n from ending by itself.
	process.stdin.unref();
}
