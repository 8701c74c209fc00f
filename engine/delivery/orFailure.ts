import { isFailure, type Failure } from '../failure';

/** What some reading gives, or the Failure with which it fails. What is none of ours goes on. */
export async function orFailure<T>(reading: Promise<T>): Promise<T | Failure> {
	try {
		return await reading;
	} catch (error) {
		if (isFailure(error)) return error;
		throw error;
	}
}
