/** A field of an operation that says something about people. A model is told of a failure without it. */
export interface PersonalField {
	/** As the operation reads it, such as `options.notes`. */
	readonly name: string;
	/** As a person calls it; it stands in the place of the value. */
	readonly label: string;
	/** `name`: each part of it tells who it is. `phone`: in any punctuation, and without the area. `street`: also without how it ends. `list`: each of its entries. */
	readonly kind: 'name' | 'phone' | 'street' | 'list' | 'text';
}
