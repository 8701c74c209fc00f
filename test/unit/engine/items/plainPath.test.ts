import { plainPath } from '../../../../engine/items/plainPath';

describe('a path into the item', () => {
	it.each<[string, string[]]>([
		['={{ $json.order }}', ['order']],
		['={{$json.order}}', ['order']],
		['={{\n\t$json.order\r\n}}', ['order']],
		['={{ $json.order.lines[0]["product ID"] }}', ['order', 'lines', '0', 'product ID']],
		["={{ $json['it\"s'][\"o'clock\"] }}", ['it"s', "o'clock"]],
		['={{ $json["größe (m²)"] }}', ['größe (m²)']],
		['={{ $json[""] }}', ['']],
		['={{ $json._a.$b.c1 }}', ['_a', '$b', 'c1']],
		['={{ $json.class }}', ['class']],
		['={{ $json }}', []],
	])('is %s', (text, path) => {
		expect(plainPath(text)).toEqual(path);
	});

	it.each([
		'', '=', '$json.a', '{{ $json.a }}', '= {{ $json.a }}', '={{ $json.a }} ', '={{ $json.a }}, {{ $json.b }}', '={{ $json.a', '={{ $json.a; }}', '={{ ($json.a) }}',
		'={{ $json . a }}', '={{ $json?.a }}', '={{ $json.a() }}', '={{ $json.a + 1 }}', '={{ $json.1a }}', '={{ $json.a-b }}', '={{ $json.größe }}', '={{ $json.\\u0061 }}',
		'={{ $json[a] }}', '={{ $json[`a`] }}', '={{ $json[01] }}', '={{ $json[-1] }}', '={{ $json[1.5] }}', '={{ $json[1e3] }}', '={{ $json[12345678] }}', '={{ $json["a\\"b"] }}', '={{ $json["a] }}',
		'={{ $json["a\nb"] }}', '={{ $json["}}"] }}', '={{ $json["\u2028"] }}', '={{ $json["\ud83d"] }}', '={{ $Json.a }}', '={{ $data.a }}', '={{ $input.item.json.a }}', '={{ $json.$ }}',
		'={{ $json.__proto__ }}', '={{ $json["__proto__"] }}', '={{ $json.constructor }}', '={{ $json["a.constructor"] }}', '={{ $json.constructors }}', '={{ $json.a.prototype }}', '={{ $json.binding }}', '={{ $json.globalThis }}',
	])('is not %j', (text) => {
		expect(plainPath(text)).toBeUndefined();
	});
});
