/** An address without slashes at its end. */
export function withoutSlashes(address: string): string {
	let end = address.length;
	while (address[end - 1] === '/') end -= 1;
	return address.slice(0, end);
}

/** An address in the form in which two are compared: `https://API.example.com:443/` is `https://api.example.com`. */
export function sameAddress(address: string): string {
	return withoutSlashes(URL.canParse(address) ? new URL(address).href : address);
}
