/** The body of an answer that is a file and no JSON. */
export class FileBody {
	constructor(
		readonly bytes: Buffer,
		readonly contentType: string,
		readonly fileName: string,
	) {}
}
