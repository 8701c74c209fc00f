/**
 * How a token shows in a text: the first letters of those that the sandboxes hand out and of the one in wrong answers (`LEAK`), any
 * longer one, or the word before it. n8n prints random ids of 21 letters, and one of them may hold `eyJ`.
 */
export const TOKEN_WORDS = /eyJ0eXA|eyJsZWF|eyJ[\w-]{20,}|Bearer\s+\w/;
