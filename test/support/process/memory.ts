import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Collects what is rubbish by now. A test that measures without it measures when V8 happened to collect, which a busy machine decides. */
export const collect = runInNewContext('gc') as () => void;

/** Bytes that this process cannot let go of: JavaScript's heap, and what buffers hold outside of it. */
export function heldBytes(): number {
	// A first round lets finalizers run, which let go of more.
	collect();
	collect();
	const { heapUsed, external } = process.memoryUsage();
	return heapUsed + external;
}
