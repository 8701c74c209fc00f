import { Failure } from '../../../engine/failure';
import { SIPS } from '../shared/sips';

/** What is told of a list for which the time did not do. */
export function pollTimedOut(): Failure {
	return new Failure('outage', `${SIPS} took longer than n8n gives a look`, {
		advice: 'What was not read is looked at again with the next poll. If it stays so, shorten Look Back, watch a single customer or branch, or raise Row Limit; under n8n 2.41 N8N_SCHEDULER_POLL_TIMEOUT sets the time.',
	});
}
