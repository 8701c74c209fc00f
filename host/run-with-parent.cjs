// Runs a program that is not Node's, and ends it with the process that wanted it:
//   node run-with-parent.cjs <signal that ends it in order> <program> <argument> ...
// Standard input is a pipe which that process holds open. However it ends, even by `kill -9`, the pipe closes, and the
// program ends too. See stop-with-parent.cjs, which does the same for n8n.
'use strict';

const { spawn } = require('node:child_process');
const { rmSync } = require('node:fs');

const GRACE_MS = 5_000;
const [stopSignal, program, ...args] = process.argv.slice(2);
const { HOST_TEMPORARY_FOLDER: temporaryFolder, HOST_RUN_AS: runAs, ...env } = process.env;
const [uid, gid] = runAs ? runAs.split(':').map(Number) : [];
const child = spawn(program, args, { env, uid, gid, stdio: ['ignore', 'inherit', 'inherit'] });

let isOrphaned = false;
function end(exitCode) {
	if (isOrphaned && temporaryFolder) rmSync(temporaryFolder, { recursive: true, force: true });
	process.exit(exitCode);
}
child.once('error', (error) => {
	console.error(error.message);
	end(1);
});
child.once('exit', (exitCode) => end(exitCode ?? 1));

process.on('SIGTERM', () => child.kill(stopSignal));
process.stdin.on('end', () => {
	isOrphaned = true;
	child.kill(stopSignal);
	setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
});
process.stdin.resume();
