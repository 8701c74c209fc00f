import { toolsMissing } from '../../../host/build-tools';

describe('what is needed to compile', () => {
	it('is named where it is missing, with the command that brings it', () => {
		const message = toolsMissing(['make', 'g++'], ['make', 'g++']);
		expect(message).toContain('make, g++ are missing');
		expect(message).toContain('sudo apt-get update && sudo apt-get install make g++');
	});
});
